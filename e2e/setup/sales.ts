import { expect, type Browser } from '@playwright/test';
import { STAFF, logInAsStaff, logOutStaff } from './people.ts';

const DRILL = 'Drill driver 18 V, 60 Nm';

export interface GraceOrder {
  number: string;
  customer: string;
}

/** Grace orders two pieces for the first of her customers she may enter, and logs out again. */
export async function placeAsGrace(browser: Browser): Promise<GraceOrder> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await logInAsStaff(page, STAFF.grace);
  await page.goto('/staff/customers?consent=given');
  const enter = page.locator('button[aria-label^="Login to this account: "]:not([aria-disabled="true"]):not([disabled])').first();
  const customer = ((await enter.getAttribute('aria-label')) ?? '').replace('Login to this account: ', '');
  await enter.click();
  await expect(page).toHaveURL('/account');
  const search = page.getByRole('searchbox', { name: 'Search products' });
  await search.fill('SKU-1001');
  await search.press('Enter');
  await page.getByRole('main').getByRole('link', { name: DRILL }).click();
  await page.getByRole('spinbutton', { name: `Quantity of ${DRILL}` }).fill('2');
  await page.getByRole('button', { name: 'Add to cart', exact: true }).click();
  await expect(page).toHaveURL('/cart');
  await page.getByRole('button', { name: 'Proceed to checkout' }).click();
  await page.getByRole('button', { name: 'Place order' }).click();
  await expect(page).toHaveURL(/\/checkout\/placed\/\d+$/u);
  const number = page.url().split('/').at(-1) ?? '';
  await logOutStaff(page);
  await context.close();
  return { number, customer };
}
