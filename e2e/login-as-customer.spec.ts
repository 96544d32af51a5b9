import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { test } from './setup/own-shop.ts';
import { banner, logInAsStaff, logOutStaff, STAFF } from './setup/people.ts';
import { expect } from './setup/test.ts';

test.use({ shopName: 'login-as-customer' });

// A shop of its own: “Store View to Log in” would ask everybody else's tests as well.
test.describe.configure({ mode: 'default' });
test.beforeEach(({ page }) => logInAsStaff(page, STAFF.admin));
test.afterEach(({ page }) => logOutStaff(page));

const TITLE = 'You are about to Login as Customer';
const TEXT = "Everything you do here changes the customer's real account, cart and orders.";

const loginAs = (page: Page): Locator => page.getByRole('button', { name: 'Login as Customer', exact: true }).first();
const dialog = (page: Page): Locator => page.getByRole('dialog', { name: TITLE });

async function openOrderOf(page: Page, customer: string): Promise<void> {
  await page.goto(`/admin/orders?q=${encodeURIComponent(customer)}`);
  await page.getByRole('main').getByRole('table').getByRole('link').first().click();
  await expect(page.getByRole('heading', { name: /^Order \d+/u })).toBeVisible();
}

test('B12: by keyboard from the order page: what is asked in order, Escape and Cancel give the focus back, exit leads back to the order', async ({ page }) => {
  await openOrderOf(page, 'John Doe');
  const order = new URL(page.url()).pathname;
  await loginAs(page).focus();
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toBeVisible();
  await expect(dialog(page)).toContainText(TEXT);
  await expect(dialog(page)).toContainText('John Doe');
  const inOrder = [dialog(page).getByLabel(/^Reason/u), dialog(page).getByLabel(/^Reference/u), dialog(page).getByRole('button', { name: 'Cancel' }), dialog(page).getByRole('button', { name: 'Login as Customer', exact: true })];
  for (const [at, control] of inOrder.entries()) {
    if (at > 0) await page.keyboard.press('Tab');
    await expect(control).toBeFocused();
  }
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
  await expect(loginAs(page)).toBeFocused();
  await page.keyboard.press('Enter');
  await dialog(page).getByRole('button', { name: 'Cancel' }).focus();
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toBeHidden();
  await expect(loginAs(page)).toBeFocused();
  await expect(page).toHaveURL(order);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.type('T-4711');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(banner(page)).toContainText('You are logged in as: John Doe');
  await expect(banner(page)).toContainText('Staff: Ana Duarte');
  await banner(page).getByRole('button', { name: 'Logout from current customer' }).click();
  await expect(page).toHaveURL(order);
  await expect(page.getByRole('status')).toContainText('You have left the account of John Doe.');
});

test('B12: a customer who can’t be entered: the button takes the focus, says all reasons with what to do, and opens nothing', async ({ page }) => {
  await page.goto('/admin/customers/1003');
  const button = loginAs(page);
  await expect(button).toBeDisabled();
  await button.focus();
  await expect(button).toBeFocused();
  await expect(button).toHaveAccessibleDescription('This customer account is blocked. An administrator can unblock it.');
  await expect(page.getByText('This customer account is blocked.')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page).toHaveURL('/admin/customers/1003');
  await page.goto('/admin/customers?q=Carol+Lee');
  const inList = page.getByRole('button', { name: 'Login as Customer: Carol Lee', exact: true });
  await expect(inList).toBeDisabled();
  await expect(inList).toHaveAccessibleDescription(/blocked.*unblock it.*not agreed.*under Account Information/u);
});

test('B13: “Manual Selection” asks for the store view, by website, on a desk and on a phone, and leads there', async ({ page }) => {
  await save(page, 'customers-accounts', 'Share customer accounts', 'across all websites');
  await save(page, 'customers-login-as-customer', 'Store View to Log in', 'Manual Selection');
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 740 });
    await openOrderOf(page, 'John Doe');
    await loginAs(page).click();
    const choice = dialog(page).getByRole('group', { name: 'Store View to Log in' });
    await expect(choice.getByRole('group', { name: 'United States' }).getByRole('radio', { name: 'Onbehalf Supply' })).toBeChecked();
    await expect(choice.getByRole('group', { name: 'Europe' }).getByRole('radio')).toHaveCount(2);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    const { violations } = await new AxeBuilder({ page }).include('dialog[open]').analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    for (const target of await dialog(page).getByRole('button').all()) expect((await target.boundingBox())?.height ?? 0).toBeGreaterThanOrEqual(width === 360 ? 44 : 36);
  }
  await dialog(page).getByRole('radio', { name: 'Onbehalf Suministros' }).check();
  await dialog(page).getByRole('button', { name: 'Login as Customer', exact: true }).click();
  await expect(page).toHaveURL('/es/account');
  await expect(page.getByText('John Doe').first()).toBeVisible();
});

test.describe('in a browser without script', () => {
  test.use({ javaScriptEnabled: false });

  test('B12: the button leads to a page that asks the same, Cancel leads back, and so does exit', async ({ page }) => {
    await openOrderOf(page, 'John Doe');
    const order = new URL(page.url()).pathname;
    await loginAs(page).click();
    await expect(page.getByRole('heading', { name: TITLE, level: 1 })).toBeVisible();
    await expect(page.getByRole('main')).toContainText(TEXT);
    await page.getByRole('link', { name: 'Cancel' }).click();
    await expect(page).toHaveURL(order);
    await loginAs(page).click();
    await page.getByLabel(/^Reason/u).selectOption('complaint');
    await page.getByRole('button', { name: 'Login as Customer', exact: true }).click();
    await expect(banner(page)).toContainText('You are logged in as: John Doe');
    await banner(page).getByRole('button', { name: 'Logout from current customer' }).click();
    await expect(page).toHaveURL(order);
  });
});

async function save(page: Page, section: string, label: string, value: string): Promise<void> {
  await page.goto(`/admin/configuration/${section}`);
  await page.getByLabel(label, { exact: true }).selectOption({ label: value });
  await page.getByRole('button', { name: 'Save Config' }).first().click();
  await expect(page.getByRole('status')).toContainText('saved');
}
