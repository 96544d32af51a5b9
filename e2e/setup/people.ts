import { expect, type Locator, type Page } from '@playwright/test';

/** All demo accounts share it. */
export const PASSWORD = 'demo-Onbehalf-2026';

export const STAFF = {
  sarah: 'sarah.johnson@staff.example',
  max: 'max.keller@staff.example',
  olivia: 'olivia.brandt@staff.example',
  vera: 'vera.novak@staff.example',
  ruth: 'ruth.sanders@staff.example',
  admin: 'admin@staff.example',
  terrence: 'terrence.cole@staff.example',
  hannah: 'hannah.weissgerber@staff.example',
  iker: 'iker.mendoza@staff.example',
  grace: 'grace.okonkwo@staff.example',
  lukas: 'lukas.brunner@staff.example',
  clara: 'clara.vidal@staff.example',
  /** In the shared shop alone (global-setup.ts). */
  theo: 'theo.turner@staff.example',
  nora: 'nora.nilsson@staff.example',
} as const;

export async function logInAsStaff(page: Page, email: string): Promise<void> {
  await page.goto('/staff/account/login');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Log in', exact: true }).click();
  await expect(page).toHaveURL('/staff');
}

export async function logInAsCustomer(page: Page, email: string): Promise<void> {
  await page.goto('/account/login');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('main').getByRole('button', { name: 'Log in', exact: true }).click();
  await expect(page).toHaveURL('/account');
}

/** Wherever the test ended: with the staff session the customer's account is left too, and the next test finds nobody inside. */
export async function logOutStaff(page: Page): Promise<void> {
  await page.emulateMedia({ media: null });
  await page.goto('/staff');
  const menu = page.getByRole('banner').locator('summary');
  if ((await menu.count()) === 0) return;
  await menu.click();
  await page.locator('form[action="/staff/account/logout"]').getByRole('button').click();
  await expect(page).toHaveURL(/\/staff\/account\/login/u);
}

export interface Entering {
  /** What to type into the search. */
  query: string;
  name: string;
}

/** From the customer list into the account, whatever the language of the portal. */
export async function enterAccount(page: Page, { query, name }: Entering): Promise<void> {
  await page.goto(`/staff/customers?q=${encodeURIComponent(query)}`);
  await page.getByRole('button', { name: new RegExp(`: ${name}$`, 'u') }).click();
  await expect(page).toHaveURL(/\/account$/u);
}

/** What is read out without being shown: its own place, beside the page's one status. */
export const politely = (within: Locator): Locator => within.locator('[aria-live="polite"][data-say]');

export const banner = (page: Page): Locator => page.getByRole('region', { name: 'Assist session' });

export async function leaveAccount(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Logout from current customer' }).click();
  await expect(page).toHaveURL(/\/staff/u);
}
