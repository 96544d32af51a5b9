import type { Page } from '@playwright/test';
import { startOnTwoOrigins, type OwnServer } from './setup/own-server.ts';
import { PASSWORD, STAFF } from './setup/people.ts';
import { expect, test } from './setup/test.ts';

// One server for the whole file: it takes longer to start than any of these tests.
test.describe.configure({ mode: 'serial', timeout: 120_000 });

let at: OwnServer;
test.beforeAll(async () => {
  test.setTimeout(120_000);
  at = await startOnTwoOrigins();
});
test.afterAll(() => at.stop());

async function logIn(page: Page, email: string): Promise<void> {
  await page.goto(`${at.staff}/staff/account/login`);
  await page.getByRole('textbox').nth(0).fill(email);
  await page.locator('input[type=password]').fill(PASSWORD);
  await page.locator('form', { has: page.locator('input[type=password]') }).locator('button').click();
  await expect(page).toHaveURL(`${at.staff}/staff`);
}

async function enter(page: Page, query: string, name: string): Promise<void> {
  await page.goto(`${at.staff}/staff/customers?q=${encodeURIComponent(query)}`);
  await page.getByRole('button', { name: new RegExp(`: ${name}$`, 'u') }).click();
}

const banner = (page: Page) => page.locator('#assist');

test('B3: one click leads from the portal into the customer on another origin, and logging out leads back', async ({ page, context }) => {
  const asked: string[] = [];
  context.on('request', (request) => asked.push(`${request.url()} ${request.headers()['referer'] ?? ''}`));
  await logIn(page, STAFF.sarah);
  await enter(page, 'john.doe', 'John Doe');
  await expect(page).toHaveURL(`${at.store}/account`);
  await expect(banner(page)).toContainText('You are logged in as: John Doe');
  await expect(banner(page)).toContainText('Staff: Sarah Johnson');
  expect(asked.filter((one) => one.includes('oho_'))).toEqual([]);

  const cookies = await context.cookies();
  expect(cookies.map(({ name, domain }) => `${domain} ${name}`).toSorted()).toEqual(expect.arrayContaining(['127.0.0.1 __Host-staff', 'localhost __Host-assist']));
  expect(cookies.filter(({ name }) => name === '__Host-staff').map(({ domain }) => domain)).toEqual(['127.0.0.1']);

  await page.goto(`${at.store}/cart`);
  await expect(banner(page)).toBeVisible();
  await page.getByRole('button', { name: 'Logout from current customer' }).click();
  await expect(page).toHaveURL(new RegExp(`^${at.staff}/staff\\?receipt=`, 'u'));
  await expect(page.getByRole('region', { name: 'What you did for John Doe' })).toBeVisible();
});

test('T12: the way back leads to no ticket, neither in the address nor in the history', async ({ page }) => {
  await logIn(page, STAFF.lukas);
  await page.goto(`${at.staff}/staff/customers`);
  const first = page.locator('button[data-enter]:not([aria-disabled])').first();
  await first.click();
  await expect(banner(page)).toBeVisible();
  const inside = page.url();
  for (let n = 0; n < 3; n += 1) {
    await page.goBack();
    expect(page.url()).not.toContain('oho_');
    await expect(page.locator('main')).toBeVisible();
  }
  await page.goto(inside);
  await expect(banner(page)).toBeVisible();
});

test('T05: a stolen ticket opens nothing in another browser', async ({ page, browser }) => {
  await logIn(page, STAFF.sarah);
  // Stopped on the way: the form with the ticket is not sent.
  const tickets: string[] = [];
  await page.route(`${at.store}/assist`, (route) => {
    tickets.push(new URLSearchParams(route.request().postData() ?? '').get('ticket') ?? '');
    return route.fulfill({ status: 204 });
  });
  await enter(page, 'john.doe', 'John Doe');
  await expect.poll(() => tickets.length).toBe(1);
  const ticket = `${at.store}/assist#${tickets[0] ?? ''}`;
  const thief = await browser.newContext({ locale: 'en' });
  const stolen = await thief.newPage();
  await stolen.goto(ticket);
  await expect(stolen.getByRole('heading', { name: 'This login to the store is no longer valid.' })).toBeVisible();
  await expect(stolen.getByRole('link', { name: 'Back to your customers' })).toHaveAttribute('href', `${at.staff}/staff/customers`);
  await stolen.goto(`${at.store}/account`);
  await expect(stolen).toHaveURL(/\/account\/login/u);
  await thief.close();
  await page.unrouteAll();
  await page.goto('about:blank');
  await page.goto(ticket);
  await expect(banner(page)).toContainText('John Doe');
  await page.getByRole('button', { name: 'Logout from current customer' }).click();
});

test('G5: without script the page at the store says why nothing happens, and leads back', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${at.store}/assist#oho_${'x'.repeat(43)}`);
  await expect(page.getByText('This page needs JavaScript')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Back to your customers' })).toHaveAttribute('href', `${at.staff}/staff/customers`);
  await context.close();
});

test('B18: a login link leads to a page that asks, and its button into the account', async ({ page }) => {
  await logIn(page, STAFF.iker);
  await page.goto(`${at.staff}/staff/customers?consent=given`);
  const id = /customers\/(\d+)\/enter/u.exec((await page.locator('form:has(button[data-enter])').first().getAttribute('action')) ?? '')?.[1] ?? '';
  await page.goto(`${at.staff}/staff/customers/${id}`);
  await page.locator(`a[href="/staff/customers/${id}/link"]`).click();
  await page.locator(`form[action="/staff/customers/${id}/link"] button`).click();
  await expect(page).toHaveURL(/\/staff\/links\//u);
  await page.locator('form[action$="/open"] button').click();
  await expect(page).toHaveURL(/\/staff\/link\?token=/u);
  await expect(banner(page)).toHaveCount(0);
  await page.locator('form.start-form button').click();
  await expect(banner(page)).toBeVisible();
  expect(new URL(page.url()).origin).toBe(at.store);
});
