import type { Locator, Page } from '@playwright/test';
import { test } from './setup/own-shop.ts';
import { banner, logInAsCustomer, logInAsStaff, STAFF } from './setup/people.ts';
import { expect } from './setup/test.ts';

test.use({ shopName: 'set-up-from-zero', actionTimeout: 15_000 });

// Adobe's document, step by step and in its order, in a shop of its own where nothing is set up.
// Four journeys' worth of pages each.
test.describe.configure({ mode: 'serial', timeout: 180_000 });

const LOGIN = 'Login as Customer';
const ASSISTANCE = 'Allow remote shopping assistance';

const sidebar = (page: Page): Locator => page.getByRole('navigation', { name: 'Administration' });
const button = (page: Page): Locator => page.getByRole('main').getByRole('button', { name: new RegExp(`^${LOGIN}`, 'u') }).first();

async function setFeature(page: Page, { enabled, storeView }: { enabled: 'Yes' | 'No'; storeView?: string }): Promise<void> {
  await page.goto('/admin');
  await sidebar(page).getByRole('link', { name: 'Configuration' }).click();
  await page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: LOGIN, exact: true }).click();
  await page.getByRole('combobox', { name: 'Enable Login as Customer' }).selectOption(enabled);
  await page.getByRole('combobox', { name: 'Disable Page Cache for Admin User' }).selectOption(enabled === 'Yes' ? 'No' : 'Yes');
  if (storeView !== undefined) await page.getByRole('combobox', { name: 'Store View to Log in' }).selectOption(storeView);
  const answered = page.waitForResponse((response) => response.request().method() === 'POST' && response.url().includes('/admin/configuration/'));
  await page.getByRole('button', { name: 'Save Config' }).first().click();
  await answered;
  await expect(page.getByText('The configuration is saved.').first()).toBeVisible();
}

async function openResources(page: Page): Promise<Locator> {
  await page.goto('/admin');
  await sidebar(page).getByRole('link', { name: 'User Roles' }).click();
  await page.getByRole('main').getByRole('link', { name: 'Customer Service', exact: true }).click();
  await page.getByRole('navigation', { name: 'Role Information' }).getByRole('link', { name: 'Role Resources' }).click();
  await page.getByRole('combobox', { name: 'Role Resources' }).selectOption('Custom');
  return page.getByRole('group', { name: 'Resources', exact: true });
}

async function saveRole(page: Page): Promise<void> {
  const answered = page.waitForResponse((response) => response.request().method() === 'POST' && response.url().includes('/admin/roles/'));
  await page.getByRole('button', { name: 'Save Role' }).click();
  await answered;
  await expect(page.getByRole('status').filter({ hasText: 'is saved.' })).toBeVisible();
}

async function openJane(page: Page): Promise<void> {
  await page.goto('/admin');
  await sidebar(page).getByRole('link', { name: 'All Customers' }).click();
  await expect(page.getByRole('heading', { name: 'All Customers', level: 1 })).toBeFocused();
  const search = page.getByRole('main').getByRole('searchbox');
  await search.fill('jane.roe');
  await search.press('Enter');
  await page.getByRole('main').getByRole('link', { name: 'Jane Roe' }).first().click();
  // Her row in the list has a button and a dialog of the same name: what is pressed next must be the page's own.
  await expect(page.getByRole('heading', { name: 'Jane Roe', level: 1 })).toBeVisible();
}

test('an administrator sets the feature up by the document’s steps, in that order, and enters the account', async ({ page, browser, baseURL }) => {
  const clerk = await browser.newContext(baseURL === undefined ? {} : { baseURL });
  const olivia = await clerk.newPage();
  await logInAsStaff(page, STAFF.admin);
  await test.step('nothing is set up: the feature is off, the role has no right, the customer has said nothing', async () => {
    await setFeature(page, { enabled: 'No' });
    const tree = await openResources(page);
    await tree.getByRole('checkbox', { name: 'Allow Login as Customer' }).uncheck();
    await tree.getByRole('checkbox', { name: 'View Login as Customer Log' }).uncheck();
    for (const right of ['All Customers', 'Orders', 'Remote shopping assistance opt-in']) await tree.getByRole('checkbox', { name: right, exact: true }).check();
    await saveRole(page);
    await logInAsStaff(olivia, STAFF.olivia);
    await openJane(olivia);
    await expect(olivia.getByRole('button', { name: new RegExp(LOGIN, 'u') })).toHaveCount(0);
  });
  await test.step('Stores › Settings › Configuration › Customers › Login as Customer: enable, page cache, store view, Save Config', async () => {
    await setFeature(page, { enabled: 'Yes', storeView: 'Manual Selection' });
    await setFeature(page, { enabled: 'Yes', storeView: 'Automatic' });
  });
  await test.step('System › User Roles › role › Role Resources › Custom: both rights, Save Role', async () => {
    const tree = await openResources(page);
    const branch = tree.getByRole('group', { name: 'Customers', exact: true }).getByRole('group', { name: LOGIN, exact: true });
    await branch.getByRole('checkbox', { name: 'Allow Login as Customer' }).check();
    await branch.getByRole('checkbox', { name: 'View Login as Customer Log' }).check();
    await saveRole(page);
    await openJane(olivia);
    await expect(button(olivia)).toBeVisible();
    await expect(olivia.getByRole('main')).toContainText('The customer has not agreed to remote shopping assistance');
  });
  await test.step('Customers › All Customers › customer › Customer Information › Account Information: Yes', async () => {
    await openJane(olivia);
    await olivia.getByRole('navigation', { name: 'Customer Information' }).getByRole('link', { name: 'Account Information' }).click();
    await olivia.getByRole('combobox', { name: ASSISTANCE }).selectOption('Yes');
    await olivia.getByRole('button', { name: 'Save Customer' }).click();
    await expect(olivia.getByRole('status').filter({ hasText: 'The customer is saved.' })).toBeVisible();
  });
  await test.step('she can now log in as this customer', async () => {
    await openJane(olivia);
    await enterFromHere(olivia);
    await expect(banner(olivia)).toContainText('Staff: Olivia Brandt');
    await banner(olivia).getByRole('button', { name: 'Logout from current customer' }).click();
  });
  await clerk.close();
});

async function enterFromHere(page: Page): Promise<void> {
  await button(page).click();
  await page.getByRole('dialog', { name: 'You are about to Login as Customer' }).getByRole('button', { name: LOGIN, exact: true }).click();
  await expect(banner(page)).toContainText('You are logged in as: Jane Roe');
}

test('the customer gives the same permission alone, on “Account Information”, and takes it back', async ({ page, browser, baseURL }) => {
  const own = await browser.newContext(baseURL === undefined ? {} : { baseURL });
  const jane = await own.newPage();
  await logInAsCustomer(jane, 'jane.roe@customer.example');
  await jane.goto('/account');
  const answer = async (allowed: boolean): Promise<void> => {
    await jane.getByRole('link', { name: 'Account Information' }).first().click();
    await jane.getByRole('checkbox', { name: ASSISTANCE }).setChecked(allowed);
    await jane.getByRole('main').getByRole('button', { name: 'Save', exact: true }).click();
    await expect(jane.getByRole('status').first()).toContainText('The account information is saved.');
  };
  await logInAsStaff(page, STAFF.olivia);
  await answer(false);
  await openJane(page);
  await expect(page.getByRole('main')).toContainText('The customer has not agreed to remote shopping assistance');
  await answer(true);
  await openJane(page);
  await expect(page.getByRole('main')).not.toContainText('The customer has not agreed to remote shopping assistance');
  await own.close();
});

test('the button is on customer list, customer, order, invoice, shipment and credit memo, and leads in from each', async ({ page }) => {
  await logInAsStaff(page, STAFF.olivia);
  await openJane(page);
  await enterFromHere(page);
  const order = await placeOrder(page);
  await banner(page).getByRole('button', { name: 'Logout from current customer' }).click();
  const invoice = await submit(page, order, { open: 'Invoice', button: 'Submit Invoice' });
  const shipment = await submit(page, order, { open: 'Ship', button: 'Submit Shipment' });
  const creditMemo = await submit(page, order, { open: 'Credit Memo', button: 'Refund' });
  for (const [name, path] of [['customer list', '/admin/customers?q=jane.roe'], ['customer', '/admin/customers/1002'], ['order', `/admin/orders/${order}`], ['invoice', invoice], ['shipment', shipment], ['credit memo', creditMemo]] as const) {
    await test.step(name, async () => {
      await page.goto(path);
      await enterFromHere(page);
      await banner(page).getByRole('button', { name: 'Logout from current customer' }).click();
      await expect(page).toHaveURL(/\/admin\//u);
    });
  }
});

async function placeOrder(page: Page): Promise<string> {
  await page.goto('/p/drill-driver-18v-60');
  await page.getByRole('button', { name: 'Add to cart', exact: true }).click();
  await page.getByRole('button', { name: 'Proceed to checkout' }).first().click();
  await page.getByRole('button', { name: 'Place order' }).first().click();
  await expect(page).toHaveURL(/\/checkout\/placed\/\d+/u);
  return /(\d+)$/u.exec(new URL(page.url()).pathname)?.[1] ?? '';
}

async function submit(page: Page, order: string, { open, button: name }: { open: string; button: string }): Promise<string> {
  await page.goto(`/admin/orders/${order}`);
  await page.getByRole('link', { name: open, exact: true }).click();
  await page.getByRole('button', { name, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(new RegExp(`^(?:Invoice|Shipment|Credit Memo) \\d+$`, 'u'));
  return new URL(page.url()).pathname;
}

test('the log has it all: Action Group “Login As Customer”, “Search”, open to who may view it and to nobody else', async ({ page }) => {
  await logInAsStaff(page, STAFF.olivia);
  await page.goto('/admin');
  await sidebar(page).getByRole('link', { name: 'Action Logs' }).click();
  await expect(page.getByRole('combobox', { name: 'Action Group' })).toContainText('Login As Customer');
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  const entries = page.getByRole('list', { name: 'Entries, newest first' }).getByRole('listitem');
  await expect(entries.first()).toContainText('Jane Roe');
  await expect(entries.filter({ hasText: 'Olivia Brandt logged in as Jane Roe' }).first()).toBeVisible();
});
