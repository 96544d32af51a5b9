import { expectNoSidewaysScroll, expectUnderThumb, staffAt, type Visitor } from './setup/visitors.ts';
import { STAFF } from './setup/people.ts';
import { startShop, type ShopProcess } from './setup/shop-process.ts';
import { expect, test } from './setup/test.ts';

// Sarah is in one account at a time: a shop of its own, beside her other journeys.
test.describe.configure({ mode: 'serial' });
let shop: ShopProcess;
let sarah: Visitor;
test.beforeAll(async () => {
  shop = await startShop();
});
test.afterAll(() => shop.close());
test.beforeEach(async ({ browser }) => {
  sarah = await staffAt(shop, browser, STAFF.sarah, { width: 360, height: 740 });
});
test.afterEach(() => sarah.leave());

const DRILL = 'Drill driver 18 V, 60 Nm';

test('A12: Sarah’s visit at John’s, one-handed on a phone of 360 px, from the login to My Orders', async () => {
  const { page } = sarah;
  await expectNoSidewaysScroll(page);
  await page.getByRole('link', { name: 'Customers', exact: true }).tap();
  await page.getByRole('searchbox', { name: 'Search customers' }).pressSequentially('ERP-001001');
  const rows = page.getByRole('table', { name: 'Customers you may see' });
  await expect(rows.getByRole('rowheader')).toHaveText([/^John Doe/u]);
  await expect(rows.getByText('ERP-001001')).toBeVisible();
  await expectNoSidewaysScroll(page);
  await page.getByRole('button', { name: 'Login to this account: John Doe' }).tap();
  await expect(page).toHaveURL(/\/account$/u);
  await expect(page.getByRole('region', { name: 'Assist session' })).toContainText('You are logged in as: John Doe');
  await expectNoSidewaysScroll(page);

  // They look at products together.
  await page.goto('/c/power-tools');
  await expectNoSidewaysScroll(page);
  await page.getByRole('main').getByRole('link', { name: DRILL }).first().tap();
  await expect(page.getByRole('heading', { name: DRILL, level: 1 })).toBeVisible();
  await expectNoSidewaysScroll(page);
  const add = page.getByRole('button', { name: 'Add to cart', exact: true });
  await expectUnderThumb(page, add);
  await add.tap();
  await expect(page).toHaveURL(/\/cart$/u);
  await expectNoSidewaysScroll(page);

  // The price they agreed on.
  const line = page.getByRole('listitem', { name: DRILL });
  await line.getByRole('textbox', { name: 'Edit Price' }).fill('85.00');
  await line.getByRole('button', { name: 'Update', exact: true }).tap();
  await expect(line).toContainText('New price $85.00');
  await expectNoSidewaysScroll(page);
  const proceed = page.getByRole('button', { name: 'Proceed to checkout' }).filter({ visible: true });
  await expectUnderThumb(page, proceed);
  await proceed.tap();
  await expect(page.getByRole('heading', { name: 'Checkout', level: 1 })).toBeVisible();
  await expectNoSidewaysScroll(page);
  const place = page.getByRole('button', { name: 'Place order' }).filter({ visible: true });
  await expectUnderThumb(page, place);
  await place.tap();
  await expect(page.getByRole('heading', { name: 'The order is placed' })).toBeVisible();
  await expectNoSidewaysScroll(page);
  const number = await page.getByRole('main').getByRole('definition').first().innerText();

  await page.getByRole('button', { name: 'Logout from current customer' }).tap();
  await expect(page).toHaveURL(/\/staff\?receipt=/u);
  await expect(page.getByRole('region', { name: 'What you did for John Doe' })).toContainText(number);
  await expectNoSidewaysScroll(page);
  await page.getByRole('link', { name: 'My Orders', exact: true }).first().tap();
  await expect(page.getByRole('table', { name: 'My Orders' }).or(page.getByRole('table')).first()).toContainText(number);
  await expectNoSidewaysScroll(page);
});

test('A12: the filters of My Orders fold on a phone, and open with a tap', async () => {
  const { page } = sarah;
  await page.goto('/staff/orders');
  const status = page.getByRole('combobox', { name: 'Status' });
  await expect(status).toBeHidden();
  await page.getByText('Filters', { exact: true }).tap();
  await expect(status).toBeVisible();
  await expectNoSidewaysScroll(page);
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto('/staff/orders');
  await expect(page.getByRole('combobox', { name: 'Status' })).toBeVisible();
});

test('A12: the portal can be installed, and starts where staff begin', async () => {
  const { page } = sarah;
  const href = await page.locator('link[rel="manifest"]').getAttribute('href');
  const manifest: unknown = await (await page.request.get(href ?? '')).json();
  expect(manifest).toMatchObject({ start_url: '/staff', display: 'standalone', name: 'Onbehalf' });
  for (const src of ['/icon-192.png', '/icon-512.png', '/icon-maskable-512.png']) {
    expect(JSON.stringify(manifest)).toContain(src);
    expect((await page.request.get(src)).headers()['content-type']).toBe('image/png');
  }
});
