import type { Browser, Page } from '@playwright/test';
import { journeyOn, type Way } from './setup/journey.ts';
import { logInAsStaff, STAFF } from './setup/people.ts';
import { startShop, type ShopProcess } from './setup/shop-process.ts';
import { complaintsOf, expect, test } from './setup/test.ts';

// Roles change here for everybody who has them: a shop of its own, so that no other test feels it.
test.describe.configure({ mode: 'serial' });
let shop: ShopProcess;
test.beforeAll(async () => {
  shop = await startShop();
});
test.afterAll(() => shop.close());

const ALLOW = 'Allow Login as Customer';

interface Person {
  page: Page;
  leave: () => Promise<void>;
}

async function person(browser: Browser, email: string, viewport: { width: number; height: number }): Promise<Person> {
  const context = await browser.newContext({ baseURL: shop.origin, viewport, hasTouch: viewport.width < 500 });
  const complaints = complaintsOf(context);
  const page = await context.newPage();
  await logInAsStaff(page, email);
  return {
    page,
    leave: async () => {
      expect(complaints, 'complaints in the console').toEqual([]);
      await context.close();
    },
  };
}

/** Adobe's steps: System, User Roles, the role, Role Resources. */
async function openResources(page: Page, { press }: { press: ReturnType<typeof journeyOn>['press'] }, role: string): Promise<void> {
  await page.goto('/admin');
  await press(page.getByRole('navigation', { name: 'Administration' }).getByRole('link', { name: 'User Roles' }));
  await expect(page.getByRole('heading', { name: 'User Roles', level: 1 })).toBeVisible();
  await press(page.getByRole('main').getByRole('link', { name: role, exact: true }));
  await press(page.getByRole('navigation', { name: 'Role Information' }).getByRole('link', { name: 'Role Resources' }));
  await expect(page.getByRole('heading', { name: 'Role Resources', level: 2 })).toBeVisible();
}

async function saveRole(page: Page, press: ReturnType<typeof journeyOn>['press']): Promise<void> {
  // The message of the save before may still be there: it is this form's own answer that counts.
  const answered = page.waitForResponse((response) => response.request().method() === 'POST' && response.url().includes('/admin/roles/'));
  await press(page.getByRole('button', { name: 'Save Role' }));
  await answered;
  await expect(page.getByRole('status').filter({ hasText: 'is saved.' })).toBeVisible();
}

const buttonOf = (page: Page) => page.getByRole('button', { name: 'Login as Customer: John Doe' });

async function findJohn(page: Page): Promise<void> {
  await page.goto('/admin/customers?q=john.doe');
  await expect(page.getByRole('main').getByRole('link', { name: /John Doe/u })).toBeVisible();
}

const WAYS: readonly (Partial<Way> & { name: string; width: number; height: number })[] = [
  { name: 'on a desk', width: 1280, height: 900 },
  { name: 'on a phone of 360 px', width: 360, height: 740, touch: true },
];

for (const { name, width, height, ...way } of WAYS) {
  test(`F2: "Allow Login as Customer" ticked under Role Resources gives the button, unticked takes it away, ${name}`, async ({ browser }) => {
    const admin = await person(browser, STAFF.admin, { width, height });
    const clerk = await person(browser, STAFF.olivia, { width, height });
    const { press } = journeyOn(admin.page, way);
    const tree = admin.page.getByRole('group', { name: 'Resources', exact: true });
    const allow = tree.getByRole('group', { name: 'Customers', exact: true }).getByRole('group', { name: 'Login as Customer', exact: true }).getByRole('checkbox', { name: ALLOW });

    await openResources(admin.page, { press }, 'Customer Service');
    await admin.page.getByRole('combobox', { name: 'Role Resources' }).selectOption('All');
    await expect(tree).toBeHidden();
    await admin.page.getByRole('combobox', { name: 'Role Resources' }).selectOption('Custom');
    await expect(tree).toBeVisible();
    await tree.getByRole('checkbox', { name: 'All Customers' }).check();
    await allow.check();
    await saveRole(admin.page, press);
    await findJohn(clerk.page);
    await expect(buttonOf(clerk.page)).toBeVisible();

    await allow.uncheck();
    await saveRole(admin.page, press);
    await findJohn(clerk.page);
    await expect(buttonOf(clerk.page)).toHaveCount(0);
    await expect(clerk.page.getByRole('button', { name: /Login as Customer/u })).toHaveCount(0);

    await allow.check();
    await saveRole(admin.page, press);
    expect(await admin.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'nothing sticks out').toBe(true);
    await admin.leave();
    await clerk.leave();
  });
}

test('F2: by keyboard alone, a branch ticks all below it and shows when only some are', async ({ browser }) => {
  const { page, leave } = await person(browser, STAFF.admin, { width: 1280, height: 900 });
  await openResources(page, { press: (target) => target.press('Enter') }, 'View only');
  const branch = page.getByRole('group', { name: 'Login as Customer', exact: true });
  const whole = branch.getByRole('checkbox', { name: 'All of “Login as Customer”' });
  const log = branch.getByRole('checkbox', { name: 'View Login as Customer Log' });
  await expect(whole).toBeChecked({ indeterminate: true });
  await whole.focus();
  await page.keyboard.press('Space');
  await expect(log).toBeChecked();
  await expect(page.getByRole('checkbox', { name: 'All of “Customers”' })).toBeChecked({ indeterminate: true });
  await page.keyboard.press('Tab');
  await expect(branch.getByRole('checkbox', { name: ALLOW })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect(log).not.toBeChecked();
  await expect(whole).toBeChecked({ indeterminate: true });
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: 'Save Role' }).press('Enter');
  await expect(page.getByRole('status').filter({ hasText: 'The role View only is saved.' })).toBeVisible();
  await page.reload();
  await expect(whole).toBeChecked();
  await leave();
});

test('F2: without script the tree shows for Custom, and is saved', async ({ browser }) => {
  const context = await browser.newContext({ baseURL: shop.origin, javaScriptEnabled: false });
  const page = await context.newPage();
  await logInAsStaff(page, STAFF.admin);
  await page.goto('/admin/roles');
  await page.getByRole('main').getByRole('link', { name: 'Sales', exact: true }).click();
  await page.getByRole('link', { name: 'Role Resources' }).click();
  const tree = page.getByRole('group', { name: 'Resources', exact: true });
  await expect(tree.getByRole('checkbox', { name: /^All of/u })).toHaveCount(0);
  await page.getByRole('combobox', { name: 'Role Resources' }).selectOption('All');
  await expect(tree).toBeHidden();
  await page.getByRole('combobox', { name: 'Role Resources' }).selectOption('Custom');
  await tree.getByRole('checkbox', { name: 'Reassign orders' }).check();
  await page.getByRole('button', { name: 'Save Role' }).click();
  await expect(page.getByText('The role Sales is saved.')).toBeVisible();
  await expect(tree.getByRole('checkbox', { name: 'Reassign orders' })).toBeChecked();
  await context.close();
});

test('A3: an administrator makes a staff account, and makes it inactive', async ({ browser }) => {
  const { page, leave } = await person(browser, STAFF.admin, { width: 1280, height: 900 });
  await page.goto('/staff');
  await page.getByRole('link', { name: 'Admin' }).click();
  await page.getByRole('navigation', { name: 'Administration' }).getByRole('link', { name: 'All Staff' }).click();
  await page.getByRole('link', { name: 'Add New Staff' }).click();
  await expect(page.getByLabel('Staff group').getByRole('option', { selected: true })).toHaveText('Sales');
  await page.getByLabel('First name').fill('Nina');
  await page.getByLabel('Last name').fill('Newcomer');
  await page.getByLabel('E-mail').fill('not an address');
  await page.getByLabel('Role', { exact: true }).selectOption('Sales');
  await page.getByLabel('Onbehalf Supply').check();
  await page.getByLabel('Can Edit Item Price').selectOption('Yes');
  await page.getByRole('button', { name: 'Save Staff' }).click();
  await expect(page.getByText('This is not an e-mail address.')).toBeVisible();
  await expect(page.getByLabel('First name')).toHaveValue('Nina');
  await expect(page.getByLabel('Can Edit Item Price').getByRole('option', { selected: true })).toHaveText('Yes');
  await page.getByLabel('E-mail').fill('nina.newcomer@staff.example');
  await page.getByRole('button', { name: 'Save Staff' }).click();
  await expect(page.getByText('An invitation goes to nina.newcomer@staff.example.')).toBeVisible();
  await page.getByLabel('Active', { exact: true }).selectOption('No');
  // The message of the save before may still be there: it is this form's own answer that counts.
  const answered = page.waitForResponse((response) => response.request().method() === 'POST' && response.url().includes('/admin/staff'));
  await page.getByRole('button', { name: 'Save Staff' }).click();
  await answered;
  await expect(page.getByText('The account of Nina Newcomer is saved.')).toBeVisible();
  await page.goto('/admin/staff?active=no');
  await expect(page.getByRole('table', { name: 'All Staff' }).getByRole('rowheader')).toHaveText([/Nina Newcomer/u]);
  await leave();
});
