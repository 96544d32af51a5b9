import type { Page } from '@playwright/test';
import { enterAccount, logInAsStaff, logOutStaff, STAFF } from './setup/people.ts';
import { expect, test } from './setup/test.ts';

// Pages are exchanged without being loaded anew. What a full load does by itself has to hold all the same.
const SIZES = [
  { what: 'desk', viewport: { width: 1280, height: 720 } },
  { what: 'phone', viewport: { width: 360, height: 740 } },
];

test.describe.configure({ mode: 'default' });
test.afterEach(({ page }) => logOutStaff(page));

test('G5: of two links pressed quickly the last one wins, however late the first one is answered', async ({ page }) => {
  await page.goto('/');
  const { promise: held, resolve: letGo } = Promise.withResolvers<void>();
  await page.route('**/c/hand-tools', async (route) => {
    await held;
    await route.continue().catch(() => {}); // given up by the page meanwhile, which is what is asked for
  });
  const categories = page.getByRole('navigation').filter({ has: page.getByRole('link', { name: 'Hand tools' }) }).first();
  await categories.getByRole('link', { name: 'Hand tools' }).click();
  await categories.getByRole('link', { name: 'Lighting' }).click();
  await expect(page.getByRole('heading', { name: 'Lighting', level: 1 })).toBeVisible();
  letGo();
  await page.waitForLoadState('networkidle');
  await expect(page).toHaveURL('/c/lighting');
  await expect(page.getByRole('heading', { name: 'Lighting', level: 1 })).toBeVisible();
});

for (const { what, viewport } of SIZES) {
  test.describe(`on a ${what}`, () => {
    test.use({ viewport });

    test('G5: each page begins at its top, however far down the one before was read', async ({ page }) => {
      await logInAsStaff(page, STAFF.admin);
      await enterAccount(page, { query: '1009', name: 'Cynthia Williams' });
      await expectTop(page, 'Cynthia Williams');
      await page.goto('/account/newsletter');
      await expectTop(page, 'Newsletter Subscriptions');
      await page.goto('/p/drill-driver-18v-60');
      await readToTheEnd(page);
      await page.getByRole('button', { name: 'Add to cart', exact: true }).click();
      await expectTop(page, 'Cart');
      await readToTheEnd(page);
      await page.getByRole('button', { name: 'Proceed to checkout' }).click();
      await expectTop(page, 'Checkout');
      await expect(page.getByRole('heading', { name: 'Checkout', level: 1 })).toBeFocused();
      await readToTheEnd(page);
      await page.getByRole('button', { name: 'Place order' }).click();
      await expectTop(page, 'The order is placed');
      await expect(page.getByRole('heading', { name: 'The order is placed', level: 1 })).toBeFocused();
    });

    test('G5: a form that stays on its page keeps the place and the focus', async ({ page }) => {
      await logInAsStaff(page, STAFF.admin);
      await enterAccount(page, { query: '1009', name: 'Cynthia Williams' });
      await page.goto('/p/drill-driver-18v-60');
      await page.getByRole('button', { name: 'Add to cart', exact: true }).click();
      await expect(page).toHaveURL('/cart');
      const quantity = page.getByRole('spinbutton', { name: 'Quantity' });
      await quantity.fill('3');
      await quantity.press('Enter');
      await expect(page.getByRole('listitem', { name: /Drill driver/u })).toContainText('$300.00');
      await expect(quantity).toBeFocused();
      await page.getByRole('button', { name: /^Remove: / }).click();
      await expect(page.getByRole('heading', { name: 'The cart is empty' })).toBeVisible();
    });
  });
}

async function readToTheEnd(page: Page): Promise<void> {
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
}

async function expectTop(page: Page, heading: string): Promise<void> {
  await expect(page.getByRole('heading', { name: heading, level: 1 })).toBeInViewport();
  expect(await page.evaluate(() => scrollY), heading).toBe(0);
}
