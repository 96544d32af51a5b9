import type { Page } from '@playwright/test';
import { enterAccount, leaveAccount, logInAsStaff, logOutStaff, STAFF } from './setup/people.ts';
import { test } from './setup/own-shop.ts';
import { expect } from './setup/test.ts';

test.use({ shopName: 'admin-customers' });

// Takes the administrator for admin, Terrence for the portal, and customers of his that no other file enters.
test.describe.configure({ mode: 'default' });
test.afterEach(({ page }) => logOutStaff(page));

const SIZES = [['on a desk', 1280], ['on a phone', 360]] as const;

async function fits(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), 'wider than the window').toBeLessThanOrEqual(0);
}

async function openCustomer(page: Page, query: string, name: string): Promise<void> {
  await page.goto('/admin/customers');
  await page.getByRole('searchbox', { name: 'Name, e-mail, ID or external ID' }).fill(query);
  await page.getByRole('button', { name: 'Apply' }).click();
  await page.getByRole('link', { name, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

async function setConsent(page: Page, answer: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Customer Information' }).getByRole('link', { name: 'Account Information' }).click();
  await page.getByLabel('Allow remote shopping assistance').selectOption(answer);
  await page.getByRole('button', { name: 'Save Customer' }).click();
  await expect(page.getByText('The customer is saved.')).toBeVisible();
}

for (const [where, width] of SIZES) {
  test(`B10: ${where}: Customers › All Customers › customer › Account Information › "Allow remote shopping assistance" = Yes › "Save Customer" opens "Login as Customer"`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await logInAsStaff(page, STAFF.admin);
    await openCustomer(page, 'ashley.anderson', 'Ashley Anderson');
    await fits(page);
    await expect(page.getByRole('button', { name: 'Login as Customer' })).toHaveAttribute('aria-disabled', 'true');
    await expect(page.getByText('The customer has not agreed to remote shopping assistance.').first()).toBeVisible();
    await setConsent(page, 'Yes');
    await fits(page);
    await page.getByRole('button', { name: 'Login as Customer' }).click();
    const dialog = page.getByRole('dialog', { name: 'You are about to Login as Customer' });
    await dialog.getByRole('button', { name: 'Login as Customer' }).click();
    await expect(page.getByRole('region', { name: 'Assist session' })).toContainText('Ashley Anderson');
    await fits(page);
    await page.getByRole('button', { name: 'Logout from current customer' }).click();
    await expect(page).toHaveURL(/\/(admin|staff)/u);
    await openCustomer(page, 'ashley.anderson', 'Ashley Anderson');
    await setConsent(page, 'No');
    await expect(page.getByRole('button', { name: 'Login as Customer' })).toHaveAttribute('aria-disabled', 'true');
  });

  test(`A9, A10: ${where}: Terrence creates a customer, writes a note, and writes one from inside an account`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await logInAsStaff(page, STAFF.terrence);
    await page.goto('/staff/customers');
    await fits(page);
    await page.getByRole('link', { name: 'Create customer' }).click();
    await page.getByLabel('First name').fill('Petra');
    await page.getByLabel('Last name').fill(`Newcome ${width}`);
    await page.getByLabel('E-mail').fill('john.doe@customer.example');
    await page.getByRole('button', { name: 'Create customer' }).click();
    await expect(page.getByRole('alert').first()).toContainText('Another customer of this website has this e-mail.');
    await expect(page.getByLabel('First name')).toHaveValue('Petra');
    await fits(page);
    await page.getByLabel('E-mail').fill(`petra.${width}@customer.example`);
    await page.getByRole('button', { name: 'Create customer' }).click();
    await expect(page.getByRole('heading', { level: 1, name: `Petra Newcome ${width}` })).toBeVisible();
    await expect(page.getByText('This customer has not confirmed the account yet.')).toBeVisible();
    await page.getByLabel('Kind').selectOption('Visit');
    await page.getByLabel('Note on the customer').fill('Met at the trade fair.');
    await page.getByRole('button', { name: 'Add note' }).click();
    await expect(page.getByText('Met at the trade fair.')).toBeVisible();
    await fits(page);

    await enterAccount(page, { query: 'carol.adams', name: 'Carol Adams' });
    await page.getByLabel('Note on the customer').fill(`Prefers mornings (${width}).`);
    await page.getByRole('button', { name: 'Add note' }).click();
    await expect(page.getByText('The note is kept.')).toBeVisible();
    await fits(page);
    await leaveAccount(page);
    await page.goto('/staff/customers?q=carol.adams');
    await page.getByRole('link', { name: 'Carol Adams' }).click();
    await expect(page.getByText(`Prefers mornings (${width}).`)).toBeVisible();
  });
}
