import type { Page } from '@playwright/test';
import { banner, enterAccount, logInAsStaff, logOutStaff, politely, STAFF } from './setup/people.ts';
import { expect, test } from './setup/test.ts';

const SIOBHAN = { query: 'Shaughnessy', name: "Siobhán O'Shaughnessy-D'Angelo" };
const EXIT = { name: 'Logout from current customer' };

/** Every kind of page of the storefront, those that can't be shown included. */
const PAGES = [
  '/',
  '/c/power-tools',
  '/c/no-such-category',
  '/p/drill-driver-18v-60',
  '/search?q=drill',
  '/cart',
  '/checkout',
  '/account',
  '/account/orders',
  '/account/orders/999999',
  '/account/addresses',
  '/account/addresses/new',
  '/account/information',
  '/account/wishlist',
  '/account/newsletter',
  '/account/password',
  '/account/login',
  '/no-such-page',
];

test.describe('Ruth in the account of a customer', () => {
  test.describe.configure({ mode: 'default' });
  test.beforeEach(async ({ page }) => {
    await logInAsStaff(page, STAFF.ruth);
    await enterAccount(page, SIOBHAN);
  });
  test.afterEach(({ page }) => logOutStaff(page));

  test('B5: the banner stands on every page, checkout, errors and refused ones too', async ({ page }) => {
    await page.goto('/p/drill-driver-18v-60');
    await page.getByRole('button', { name: 'Add to cart', exact: true }).click();
    await expect(page).toHaveURL('/cart');
    for (const path of PAGES) {
      await page.goto(path);
      await expect(banner(page), path).toHaveCount(1);
      await expect(banner(page).getByRole('status').first(), path).toHaveText(`You are logged in as: ${SIOBHAN.name} Staff: Ruth Sanders`);
      await expect(banner(page).getByRole('button', EXIT), path).toBeInViewport({ ratio: 1 });
    }
    await page.goto('/checkout');
    await page.getByRole('button', { name: 'Place order' }).click();
    await expect(page.getByRole('heading', { name: 'The order is placed' })).toBeVisible();
    await expect(banner(page)).toContainText(SIOBHAN.name);
  });

  test('B5: one Tab after the skip link comes the way out, and Enter takes it', async ({ page }) => {
    for (const path of ['/account', '/cart', '/no-such-page']) {
      await page.goto(path);
      await page.keyboard.press('Tab');
      await expect(page.getByRole('link', { name: 'Skip to content' }), path).toBeFocused();
      await page.keyboard.press('Tab');
      await expect(page.getByRole('button', EXIT), path).toBeFocused();
    }
    await page.keyboard.press('Enter');
    await expect(page.getByRole('region', { name: `What you did for ${SIOBHAN.name}` })).toBeVisible();
  });

  test('B5: nothing on the page covers it, however far one scrolls', async ({ page }) => {
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 740 });
      await page.goto('/c/power-tools');
      await page.keyboard.press('End');
      await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(200);
      await expect(page.getByRole('button', EXIT)).toBeInViewport({ ratio: 1 });
      expect(await isOnTop(page), `at ${width}`).toBe(true);
    }
  });

  test('B5: collapsed it is smaller, stays so on the next page, and keeps name and way out', async ({ page }) => {
    const small = page.getByRole('checkbox', { name: 'Small banner' });
    const before = (await banner(page).boundingBox())?.width ?? 0;
    await small.focus();
    await page.keyboard.press('Space');
    await expect(small).toBeChecked();
    await page.getByRole('link', { name: 'My Orders' }).click();
    await expect(page.getByRole('heading', { name: 'My Orders' })).toBeVisible();
    await expect(small).toBeChecked();
    await expect(banner(page)).toContainText(SIOBHAN.name);
    await expect(page.getByRole('button', EXIT)).toBeVisible();
    await expect(page.getByRole('button', EXIT)).toBeInViewport({ ratio: 1 });
    const after = await banner(page).boundingBox();
    expect((after?.width ?? 0) * (after?.height ?? 0)).toBeLessThan(before * 44);
    await small.focus();
    await page.keyboard.press('Space');
    await expect(small).not.toBeChecked();
    await expect(banner(page).getByText('You are logged in as:')).toBeVisible();
  });

  test('B5: paper has a line with both names, and no button', async ({ page }) => {
    const line = page.getByText(`Printed by Ruth Sanders (staff) in the account of ${SIOBHAN.name}`);
    await page.goto('/account/orders');
    await expect(line).toBeHidden();
    await page.emulateMedia({ media: 'print' });
    for (const path of ['/account/orders', '/cart', '/no-such-page']) {
      await page.goto(path);
      await expect(line, path).toBeVisible();
      await expect(page.getByRole('button', EXIT), path).toBeHidden();
    }
  });

  test('B8: it says how much time is left, and says so more calmly than every second', async ({ page }) => {
    const left = banner(page).getByText(/^1[45] min left$/u);
    await expect(left).toBeVisible();
    await expect(page.getByRole('button', { name: 'Stay logged in' })).toBeHidden();
    await expect(politely(banner(page)).filter({ has: left })).toHaveCount(0);
  });

  test('B8: two minutes before the end it asks, and "Stay logged in" is an answer', async ({ page }) => {
    await page.clock.install();
    await page.goto('/account');
    await page.clock.runFor('13:30');
    const stay = page.getByRole('button', { name: 'Stay logged in' });
    await expect(stay).toBeVisible();
    await expect(politely(banner(page))).toContainText('Still helping?');
    await expect(banner(page)).toContainText('1 min left');
    await stay.click();
    await expect(stay).toBeHidden();
    await expect(banner(page)).toContainText(/1[45] min left/u);
    await expect(banner(page)).toContainText(SIOBHAN.name);
  });
});

/** What a click in the middle of the exit button would hit. */
function isOnTop(page: Page): Promise<boolean> {
  return page.getByRole('button', EXIT).evaluate((button) => {
    const { x, y, width, height } = button.getBoundingClientRect();
    const hit = document.elementFromPoint(x + width / 2, y + height / 2);
    return hit !== null && (hit === button || button.contains(hit));
  });
}
