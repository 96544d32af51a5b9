import type { Browser, Page } from '@playwright/test';
import { enterAccount, logInAsCustomer, logInAsStaff, logOutStaff, STAFF } from './setup/people.ts';
import { expect, test } from './setup/test.ts';

// Changes settings of the European website, in whose stores no other test of prices at zero runs.
test.describe.configure({ mode: 'default' });
test.beforeEach(({ page }) => logInAsStaff(page, STAFF.admin));

const ZERO = 'Allow 0 Price on Item Price Edit';

test('F1: "Allow 0 Price on Item Price Edit" acts in the cart once saved, for its website only, and goes back', async ({ page, browser, baseURL }) => {
  const seller = await sellerInSpain(browser, baseURL);
  await typePrice(seller, '0');
  await expect(seller.getByRole('alert')).toContainText('El precio 0 no está permitido en esta tienda.');

  await allowZero(page, 'Yes');
  await typePrice(seller, '0');
  await expect(seller.getByRole('listitem').filter({ hasText: 'SKU-1001' })).toContainText('0,00 €');

  await allowZero(page, 'No');
  await seller.reload();
  await typePrice(seller, '0');
  await expect(seller.getByRole('alert')).toContainText('El precio 0 no está permitido en esta tienda.');
  await logOutStaff(seller);
  await seller.context().close();

  await page.getByRole('navigation', { name: 'Administration' }).getByRole('link', { name: 'Action Logs' }).click();
  await page.getByLabel('Action Group').selectOption('Configuration');
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  await expect(entries(page).filter({ hasText: `Ana Duarte changed “${ZERO}” from No to Yes` }).first()).toBeVisible();
});

test('F1: a value that is refused stays as typed, and nothing of the page is saved', async ({ page }) => {
  await openSetting(page, 'Session lifetime');
  const lifetime = page.getByRole('spinbutton', { name: 'Session lifetime (seconds)' });
  const before = await lifetime.inputValue();
  await lifetime.fill('5');
  await page.getByRole('button', { name: 'Save Config' }).first().click();
  await expect(page.getByText('Nothing was saved yet.')).toBeVisible();
  await expect(lifetime).toHaveValue('5');
  await expect(lifetime).toHaveAttribute('aria-invalid', 'true');
  await openSetting(page, 'Session lifetime');
  await expect(lifetime).toHaveValue(before);
});

test('E3: Action Logs find by group, person and result, and read as sentences', async ({ page }) => {
  await page.goto('/admin/action-logs');
  await page.getByLabel('Action Group').selectOption('Login As Customer');
  await page.getByLabel('Actor').selectOption('Sarah Johnson');
  await page.getByLabel('Customer', { exact: true }).fill('john.doe@customer.example');
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  await expect(page).toHaveURL(/customer=john/u);
  await expect(entries(page).first()).toContainText(/Sarah Johnson (logged in as|left the account of) John Doe/u);
  for (const text of await entries(page).allInnerTexts()) {
    expect(text).toContain('Sarah Johnson');
    expect(text).toContain('John Doe');
  }
  await entries(page).first().getByText('Details').click();
  await expect(entries(page).first()).toContainText('Assist session');
  await page.getByLabel('Customer', { exact: true }).fill('nobody@customer.example');
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'No entry matches' })).toBeVisible();
  await expect(page.getByLabel('Customer', { exact: true })).toHaveValue('nobody@customer.example');
});

test('A1: a member of staff without the right is refused at every door of admin', async ({ page, browser, baseURL }) => {
  await page.goto('/staff');
  const clara = await newPage(browser, baseURL);
  await logInAsStaff(clara, STAFF.clara);
  await clara.goto('/staff');
  await expect(clara.getByRole('navigation', { name: 'Portal' })).toBeVisible();
  await expect(clara.getByRole('link', { name: /^Admin/u })).toHaveCount(0);
  for (const door of ['/admin', '/admin/orders', '/admin/configuration', '/admin/action-logs', '/admin/mails']) {
    await clara.goto(door);
    await expect(clara.getByRole('button', { name: /Save Config|Guardar/u }), door).toHaveCount(0);
    await expect(clara.getByRole('main'), door).toContainText('Su rol no permite esto.');
  }
  await clara.context().close();
  const customer = await newPage(browser, baseURL);
  await logInAsCustomer(customer, 'ashley.flores@customer.example');
  await customer.goto('/admin/orders');
  await expect(customer).toHaveURL(/\/staff\/account\/login/u);
  await customer.context().close();
});

const entries = (page: Page) => page.getByRole('list', { name: 'Entries, newest first' }).getByRole('listitem');

async function newPage(browser: Browser, baseURL: string | undefined): Promise<Page> {
  const context = await browser.newContext(baseURL === undefined ? {} : { baseURL });
  return context.newPage();
}

/** By the search over all settings. */
async function openSetting(page: Page, words: string): Promise<void> {
  await page.goto('/admin/configuration');
  await page.getByRole('searchbox', { name: 'Search settings' }).fill(words);
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  await expect(page.getByRole('heading', { name: /^Settings that match/u })).toBeVisible();
}

async function allowZero(page: Page, answer: 'Yes' | 'No'): Promise<void> {
  await openSetting(page, ZERO);
  const europe = page.getByRole('navigation', { name: 'Scope' }).getByRole('link', { name: 'Website: Europe' });
  await europe.click();
  await expect(europe).toHaveAttribute('aria-current', 'true');
  const setting = page.getByRole('combobox', { name: ZERO });
  const parent = page.getByRole('checkbox', { name: /Use parent value/u });
  await expect(parent).toBeVisible();
  if (await parent.isChecked()) await parent.uncheck();
  await setting.selectOption(answer);
  await page.getByRole('button', { name: 'Save Config' }).first().click();
  await expect(page.getByText('The configuration is saved.').first()).toBeVisible();
  await expect(setting.getByRole('option', { selected: true })).toHaveText(answer);
}

async function sellerInSpain(browser: Browser, baseURL: string | undefined): Promise<Page> {
  const page = await newPage(browser, baseURL);
  await logInAsStaff(page, STAFF.olivia);
  await enterAccount(page, { query: '1101', name: 'Laura Marín Espejo' });
  await page.goto('/es/p/drill-driver-18v-60');
  await page.getByRole('button', { name: 'Añadir al carrito', exact: true }).click();
  await expect(page).toHaveURL('/es/cart');
  return page;
}

async function typePrice(page: Page, price: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Cambiar precio' }).fill(price);
  await page.getByRole('button', { name: 'Actualizar', exact: true }).click();
}
