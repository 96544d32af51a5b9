import { customerAt, staffAt, type Visitor } from './setup/visitors.ts';
import { enterAccount, leaveAccount, STAFF } from './setup/people.ts';
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
  sarah = await staffAt(shop, browser, STAFF.sarah);
});
test.afterEach(() => sarah.leave());

test('D7, C10: John calls; Sarah takes his list, gives a discount, reads the total out and confirms the number', async ({ browser }) => {
  const { page } = sarah;
  await page.goto('/staff/customers');
  const search = page.getByRole('searchbox', { name: 'Search customers' });
  await search.pressSequentially('doe');
  await search.press('Enter');
  await expect(page, 'A7: the only one found').toHaveURL(/\/account$/u);
  await page.goto('/cart');
  const usual = page.getByRole('region', { name: 'Usually bought' });
  await usual.getByRole('button', { name: /Circular saw/u }).click();
  await expect(page.getByRole('listitem', { name: /^Circular saw/u })).toBeVisible();
  await expect(usual.getByRole('button', { name: /Circular saw/u })).toHaveCount(0);
  await page.getByRole('link', { name: 'Quick order' }).click();
  const list = page.getByRole('textbox', { name: 'Products' });
  await list.fill('sku-1001 2\nSKU-4711 1\nSKU-1024 3');
  await page.getByRole('button', { name: 'Add all to cart' }).click();
  await expect(page.getByText('Line 2 was not added: SKU-4711 1: This product does not exist.')).toBeVisible();
  await expect(list).toHaveValue('SKU-4711 1');
  await page.getByRole('link', { name: 'Go to cart' }).click();
  await expect(page.getByRole('listitem', { name: 'Drill driver 18 V, 60 Nm' })).toContainText('$95.00 each');

  await page.getByText('Discount on the whole cart').click();
  const form = page.getByRole('form', { name: 'Discount on the whole cart' });
  await form.getByRole('textbox', { name: 'Percent off' }).fill('10');
  await form.getByRole('button', { name: 'Give discount' }).click();
  await expect(form.getByText('A reason is required.')).toBeVisible();
  await expect(form.getByRole('textbox', { name: 'Percent off' })).toHaveValue('10');
  await form.getByRole('combobox', { name: 'Reason' }).selectOption({ label: 'volume' });
  await form.getByRole('button', { name: 'Give discount' }).click();
  await expect(page.getByRole('list', { name: 'Given by our team' })).toContainText('10% off the whole cart, by Sarah Johnson: volume');

  await page.getByRole('button', { name: 'Proceed to checkout' }).filter({ visible: true }).click();
  const readOut = page.getByRole('region', { name: 'Read out to John Doe:' });
  await expect(readOut).toContainText(/US dollars in all/u);
  await expect(readOut).toContainText(/In words: [a-z -]+ dollars/u);
  await page.getByRole('button', { name: 'Place order' }).filter({ visible: true }).click();
  await expect(page.getByRole('heading', { name: 'The order is placed' })).toBeVisible();
  const number = await page.getByRole('main').getByRole('definition').first().innerText();
  const blocks = (number.match(/.{1,3}/gu) ?? []).map((block) => block.split('').join(' ')).join(' – ');
  await expect(page.getByRole('main')).toContainText(`order ${blocks}`);
  await leaveAccount(page);
  await expect(page.getByRole('region', { name: 'What you did for John Doe' })).toContainText('Gave a discount of 10 % on the whole cart (volume)');

  const john = await customerAt(shop, browser, 'john.doe@customer.example');
  await john.page.goto(`/account/orders/${number}`);
  await expect(john.page.getByRole('main')).toContainText('Discount from our team');
  await john.page.goto('/cart');
  await expect(john.page.getByText('Discounts and free items')).toHaveCount(0);
  await expect(john.page.getByRole('heading', { name: 'The cart is empty' })).toBeVisible();
  await john.leave();
});

test('C10: what John was given is not there for good: taken back, it is gone for both', async ({ browser }) => {
  const { page } = sarah;
  await enterAccount(page, { query: 'doe', name: 'John Doe' });
  await page.goto('/quick-order');
  await page.getByRole('textbox', { name: 'Products' }).fill('SKU-1001 1');
  await page.getByRole('button', { name: 'Add all to cart' }).click();
  await page.getByText('Free shipping', { exact: true }).click();
  const form = page.getByRole('form', { name: 'Free shipping' });
  await form.getByRole('combobox', { name: 'Reason' }).selectOption({ label: 'loyalty' });
  await form.getByRole('button', { name: 'Give free shipping' }).click();
  const john = await customerAt(shop, browser, 'john.doe@customer.example');
  await john.page.goto('/cart');
  await expect(john.page.getByText('Free shipping, by Sarah Johnson:')).toBeVisible();
  await john.page.getByRole('button', { name: 'Take free shipping back' }).click();
  await expect(john.page.getByText('Free shipping, by Sarah Johnson:')).toHaveCount(0);
  await page.goto('/cart');
  await expect(page.getByText('Free shipping, by Sarah Johnson:')).toHaveCount(0);
  await leaveAccount(page);
  await john.leave();
});
