import type { Browser, Page } from '@playwright/test';
import { enterAccount, logInAsStaff, logOutStaff, STAFF } from './setup/people.ts';
import { test } from './setup/own-shop.ts';
import { expect } from './setup/test.ts';

test.use({ shopName: 'price-system' });

// Íker in Spain, one customer for each width: customer prices of nobody else are touched.
const ON = [
  { width: 1280, customer: '1241', name: 'Begoña Castro Souto', typed: '61.11', shown: '61,11' },
  { width: 360, customer: '1181', name: 'Concepción Castro Souto', typed: '62.22', shown: '62,22' },
] as const;

// One clerk, one live customer context at a time (B7).
test.describe.configure({ mode: 'default' });

for (const { width, customer, name, typed, shown } of ON) {
  test(`C4, F3: a customer price given in admin is in the clerk's dropdown and applies without typing, at ${width} px`, async ({ page, browser, baseURL }) => {
    await page.setViewportSize({ width, height: 900 });
    await logInAsStaff(page, STAFF.admin);
    await givePrice(page, { customer, typed });

    const clerk = await newPage(browser, baseURL, width);
    await logInAsStaff(clerk, STAFF.iker);
    await enterAccount(clerk, { query: customer, name });
    await clerk.goto('/es/p/drill-driver-18v-60');
    await clerk.getByRole('button', { name: 'Añadir al carrito', exact: true }).click();
    await expect(clerk).toHaveURL('/es/cart');
    const line = clerk.getByRole('listitem').filter({ hasText: 'SKU-1001' });
    const offered = line.getByRole('combobox', { name: 'Precios alternativos' });
    await expect(offered.getByRole('option').filter({ hasText: 'Precio de cliente' })).toHaveText(new RegExp(`^Precio de cliente: ${shown}\\s€$`, 'u'));

    await offered.selectOption('base');
    await expect(line.getByRole('button', { name: 'Restablecer precio' })).toBeVisible();
    await offered.selectOption('customer');
    await expect(line.locator('.cart-line-total')).toContainText(shown);
    await line.getByText('¿Por qué este precio?').click();
    await expect(line.getByRole('table', { name: 'Precios considerados' })).toContainText('Precio de cliente');
    expect(await clerk.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);

    await logOutStaff(clerk);
    await clerk.context().close();
    await deletePrice(page, customer);
  });
}

async function newPage(browser: Browser, baseURL: string | undefined, width: number): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, ...(baseURL === undefined ? {} : { baseURL }) });
  return context.newPage();
}

async function givePrice(page: Page, { customer, typed }: { customer: string; typed: string }): Promise<void> {
  await deletePrice(page, customer);
  await page.goto('/admin/prices');
  await page.getByText('Add price', { exact: true }).click();
  await page.getByRole('main').getByRole('link', { name: 'Customer Price', exact: true }).first().click();
  await expect(page.getByRole('heading', { name: 'New price: Customer Price' })).toBeVisible();
  await page.getByLabel('Website').selectOption('Europe (EUR)');
  await page.getByLabel('Customer', { exact: true }).fill(customer);
  await page.getByLabel('SKU').fill('SKU-1001');
  await page.getByRole('textbox', { name: 'Price', exact: true }).fill(typed);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('The price is saved.')).toBeVisible();
}

/** What a run before has left, if any. */
async function deletePrice(page: Page, customer: string): Promise<void> {
  await page.goto(`/admin/prices?product=SKU-1001&source=customer&customer=${customer}`);
  const row = page.getByRole('table', { name: 'Prices', exact: true }).getByRole('link', { name: 'Customer Price' });
  if ((await row.count()) === 0) return;
  await row.first().click();
  await page.getByRole('button', { name: 'Delete Customer Price of SKU-1001' }).click();
  await expect(page.getByText('The price was deleted.')).toBeVisible();
}
