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

/** By the form of the portal, and in it. */
export async function logInByForm(page: Page, email: string): Promise<void> {
  await page.goto('/staff/account/login');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Log in', exact: true }).click();
  await expect(page).toHaveURL('/staff');
}

/** What the form sends, without the form, which journeys walk through: the browser is logged in and has no page yet. */
export const logInAsStaff = (page: Page, email: string): Promise<void> => send(page, { form: '/staff/account/login', fields: { email, password: PASSWORD }, leadsTo: '/staff' });

export const logInAsCustomer = (page: Page, email: string): Promise<void> => send(page, { form: '/account/login', fields: { email, password: PASSWORD }, leadsTo: '/account' });

interface Sent {
  form: string;
  action?: string;
  fields?: Record<string, string>;
  leadsTo: string;
}

async function send(page: Page, { form, action = form, fields = {}, leadsTo }: Sent): Promise<void> {
  const token = /name="_csrf" value="([^"]*)"/u.exec(await (await page.request.get(form)).text())?.[1] ?? '';
  const answer = await page.request.post(action, { form: { _csrf: token, ...fields }, headers: { 'sec-fetch-site': 'same-origin' }, maxRedirects: 0 });
  expect(answer.headers()['location'], `${action} for ${fields['email'] ?? 'whoever is there'}`).toBe(leadsTo);
}

/** Wherever the test ended: with the staff session the customer's account is left too, and the next test finds nobody inside. */
export async function logOutStaff(page: Page): Promise<void> {
  const { origin, pathname } = new URL((await page.request.get('/staff')).url());
  if (pathname === '/staff') await send(page, { form: `${origin}/staff`, action: `${origin}/staff/account/logout`, leadsTo: '/staff/account/login' });
}

/** By the menu of the portal, as somebody does in one of several tabs. */
export async function logOutInPortal(page: Page): Promise<void> {
  await page.goto('/staff');
  await page.getByRole('banner').locator('summary').click();
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
