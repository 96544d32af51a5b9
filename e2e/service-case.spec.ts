import { customerAt, staffAt } from './setup/visitors.ts';
import { enterAccount, leaveAccount, STAFF } from './setup/people.ts';
import { startShop, type ShopProcess } from './setup/shop-process.ts';
import { expect, test } from './setup/test.ts';

// Olivia is in one account at a time: a shop of its own, beside her other journeys.
test.describe.configure({ mode: 'serial' });
let shop: ShopProcess;
test.beforeAll(async () => {
  shop = await startShop();
});
test.afterAll(() => shop.close());

const JOHN = 'john.doe@customer.example';
let faulty = '';

test('D7: John orders, and what arrives is faulty', async ({ browser }) => {
  const { page, leave } = await customerAt(shop, browser, JOHN);
  await page.goto('/quick-order');
  await page.getByRole('textbox', { name: 'Products' }).fill('SKU-1001 2\nSKU-1024 1');
  await page.getByRole('button', { name: 'Add all to cart' }).click();
  await page.getByRole('button', { name: 'Proceed to checkout' }).filter({ visible: true }).click();
  await page.getByRole('button', { name: 'Place order' }).filter({ visible: true }).click();
  await expect(page.getByRole('heading', { name: 'The order is placed' })).toBeVisible();
  faulty = await page.getByRole('main').getByRole('definition').first().innerText();
  await leave();
});

test('D7, C10: Olivia looks at his orders, sends a replacement free of charge, documents it, and leaves', async ({ browser }) => {
  const { page, leave } = await staffAt(shop, browser, STAFF.olivia);
  await enterAccount(page, { query: 'john.doe', name: 'John Doe' });
  await page.getByRole('link', { name: 'My Orders' }).first().click();
  await expect(page.getByRole('heading', { name: 'My Orders', level: 1 })).toBeVisible();
  await page.getByRole('link', { name: faulty }).click();
  await expect(page.getByRole('heading', { name: new RegExp(`^Order ${faulty}`, 'u'), level: 1 })).toBeVisible();
  await page.getByRole('link', { name: 'Replacement order' }).click();
  await page.getByRole('listitem').filter({ hasText: 'SKU-1001' }).getByRole('textbox', { name: 'Pieces to replace' }).fill('3');
  await page.getByRole('button', { name: 'Put replacement into the cart' }).click();
  await expect(page.getByText('Of SKU-1001 at most 2 pieces can be replaced.')).toBeVisible();
  await page.getByRole('listitem').filter({ hasText: 'SKU-1001' }).getByRole('textbox', { name: 'Pieces to replace' }).fill('1');
  await page.getByRole('button', { name: 'Put replacement into the cart' }).click();
  const line = page.getByRole('listitem', { name: 'Drill driver 18 V, 60 Nm' });
  await expect(line).toContainText('Free item: replacement');
  await expect(line.getByRole('textbox', { name: 'Edit Price' })).toHaveCount(0);
  await expect(page.getByText('Free shipping, by Olivia Brandt:')).toBeVisible();

  await page.getByRole('button', { name: 'Proceed to checkout' }).filter({ visible: true }).click();
  const comment = page.getByRole('textbox', { name: /^Comment/u });
  await expect(comment).toHaveValue(`Replacement for order ${faulty}`);
  await comment.fill(`Replacement for order ${faulty}: chuck was loose`);
  await page.getByRole('button', { name: 'Place order' }).filter({ visible: true }).click();
  await expect(page.getByRole('heading', { name: 'The order is placed' })).toBeVisible();
  const facts = page.getByRole('main').getByRole('definition');
  await expect(facts.nth(1)).toHaveText('$0.00');
  const replacement = await facts.first().innerText();
  await page.getByRole('link', { name: 'See the order' }).click();
  await expect(page.getByRole('main')).toContainText('chuck was loose');
  await page.getByRole('main').getByRole('link', { name: faulty }).click();
  await expect(page.getByRole('main')).toContainText(`Replaced by order ${replacement}`);
  await leaveAccount(page);
  await expect(page.getByRole('region', { name: 'What you did for John Doe' })).toContainText(replacement);
  await leave();
});

test('D7: without the right to edit prices there is no replacement, and its address refuses', async ({ browser }) => {
  const { page, leave } = await staffAt(shop, browser, STAFF.max);
  await enterAccount(page, { query: 'john.doe', name: 'John Doe' });
  await page.goto(`/account/orders/${faulty}`);
  await expect(page.getByRole('button', { name: /again|Erneut bestellen/iu })).toBeVisible();
  await expect(page.getByRole('link', { name: /Replacement order|Ersatzbestellung/u })).toHaveCount(0);
  const answer = await page.goto(`/account/orders/${faulty}/replacement`);
  expect(answer?.status()).toBe(403);
  await leave();
});

test('D7: the customer has no such way either', async ({ browser }) => {
  const { page, leave } = await customerAt(shop, browser, JOHN);
  await page.goto(`/account/orders/${faulty}`);
  await expect(page.getByRole('link', { name: 'Replacement order' })).toHaveCount(0);
  const answer = await page.goto(`/account/orders/${faulty}/replacement`);
  expect(answer?.status()).toBe(403);
  await page.goto('/cart');
  await expect(page.getByText('Free shipping')).toHaveCount(0);
  await leave();
});
