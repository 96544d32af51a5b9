import type { Browser, Page } from '@playwright/test';
import { leaveAccount, logInAsStaff, logOutStaff, STAFF } from './setup/people.ts';
import { test } from './setup/own-shop.ts';
import { expect } from './setup/test.ts';

test.use({ shopName: 'price-rails' });

/** Olivia asks, with a limit that she has for this file alone; Ruth only decides, in the portal. */
const SETTING = 'Approval above the limit';

interface Words {
  store: 'main' | 'de';
  path: string;
  width: number;
  add: string;
  field: string;
  reason: string;
  update: string;
  noZero: string;
  asked: string;
  price: string;
  waiting: string;
  tag: string;
  proceed: string;
  place: string;
  placed: string;
  news: string;
  show: string;
  beyond: string;
}

const SALES: readonly Words[] = [
  {
    store: 'main', path: '', width: 1280, add: 'Add to cart', field: 'Edit Price', reason: 'Reason', update: 'Update', noZero: 'A price of 0 is not allowed in this store.', asked: '62.50', price: '$62.50',
    waiting: 'Waiting for approval', tag: 'Olivia Brandt, price match, approved by Ruth Sanders', proceed: 'Proceed to checkout', place: 'Place order', placed: 'The order is placed',
    news: 'Ruth Sanders approved $62.50.', show: 'Show it in the cart', beyond: 'Needs approval',
  },
  {
    store: 'de', path: '/de', width: 360, add: 'In den Warenkorb', field: 'Preis ändern', reason: 'Grund', update: 'Ändern', noZero: 'Der Preis 0 ist in diesem Shop nicht erlaubt', asked: '62,50', price: '62,50',
    waiting: 'Wartet auf Freigabe', tag: 'Olivia Brandt, Preisanpassung, freigegeben von Ruth Sanders', proceed: 'Zur Kasse', place: 'Bestellung aufgeben', placed: 'Die Bestellung ist aufgegeben',
    news: 'Ruth Sanders hat 62,50', show: 'Im Warenkorb zeigen', beyond: 'Braucht eine Freigabe',
  },
];

test.describe.configure({ mode: 'serial' });

test.beforeAll(async ({ browser, baseURL }) => {
  const admin = await pageOf(browser, baseURL);
  await logInAsStaff(admin, STAFF.admin);
  await answer(admin, 'ask-lead');
  await limit(admin, '10');
  await admin.context().close();
});

test.afterAll(async ({ browser, baseURL }) => {
  const admin = await pageOf(browser, baseURL);
  await logInAsStaff(admin, STAFF.admin);
  await answer(admin, 'refuse');
  await limit(admin, '100');
  await admin.context().close();
});

for (const words of SALES) {
  test(`C5: Olivia asks, Ruth approves, Olivia orders: ${words.store}, ${words.width} px`, async ({ browser, baseURL, page }) => {
    await page.setViewportSize({ width: words.width, height: 900 });
    await logInAsStaff(page, STAFF.olivia);
    await enterSomebody(page, words);
    await page.goto(`${words.path}/p/drill-driver-18v-60`);
    await page.getByRole('button', { name: words.add, exact: true }).click();
    await type(page, words, '0');
    await expect(page.getByRole('alert').filter({ hasText: words.noZero })).toBeVisible();
    await expect(page.getByRole('textbox', { name: words.field })).toHaveValue('0');
    await type(page, words, words.asked);
    const line = page.getByRole('main').getByRole('listitem').filter({ has: page.getByRole('textbox', { name: words.field }) });
    await expect(line.getByText(words.waiting)).toBeVisible();
    await expect(line).toContainText(words.price);
    await expect(page.getByRole('button', { name: words.proceed }).filter({ visible: true })).toBeDisabled();

    const ruth = await pageOf(browser, baseURL);
    await ruth.setViewportSize({ width: words.width, height: 900 });
    await logInAsStaff(ruth, STAFF.ruth);
    await ruth.goto('/staff');
    await ruth.getByRole('link', { name: /^Olivia Brandt asks for/u }).first().click();
    await expect(ruth.getByRole('heading', { name: 'Approve a price' })).toBeVisible();
    await expect(ruth.getByText('more off than Olivia Brandt may give')).toBeVisible();
    await ruth.getByRole('button', { name: 'Approve', exact: true }).click();
    await expect(ruth.getByText('is approved and stands in the cart')).toBeVisible();
    await ruth.context().close();

    await expect(line, 'told where it waits, without a reload').toContainText(words.news);
    await line.getByRole('link', { name: words.show }).click();
    await expect(line).toContainText(words.tag);
    const field = page.getByRole('textbox', { name: words.field });
    await field.fill('12 %');
    await expect(line.getByText(words.beyond)).toBeVisible();
    await field.press('Escape');
    await expect(field).toHaveValue(words.asked);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await page.getByRole('button', { name: words.proceed }).filter({ visible: true }).click();
    await page.getByRole('button', { name: words.place }).filter({ visible: true }).click();
    await expect(page.getByRole('heading', { name: words.placed })).toBeVisible();
    await (words.store === 'main' ? leaveAccount(page) : logOutStaff(page));
  });
}

async function pageOf(browser: Browser, baseURL: string | undefined): Promise<Page> {
  return (await browser.newContext({ ...(baseURL === undefined ? {} : { baseURL }), locale: 'en-US' })).newPage();
}

async function answer(admin: Page, value: 'ask-lead' | 'refuse'): Promise<void> {
  await admin.goto('/admin/configuration');
  await admin.getByRole('searchbox', { name: 'Search settings' }).fill(SETTING);
  await admin.getByRole('button', { name: 'Search', exact: true }).click();
  await admin.getByRole('combobox', { name: SETTING }).selectOption(value);
  await admin.getByRole('button', { name: 'Save Config' }).first().click();
  await expect(admin.getByText('The configuration is saved.').first()).toBeVisible();
}

async function limit(admin: Page, percent: string): Promise<void> {
  await admin.goto('/admin/staff?q=olivia');
  await admin.getByRole('row').filter({ hasText: STAFF.olivia }).getByRole('link').first().click();
  await admin.getByLabel('Largest discount it may give (percent)').fill(percent);
  await admin.getByRole('button', { name: 'Save Staff' }).first().click();
  await expect(admin.getByLabel('Largest discount it may give (percent)')).toHaveValue(percent);
}

async function enterSomebody(page: Page, { store }: Words): Promise<void> {
  await page.goto(`/staff/customers?consent=given&store=${store}`);
  await page.getByRole('button', { name: /^Login to this account: / }).and(page.locator(':enabled')).nth(9).click();
  await expect(page).toHaveURL(/\/account$/u);
}

async function type(page: Page, { field, reason, update }: Words, price: string): Promise<void> {
  await page.getByRole('textbox', { name: field }).fill(price);
  await page.getByRole('combobox', { name: reason, exact: true }).first().selectOption('price match');
  await page.getByRole('button', { name: update, exact: true }).first().click();
}
