import { PASSWORD } from './setup/people.ts';
import { expect, test } from './setup/test.ts';
import { expectNoSidewaysScroll, expectUnderThumb } from './setup/visitors.ts';

const TROUSERS = 'Work trousers with knee pockets';

test.describe('on a phone of 360 px, with script off', () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 740 }, hasTouch: true });

  test('G1: a customer chooses size and colour, sees price and stock of that version, adds it and orders it', async ({ page }) => {
    await page.goto('/account/login');
    await page.getByLabel('E-mail').fill('robert.olsen@customer.example');
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByRole('main').getByRole('button', { name: 'Log in', exact: true }).tap();
    await expect(page).toHaveURL('/account');
    await page.goto('/search?q=SKU-1102');
    await page.getByRole('link', { name: `Choose options: ${TROUSERS}` }).tap();

    await page.getByRole('group', { name: 'Size' }).getByRole('radio', { name: '58' }).check();
    await page.getByRole('group', { name: 'Colour' }).getByRole('radio', { name: 'Petrol' }).check();
    await page.getByRole('button', { name: 'Show price and stock' }).tap();
    await expect(page.getByText('This version is not offered. Choose another combination.')).toBeVisible();
    await expectNoSidewaysScroll(page);
    await page.getByRole('group', { name: 'Colour' }).getByRole('radio', { name: 'Black' }).check();
    await page.getByRole('button', { name: 'Show price and stock' }).tap();
    await expect(page.getByText('SKU-1102-58-BLK')).toBeVisible();
    expect(new URL(page.url()).searchParams.has('_csrf')).toBe(false);

    // What is ticked is bought, not what the page shows.
    await page.getByRole('group', { name: 'Size' }).getByRole('radio', { name: '56' }).check();
    const add = page.getByRole('button', { name: 'Add to cart', exact: true });
    await expectUnderThumb(page, add);
    await add.tap();
    await expect(page).toHaveURL('/cart');
    await expect(page.getByRole('listitem', { name: TROUSERS })).toContainText('Size: 56, Colour: Black');

    await page.getByRole('button', { name: 'Proceed to checkout' }).filter({ visible: true }).tap();
    await expect(page.getByRole('main')).toContainText('Size: 56, Colour: Black');
    await page.getByRole('button', { name: 'Place order' }).filter({ visible: true }).tap();
    await expect(page).toHaveURL(/\/checkout\/placed\//);
    await page.goto('/account/orders');
    await page.getByRole('main').getByRole('link', { name: /^\d{6}/ }).first().tap();
    await expect(page.getByRole('main')).toContainText('Size: 56, Colour: Black');
  });
});
