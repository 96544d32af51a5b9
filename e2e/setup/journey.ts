import { expect, type Locator, type Page } from '@playwright/test';
import { PASSWORD } from './people.ts';

/** How a person acts: with a mouse and script, with a thumb, or in a browser that runs no script at all. */
export interface Way {
  script: boolean;
  touch: boolean;
}

export interface Journey extends Way {
  page: Page;
  press: (target: Locator) => Promise<void>;
}

export function journeyOn(page: Page, { script = true, touch = false }: Partial<Way> = {}): Journey {
  return { page, script, touch, press: (target) => (touch ? target.tap() : target.click()) };
}

const DRILL = 'Drill driver 18 V, 60 Nm';

/** SKU-1001 in the cart. */
export const drillIn = (page: Page): Locator => page.getByRole('listitem', { name: DRILL });

export async function logInAsSarah({ page, press }: Journey): Promise<void> {
  await page.goto('/staff/account/login');
  await page.getByLabel('E-mail').fill('sarah.johnson@staff.example');
  await page.getByLabel('Password').fill(PASSWORD);
  await press(page.getByRole('button', { name: 'Log in', exact: true }));
  await expect(page.getByRole('heading', { name: 'Hello Sarah' })).toBeVisible();
}

export async function enterJohn({ page, script, press }: Journey): Promise<void> {
  await press(page.getByRole('link', { name: 'Customers', exact: true }));
  await expect(page.getByRole('heading', { name: 'Customers', level: 1 })).toBeVisible();
  const search = page.getByRole('searchbox', { name: 'Search customers' });
  await search.pressSequentially('doe');
  if (!script) await search.press('Enter');
  await expect(page.getByRole('table', { name: 'Customers you may see' }).getByRole('rowheader')).toHaveText([/^John Doe/u]);
  await press(page.getByRole('button', { name: 'Login to this account: John Doe' }));
  await expect(page).toHaveURL('/account');
  await expectBanner(page);
}

export async function expectBanner(page: Page): Promise<void> {
  const banner = page.getByRole('region', { name: 'Assist session' });
  await expect(banner).toContainText('You are logged in as: John Doe');
  await expect(banner).toContainText('Staff: Sarah Johnson');
  await expect(banner.getByRole('button', { name: 'Logout from current customer' })).toBeVisible();
}

export async function addTwoDrills({ page, press }: Journey): Promise<void> {
  const search = page.getByRole('searchbox', { name: 'Search products' });
  await search.fill('SKU-1001');
  await search.press('Enter');
  await press(page.getByRole('main').getByRole('link', { name: DRILL }));
  await expect(page.getByRole('heading', { name: DRILL, level: 1 })).toBeVisible();
  await expect(page.getByRole('main')).toContainText('SKU-1001');
  await page.getByRole('spinbutton', { name: `Quantity of ${DRILL}` }).fill('2');
  await press(page.getByRole('button', { name: 'Add to cart', exact: true }));
  await expect(page).toHaveURL('/cart');
  await expect(drillIn(page)).toContainText('$95.00 each');
  await expect(drillIn(page)).toContainText('$190.00');
}

/** Exactly the prices John is offered, the tier above the quantity with the quantity it begins at (C4). */
export async function expectOfferedPrices(page: Page): Promise<void> {
  const offered = drillIn(page).getByRole('combobox', { name: 'Alternative prices' }).getByRole('option');
  const said = (await offered.allTextContents()).toSorted();
  expect(said).toEqual(['Base Price: $100.00', 'Customer Price: $95.00', 'Pricelist A: $90.00', 'Volume Price: $85.00 (from 10)']);
}

export async function sellForEighty({ page, script, press }: Journey): Promise<void> {
  const line = drillIn(page);
  const price = line.getByRole('textbox', { name: 'Edit Price' });
  await expect(price).toHaveValue('95.00');
  await price.fill('80.00');
  if (script) await expect(line.getByRole('status')).toHaveText('−$15.00 (−15.8%)');
  await press(line.getByRole('button', { name: 'Update', exact: true }));
  await expect(line).toContainText('$160.00');
  await expect(line).toContainText('Original price $95.00');
  await expect(line).toContainText('New price $80.00');
  await expect(line).toContainText('−$15.00 (−15.8%)');
  await expect(line.getByRole('button', { name: 'Reset price' })).toBeVisible();
}

export interface Placed {
  number: string;
  total: string;
}

export async function placeOrder({ page, press }: Journey): Promise<Placed> {
  await press(page.getByRole('button', { name: 'Proceed to checkout' }));
  await expect(page.getByRole('heading', { name: 'Checkout', level: 1 })).toBeVisible();
  await expectBanner(page);
  await page.getByRole('textbox', { name: /^Comment/u }).fill('Please call before delivery');
  const total = await page.getByRole('region', { name: 'Order total' }).getByRole('definition').last().innerText();
  await press(page.getByRole('button', { name: 'Place order' }));
  await expect(page.getByRole('heading', { name: 'The order is placed' })).toBeVisible();
  const facts = page.getByRole('main').getByRole('definition');
  const number = await facts.first().innerText();
  expect(number).toMatch(/^\d{6,}$/u);
  await expect(facts.nth(1)).toHaveText(total);
  await expectBanner(page);
  return { number, total };
}

export async function leaveJohn({ page, press }: Journey): Promise<Locator> {
  await press(page.getByRole('button', { name: 'Logout from current customer' }));
  await expect(page).toHaveURL(/\/staff\?receipt=/u);
  return page.getByRole('region', { name: 'What you did for John Doe' });
}
