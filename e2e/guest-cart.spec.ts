import { banner, enterAccount, leaveAccount, logInAsStaff, logOutInPortal, PASSWORD, STAFF } from './setup/people.ts';
import { expectUnderThumb } from './setup/visitors.ts';
import { expect, test } from './setup/test.ts';

const HELMET = 'Safety helmet, vented';
const DRILL = 'Drill driver 18 V, 60 Nm';

test.describe('on a phone of 360 px, with script off', () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 740 }, hasTouch: true });

  test('G3: a guest finds something, puts it into the cart, logs in on the way to the checkout, and has it there', async ({ page }) => {
    await page.goto('/');
    await page.getByRole('searchbox', { name: 'Search products' }).fill('helmet');
    await page.getByRole('searchbox', { name: 'Search products' }).press('Enter');
    await page.getByRole('main').getByRole('link', { name: HELMET }).first().tap();
    await page.getByRole('spinbutton', { name: `Quantity of ${HELMET}` }).fill('3');
    const add = page.getByRole('button', { name: 'Add to cart', exact: true });
    await expectUnderThumb(page, add);
    await add.tap();
    await expect(page).toHaveURL('/cart');
    await expect(page.getByRole('listitem', { name: HELMET })).toContainText('each');
    await expect(page.getByRole('banner')).toContainText('3');
    const line = page.getByRole('listitem', { name: HELMET });
    await line.getByRole('spinbutton', { name: 'Quantity' }).fill('2');
    await line.getByRole('button', { name: 'Set' }).tap();
    await expect(page.getByRole('banner')).toContainText('2');
    const proceed = page.getByRole('button', { name: 'Proceed to checkout' }).filter({ visible: true });
    await expectUnderThumb(page, proceed);
    await proceed.tap();
    await expect(page.getByRole('heading', { name: 'Log in', level: 1 })).toBeVisible();
    await expect(page.getByText('What is in your cart comes with you.')).toBeVisible();
    await page.getByLabel('E-mail').fill('raj.young@customer.example');
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByRole('main').getByRole('button', { name: 'Log in', exact: true }).tap();
    await expect(page.getByRole('heading', { name: 'Checkout', level: 1 })).toBeVisible();
    await expect(page.getByText('The 2 pieces you chose before logging in are in your cart.')).toBeVisible();
    await page.goto('/cart');
    await expect(page.getByRole('listitem', { name: HELMET })).toBeVisible();
    expect((await page.context().cookies()).map(({ name }) => name)).not.toContain('__Host-cart');
  });
});

test('G3, C8: what Nora chose for herself stays hers: not in the customer’s cart during a visit, and there after it', async ({ page }) => {
  const own = page.getByRole('listitem', { name: HELMET });
  await page.goto('/p/safety-helmet-vented');
  await page.getByRole('button', { name: 'Add to cart', exact: true }).click();
  await expect(own).toBeVisible();

  await logInAsStaff(page, STAFF.nora);
  await enterAccount(page, { query: 'kenji.hernandez', name: 'Kenji Hernandez' });
  await page.goto('/cart');
  await expect(banner(page)).toContainText('Kenji Hernandez');
  await expect(page.getByRole('heading', { name: 'The cart is empty' })).toBeVisible();
  await page.goto('/p/drill-driver-18v-60');
  await page.getByRole('button', { name: 'Add to cart', exact: true }).click();
  await expect(page.getByRole('listitem', { name: DRILL })).toBeVisible();
  await expect(own).toHaveCount(0);

  await leaveAccount(page);
  await page.goto('/cart');
  await expect(own).toBeVisible();
  await expect(page.getByRole('listitem', { name: DRILL })).toHaveCount(0);
  await expect(page.getByRole('banner')).toContainText('1');
  await logOutInPortal(page);
  await page.goto('/cart');
  await expect(own, 'a staff logout is nothing to the cart').toBeVisible();
});
