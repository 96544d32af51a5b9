import type { Browser, Page } from '@playwright/test';
import { addTwoDrills, enterJohn, expectOfferedPrices, journeyOn, leaveJohn, logInAsSarah, placeOrder, sellForEighty, type Placed } from './setup/journey.ts';
import { logInAsCustomer, logInAsStaff, logOutStaff, STAFF } from './setup/people.ts';
import { expect, test } from './setup/test.ts';

// Sarah is in one account at a time, and John has one cart: her journeys follow one another.
test.describe.configure({ mode: 'serial' });
test.afterEach(({ page }) => logOutStaff(page));

test('B2, D1: Sarah sells to John at a price of her own, and John stays logged in beside it', async ({ page, browser, baseURL }) => {
  const john = await johnsOwnBrowser(browser, baseURL);
  const journey = journeyOn(page);
  await logInAsSarah(journey);
  await enterJohn(journey);
  await addTwoDrills(journey);
  await expectOfferedPrices(page);
  await sellForEighty(journey);

  await john.goto('/cart');
  await expect(john.getByRole('listitem', { name: 'Drill driver 18 V, 60 Nm' })).toContainText('$80.00');
  await expect(john.getByRole('textbox', { name: 'Edit Price' })).toHaveCount(0);
  await expect(john.getByText('Staff:')).toHaveCount(0);

  const placed = await placeOrder(journey);
  const receipt = await leaveJohn(journey);
  await expect(receipt).toContainText(placed.number);
  await expect(receipt).toContainText(placed.total);
  await expect(receipt.getByRole('table', { name: 'Price changes' })).toContainText('$80.00');
  await expectInMyOrders(page, placed);
  await expectOrderPage(page, placed);

  await john.goto('/account');
  await expect(john.getByRole('heading', { name: 'John Doe' })).toBeVisible();
  await john.getByRole('link', { name: 'My Orders' }).click();
  await john.getByRole('link', { name: placed.number }).click();
  await expect(john.getByRole('main')).toContainText(placed.total);
  await expect(john.getByText('on behalf of')).toHaveCount(0);
  await expect(john.getByText('Commission')).toHaveCount(0);
  await john.context().close();
  await expectSeenByAdministrator(browser, baseURL, placed);
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('G5: the same journey by forms and links alone', async ({ page }) => {
    const journey = journeyOn(page, { script: false });
    await logInAsSarah(journey);
    await enterJohn(journey);
    await addTwoDrills(journey);
    await expectOfferedPrices(page);
    await sellForEighty(journey);
    const placed = await placeOrder(journey);
    await expect(await leaveJohn(journey)).toContainText(placed.number);
    await expectInMyOrders(page, placed);
    await expectOrderPage(page, placed);
  });
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

  test('A12: the same journey with a thumb, and nothing to scroll sideways for', async ({ page }) => {
    const journey = journeyOn(page, { touch: true });
    const steps = [logInAsSarah, enterJohn, addTwoDrills, sellForEighty];
    for (const step of steps) {
      await step(journey);
      await expectNoSideways(page);
    }
    const placed = await placeOrder(journey);
    await expectNoSideways(page);
    await expect(await leaveJohn(journey)).toContainText(placed.number);
    await expectNoSideways(page);
    await expectInMyOrders(page, placed);
    await expectNoSideways(page);
    await expectOrderPage(page, placed);
    await expectNoSideways(page);
  });
});

test('C4: choosing an offered price applies it without typing, and "Reset price" goes back', async ({ page }) => {
  const journey = journeyOn(page);
  await logInAsSarah(journey);
  await enterJohn(journey);
  await addTwoDrills(journey);
  const line = page.getByRole('listitem', { name: 'Drill driver 18 V, 60 Nm' });
  const choice = line.getByRole('combobox', { name: 'Alternative prices' });
  await choice.selectOption({ label: 'Pricelist A: $90.00' });
  await expect(line).toContainText('$90.00 each');
  await expect(line).toContainText('$180.00');
  await line.getByRole('button', { name: 'Reset price' }).click();
  await expect(line).toContainText('$95.00 each');
  await page.getByRole('button', { name: 'Remove: Drill driver 18 V, 60 Nm' }).click();
  await expect(page.getByRole('heading', { name: 'The cart is empty' })).toBeVisible();
  const receipt = await leaveJohn(journey);
  await expect(receipt.getByRole('table', { name: 'Price changes' }).getByRole('row')).toHaveCount(3);
});

async function johnsOwnBrowser(browser: Browser, baseURL: string | undefined): Promise<Page> {
  const john = await newPage(browser, baseURL);
  await logInAsCustomer(john, 'john.doe@customer.example');
  return john;
}

async function newPage(browser: Browser, baseURL: string | undefined): Promise<Page> {
  const context = await browser.newContext(baseURL === undefined ? {} : { baseURL });
  return context.newPage();
}

async function expectInMyOrders(page: Page, { number, total }: Placed): Promise<void> {
  await page.getByRole('navigation', { name: 'Portal' }).getByRole('link', { name: 'My Orders' }).click();
  const row = page.getByRole('row').filter({ hasText: number });
  await expect(row).toContainText('John Doe');
  await expect(row).toContainText(total.replace('$', ''));
  await expect(row).toContainText('8.00');
}

async function expectOrderPage(page: Page, { number, total }: Placed): Promise<void> {
  await page.getByRole('link', { name: number }).click();
  await expect(page.getByRole('heading', { name: `Order ${number}` })).toBeVisible();
  const people = page.getByRole('region', { name: 'People' });
  for (const said of ['John Doe', 'Sarah Johnson', 'Sales', '$8.00', '5% of the total excluding tax']) await expect(people).toContainText(said);
  await expect(page.getByRole('region', { name: 'Totals' })).toContainText(total);
  await expect(page.getByRole('region', { name: 'Comments', exact: true })).toContainText('Order placed by Sarah Johnson on behalf of John Doe.');
  await expect(page.getByRole('main')).toContainText('Please call before delivery');
}

async function expectSeenByAdministrator(browser: Browser, baseURL: string | undefined, placed: Placed): Promise<void> {
  const page = await newPage(browser, baseURL);
  await logInAsStaff(page, STAFF.admin);
  await page.goto('/staff');
  // Which opens the orders. Asked for a second time, the list may grow under the pointer: others sell at the same time.
  await page.getByRole('link', { name: 'Admin', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Orders', exact: true, level: 1 })).toBeVisible();
  const row = page.getByRole('row').filter({ hasText: placed.number });
  await expect(row).toContainText('Sarah Johnson');
  await expect(row).toContainText('8.00');
  await expectOrderPage(page, placed);

  await page.getByRole('link', { name: 'Action Logs' }).click();
  await page.getByLabel('Order', { exact: true }).fill(placed.number);
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  await expect(logEntries(page).filter({ hasText: `Sarah Johnson placed order ${placed.number} over ${placed.total} for John Doe` })).toHaveCount(1);

  await page.getByRole('link', { name: 'Clear filters' }).click();
  await expect(page.getByLabel('Order', { exact: true })).toHaveValue('');
  await expect(page).toHaveURL('/admin/action-logs');
  await page.getByLabel('Actor').selectOption('Sarah Johnson');
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  for (const sentence of [
    'Sarah Johnson logged in as John Doe',
    'Sarah Johnson added 2 × SKU-1001 to the cart for John Doe',
    'Sarah Johnson changed the price of SKU-1001 from $95.00 to $80.00',
  ]) {
    await expect(logEntries(page).filter({ hasText: sentence }).first()).toBeVisible();
  }
  await expectMails(page, placed);
  await page.context().close();
}

/** The customer's confirmation, and Sarah's copy with her commission; each sent once (D5). */
async function expectMails(page: Page, { number }: Placed): Promise<void> {
  await page.getByRole('link', { name: 'Mails' }).click();
  await expect(page).toHaveURL('/admin/mails');
  const mails = page.getByRole('row').filter({ hasText: number });
  await expect(async () => {
    await page.reload();
    await expect(mails.filter({ hasText: 'sent' })).toHaveCount(2);
  }).toPass({ timeout: 15_000 });
  await expect(mails).toHaveCount(2);
  const text = page.getByRole('region', { name: 'Plain text' });
  await mails.filter({ hasText: 'john.doe@customer.example' }).getByRole('link').click();
  await expect(text).toContainText(number);
  await expect(text).not.toContainText(/commission/iu);
  await page.goBack();
  await mails.filter({ hasText: 'sarah.johnson@staff.example' }).getByRole('link').click();
  await expect(text).toContainText(/commission/iu);
  await expect(page.frameLocator('iframe').getByText(number).first()).toBeVisible();
}

const logEntries = (page: Page) => page.getByRole('list', { name: 'Entries, newest first' }).getByRole('listitem');

async function expectNoSideways(page: Page): Promise<void> {
  const [width, visible] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
  expect(width, page.url()).toBeLessThanOrEqual(visible ?? 0);
}
