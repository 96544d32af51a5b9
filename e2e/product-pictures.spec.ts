import { samplePicture } from '@onbehalf/http/testing/sample-pictures';
import { logInAsStaff, STAFF } from './setup/people.ts';
import { expect, test } from './setup/test.ts';
import { expectNoSidewaysScroll } from './setup/visitors.ts';

const NAME = 'Claw hammer, 20 oz';

async function photograph(name: string, width: number): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  return { name, mimeType: 'image/jpeg', buffer: Buffer.from(await samplePicture('jpeg', { width, height: 300, orientation: 6 })) };
}

test.describe('on a phone of 360 px, with script off', () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 740 }, hasTouch: true });

  test('G1: an administrator uploads two pictures, a customer looks at both and finds the main one in the cart, and the drawing is back once they are deleted', async ({ page }) => {
    await logInAsStaff(page, STAFF.admin);
    await page.goto(`/admin/products?q=${encodeURIComponent(NAME)}`);
    await page.getByRole('link', { name: NAME }).first().tap();
    await page.getByRole('link', { name: 'Images' }).tap();
    await page.getByLabel('Files').setInputFiles([await photograph('front.jpg', 400), await photograph('side.jpg', 900)]);
    await page.getByRole('button', { name: 'Upload', exact: true }).tap();
    await expect(page.getByRole('group', { name: 'Picture 1 Main picture' }).getByText('300 × 400 pixels')).toBeVisible();
    await page.getByRole('group', { name: 'Picture 2' }).getByLabel('Alternative text (English)').fill('From the side');
    await page.getByRole('button', { name: 'Make it the main picture: picture 2' }).tap();
    await expect(page.getByRole('group', { name: 'Picture 1 Main picture' }).getByLabel('Alternative text (English)')).toHaveValue('From the side');
    await expectNoSidewaysScroll(page);

    await page.goto(`/search?q=${encodeURIComponent(NAME)}`);
    await page.getByRole('heading', { name: NAME }).getByRole('link').tap();
    const shown = page.getByRole('img', { name: 'From the side' });
    await expect(shown).toBeVisible();
    expect(await shown.evaluate((image: HTMLImageElement) => [image.complete, image.naturalWidth > 0, image.naturalHeight > image.naturalWidth])).toEqual([true, true, true]);
    const second = page.getByRole('radio', { name: `Picture 2 of 2: ${NAME}` });
    await page.getByRole('radio', { name: 'Picture 1 of 2: From the side' }).focus();
    await page.keyboard.press('ArrowRight');
    await expect(second).toBeChecked();
    await expect(shown).toBeHidden();
    await expect(page.getByRole('img', { name: NAME })).toBeVisible();
    await page.getByRole('button', { name: 'Add to cart', exact: true }).tap();
    await expect(page.getByRole('listitem', { name: NAME }).locator('img')).toHaveAttribute('src', /^\/media\/[\w-]{43}-300x900\//u);

    await page.goto(`/admin/products?q=${encodeURIComponent(NAME)}`);
    await page.getByRole('link', { name: NAME }).first().tap();
    await page.getByRole('link', { name: 'Images' }).tap();
    for (const left of [1, 0]) {
      await page.getByRole('button', { name: 'Delete picture 1' }).tap();
      await page.getByRole('dialog', { name: 'Delete picture 1?' }).getByRole('button', { name: 'Delete', exact: true }).tap();
      await expect(page.getByRole('group', { name: /^Picture \d/u })).toHaveCount(left);
    }
    await page.goto('/cart');
    await expect(page.getByRole('listitem', { name: NAME }).locator('img')).toHaveAttribute('src', /^\/images\//u);
  });
});
