import type { TestBrowser, Visit } from './test-browser.ts';

export const PASSWORD = 'demo-Onbehalf-2026';

export const STAFF = {
  sarah: 'sarah.johnson@staff.example',
  max: 'max.keller@staff.example',
  olivia: 'olivia.brandt@staff.example',
  vera: 'vera.novak@staff.example',
  ruth: 'ruth.sanders@staff.example',
  admin: 'admin@staff.example',
  clara: 'clara.vidal@staff.example',
} as const;

/** Ids of the demo's named customers. */
export const CUSTOMER = { john: '1001', jane: '1002', bo: '1003', uma: '1004' } as const;

export async function logInAsStaff(browser: TestBrowser, email: string): Promise<Visit> {
  await browser.get('/staff/account/login');
  return browser.post('/staff/account/login', { email, password: PASSWORD });
}

export async function logInAsCustomer(browser: TestBrowser, email: string): Promise<Visit> {
  await browser.get('/account/login');
  return browser.post('/account/login', { email, password: PASSWORD });
}

/** From the customer list into the account, as the button does it. */
export async function enter(browser: TestBrowser, customerId: string, fields: Record<string, string> = {}): Promise<Visit> {
  await browser.get('/staff/customers');
  return browser.post(`/staff/customers/${customerId}/enter`, fields);
}

export interface LineForm {
  id: string;
  version: string;
}

/** The first line of the cart page looked at: its id and the version that every change sends back. */
export function lineIn(html: string): LineForm {
  const id = /\/cart\/lines\/([0-9a-f-]{36})\/price/.exec(html)?.[1] ?? /\/cart\/lines\/([0-9a-f-]{36})/.exec(html)?.[1] ?? '';
  const version = /name="version" value="(\d+)"/.exec(html)?.[1] ?? '';
  return { id, version };
}

export function hidden(html: string, name: string): string {
  return new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';
}
