import { RESOURCE } from '@onbehalf/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDemoShop, type DemoShop } from '../testing/demo-shop.ts';
import { CUSTOMER, STAFF, enter, lineIn, logInAsCustomer, logInAsStaff } from '../testing/people.ts';
import type { TestBrowser, Visit } from '../testing/test-browser.ts';

let shop: DemoShop;
let admin: TestBrowser;
let sarah: TestBrowser;

beforeAll(async () => {
  shop = await openDemoShop();
  admin = shop.browser();
  await logInAsStaff(admin, STAFF.admin);
  sarah = shop.browser();
  await logInAsStaff(sarah, STAFF.sarah);
  await enter(sarah, CUSTOMER.john);
});
afterAll(() => shop.close());

const US = '1';

/** As an administrator fills the form of one kind of price. */
async function give(source: string, fields: Record<string, string>): Promise<Visit> {
  await admin.get(`/admin/prices/new?source=${source}`);
  return admin.post('/admin/prices', { source, website: US, quantity: '1', ...fields });
}

/** What the dropdown of the cart's first line offers, as a person reads it. */
async function offered(sku: string): Promise<string[]> {
  const cart = await sarah.get('/cart');
  const select = new RegExp(`${sku}[\\s\\S]*?<select[^>]*name="alternative"[^>]*>([\\s\\S]*?)</select>`).exec(cart.html)?.[1] ?? '';
  return [...select.matchAll(/<option value="([^"]+)"[^>]*>([^<]*)</g)].map(([, , label = '']) => label.replaceAll(/\s+/g, ' ').trim());
}

async function emptied(): Promise<void> {
  await shop.rows(`delete from cart_line using cart where cart.id = cart_line.cart_id and cart.customer_id = $1`, [CUSTOMER.john]);
}

async function inCart(sku: string, quantity = '1'): Promise<{ cart: Visit; id: string; version: string }> {
  await emptied();
  const [product] = await shop.rows<{ slug: string }>('select slug from product where sku = $1', [sku]);
  await sarah.get(`/p/${product?.slug ?? ''}`);
  const cart = await sarah.post('/cart/lines', { sku, quantity });
  return { cart, ...lineIn(cart.html) };
}

async function choose(key: string): Promise<Visit> {
  const cart = await sarah.get('/cart');
  const { id, version } = lineIn(cart.html);
  return sarah.post(`/cart/lines/${id}/price`, { version, alternative: key });
}

async function priceId(where: string, params: unknown[] = []): Promise<string> {
  const [row] = await shop.rows<{ id: string }>(`select id::text as id from price where ${where} order by id desc limit 1`, params);
  return row?.id ?? '';
}

async function remove(id: string): Promise<Visit> {
  await admin.get(`/admin/prices/${id}`);
  return admin.post(`/admin/prices/${id}/delete`);
}

const entries = (result = 'done') =>
  shop.rows<{ action: string; body: string }>(
    `select action, regexp_replace(convert_from(canonical, 'UTF8'), '^([^\\n]*\\n){4}', '') as body from audit_entry where action_group = 'catalog' and result = $1 order by id desc`, [result]);

describe('C4: the dropdown of alternative prices', () => {
  it('C4: reads for John as in the example: Base Price, Customer Price, Pricelist A, Volume Price', async () => {
    await inCart('SKU-1001');
    expect(await offered('SKU-1001')).toEqual(['Base Price: $100.00', 'Customer Price: $95.00', 'Pricelist A: $90.00', 'Volume Price: $85.00 (from 10)']);
  });

  it.each([
    ['base', '$100.00', 'Base Price'],
    ['price-list', '$90.00', 'Pricelist A'],
    ['volume:10', '$85.00', 'Volume Price'],
  ])('C4: choosing %s applies %s without typing, and its source is recorded', async (wanted, amount, label) => {
    const { cart } = await inCart('SKU-1001');
    const key = new RegExp(`<option value="(${wanted}[^"]*)"`).exec(cart.html)?.[1] ?? '';
    const chosen = await choose(key);
    expect(chosen.url).toBe('/cart');
    expect(chosen.text).toContain(amount);
    const [line] = await shop.rows<{ override_source: string; override_label: string }>('select override_source, override_label from cart_line where override_source is not null');
    expect(line).toEqual({ override_source: key, override_label: label });
  });

  it('C4: gains Category Price, Matrix Price and Group Price as an administrator gives them, each by its name', async () => {
    await give('category', { category: await categoryOf('SKU-1001'), group: '', amount: '94.00' });
    await give('matrix', { product: 'SKU-1001', customer: CUSTOMER.john, amount: '93.00' });
    await give('group', { product: 'SKU-1001', group: await groupOf(CUSTOMER.john), amount: '97.00' });
    await inCart('SKU-1001');
    expect(await offered('SKU-1001')).toEqual([
      'Base Price: $100.00', 'Customer Price: $95.00', 'Category Price: $94.00', 'Pricelist A: $90.00', 'Matrix Price: $93.00', 'Group Price: $97.00', 'Volume Price: $85.00 (from 10)',
    ]);
    // G4: the matrix price goes first.
    expect((await sarah.get('/cart')).text).toContain('$93.00 each');
  });

  it('C4: does not offer another customer’s price, nor another group’s, nor one of another website', async () => {
    await give('customer', { product: 'SKU-1001', customer: CUSTOMER.jane, amount: '11.11' });
    await give('group', { product: 'SKU-1001', group: await groupOf(CUSTOMER.uma), quantity: '2', amount: '22.22' });
    await give('special', { product: 'SKU-1001', website: '2', amount: '33.33' });
    await inCart('SKU-1001');
    for (const amount of ['11.11', '22.22', '33.33']) expect((await sarah.get('/cart')).html).not.toContain(amount);
    expect((await choose('volume:2:group')).status).toBe(422);
  });

  it('C4, C6: a chosen price stays with its line after an administrator deletes it, and is offered no more', async () => {
    await inCart('SKU-1001');
    await choose('matrix');
    expect((await remove(await priceId(`source = 'matrix' and amount = 9300`))).text).toContain('The price was deleted.');
    const cart = await sarah.get('/cart');
    expect(cart.text).toContain('$93.00');
    expect(cart.text).toContain('Matrix Price');
    expect(await offered('SKU-1001')).not.toContain('Matrix Price: $93.00');
    await emptied();
    await inCart('SKU-1001');
    expect((await sarah.get('/cart')).text).toContain('$95.00 each');
    expect((await choose('matrix')).status).toBe(422);
  });
});

describe('F3, G4: the price book', () => {
  it('F3: lists every price of a product with its source, and finds by customer and source', async () => {
    const all = await admin.get('/admin/prices?product=SKU-1001&website=1');
    for (const part of ['Base Price', 'Customer Price', 'Pricelist A', 'Group Price', 'Volume Price (Base Price)', 'John Doe (1001)']) expect(all.text).toContain(part);
    const johns = await admin.get('/admin/prices?customer=john.doe@customer.example&source=customer');
    expect(johns.text).toContain('$7.20');
    expect(johns.text).not.toContain('Jane Roe');
    expect((await admin.get('/admin/prices?customer=nobody@customer.example')).text).toContain('No price matches');
  });

  it('C9: says what a customer would pay for a quantity, with every price considered and why it lost', async () => {
    const page = await admin.get('/admin/prices?product=sku-1001&customer=1001&website=1&quantity=2');
    expect(page.text).toContain('John Doe would pay $95.00 a piece for 2 in');
    expect(page.text).toContain('applies');
    expect(page.text).toContain('another one goes first');
    expect(page.text).toContain('the quantity is too small');
  });

  it('F3: changes a price, and the record has before and after', async () => {
    const id = await priceId(`source = 'customer' and customer_id = 1001 and amount = 720`);
    const form = await admin.get(`/admin/prices/${id}`);
    expect(form.html).toContain('value="7.20"');
    const saved = await admin.post(`/admin/prices/${id}`, { amount: '7.10', percent: '', quantity: '1', from: '', to: '' });
    expect(saved.text).toContain('The price is saved.');
    const [entry] = await entries();
    expect(entry?.body).toContain('"before":"7.20 USD"');
    expect(entry?.body).toContain('"after":"7.10 USD"');
    expect(entry?.body).not.toContain('John');
    expect((await admin.get('/admin/action-logs?group=catalog')).text).toContain('Ana Duarte changed the price Customer Price of SKU-1043 from 7.20 USD to 7.10 USD');
  });

  it.each([
    [{ amount: '9,00' }, 'This is not a price.'],
    [{ amount: '-1' }, 'A price cannot be negative.'],
    [{ amount: '' }, 'Enter a price.'],
    [{ amount: '1.00', percent: '5' }, 'A price has an amount or a percentage, not both.'],
    [{ amount: '', percent: '101' }, 'This is not a percentage.'],
    [{ quantity: '0' }, 'This is not a valid quantity.'],
    [{ customer: 'nobody@customer.example' }, 'No customer of this website has this ID or e-mail address.'],
    [{ product: 'SKU-9999' }, 'No product has this SKU.'],
    [{ from: '2026-02-30' }, 'This is not a day of the calendar.'],
    [{ from: '2026-12-02', to: '2026-12-01' }, 'The last day is before the first.'],
    [{ customer: CUSTOMER.john }, 'There is already a price for this at the same quantity in these days.'],
  ])('F3: %j is refused with its sentence, keeps what was typed and stores nothing', async (fields, sentence) => {
    const [before] = await shop.rows<{ count: string }>('select count(*)::text as count from price');
    const answer = await give('customer', { product: 'SKU-1001', customer: CUSTOMER.uma, amount: '77.77', ...fields });
    expect(answer.text).toContain(sentence);
    expect(answer.html).toContain('name="amount"');
    expect(await shop.rows('select count(*)::text as count from price')).toEqual([before]);
    expect((await entries('refused'))[0]?.action).toBe('create');
  });

  it('F3: two administrators giving the same price at once give it once', async () => {
    const other = shop.browser();
    await logInAsStaff(other, STAFF.admin);
    const form = { source: 'matrix', website: US, quantity: '1', product: 'SKU-1020', customer: CUSTOMER.john, amount: '1.23' };
    await Promise.all([admin.get('/admin/prices/new?source=matrix'), other.get('/admin/prices/new?source=matrix')]);
    await Promise.all([admin.post('/admin/prices', form), other.post('/admin/prices', form)]);
    expect(await shop.rows(`select amount::text from price where source = 'matrix' and amount = 123`)).toHaveLength(1);
  });

  it('F3: the base price of a product on sale can’t be deleted', async () => {
    const refused = await remove(await priceId(`source = 'base' and min_quantity = 1 and product_id = (select id from product where sku = 'SKU-1001') and website_id = 1`));
    expect(refused.text).toContain('A product that is sold needs its base price.');
  });

  it('F3: whoever may not manage prices gets neither page nor price', async () => {
    const max = shop.browser();
    await logInAsStaff(max, STAFF.max);
    expect((await max.get('/admin/prices')).status).toBe(403);
    await max.get('/staff');
    expect((await max.post('/admin/prices', { source: 'customer', website: US, product: 'SKU-1001', customer: CUSTOMER.jane, amount: '1.00' })).status).toBe(403);
  });
});

async function send(path: string, csv: string): Promise<Visit> {
  await admin.get('/admin/prices');
  return admin.post(path, { website: US, csv });
}

describe('F3: CSV of customer and matrix prices', () => {
  it('F3: is checked, then imported whole or not at all, and goes out as it came in', async () => {
    await logInAsStaff(admin, STAFF.admin);
    const csv = 'source,customer,sku,price,from_quantity\ncustomer,jane.roe@customer.example,SKU-1010,4.44,1\nmatrix,1002,SKU-1011,5.55,10\n';
    expect((await send('/admin/prices/import/check', csv)).text).toContain('2 rows can be imported. Nothing is stored yet.');
    const bad = await send('/admin/prices/import', csv.replace('1002', 'nobody@customer.example'));
    expect(bad.text).toContain('Line 3: No customer of this website');
    expect(await shop.rows('select 1 from price where amount in (444, 555)')).toEqual([]);
    expect((await send('/admin/prices/import', csv)).text).toContain('2 prices are imported.');
    const file = await (await admin.raw('/admin/prices/customers.csv?customer=1002', {})).text();
    expect(file).toContain('customer,1002,jane.roe@customer.example,SKU-1010,4.44,,1,,');
    expect(file).toContain('matrix,1002,jane.roe@customer.example,SKU-1011,5.55,,10,,');
    await send('/admin/prices/import', file.replace('4.44', '4.33'));
    expect(await shop.rows(`select amount::text from price where customer_id = 1002 and source in ('customer', 'matrix') order by amount`)).toContainEqual({ amount: '433' });
    expect(await shop.rows('select 1 from price where amount = 444')).toEqual([]);
  });
});

describe('G4: days', () => {
  it('G4: a price begins and ends at the very moment by the website’s clock', async () => {
    const from = dayIn(shop.clock.now(), 3);
    await give('matrix', { product: 'SKU-1002', customer: CUSTOMER.john, amount: '61.00', from, to: from });
    const [row] = await shop.rows<{ begins: Date; ends: Date }>(`select valid_from as begins, valid_to as ends from price where amount = 6100`);
    const begins = row?.begins.getTime() ?? 0;
    expect(new Intl.DateTimeFormat('en', { timeZone: 'America/New_York', hour: 'numeric', hourCycle: 'h23' }).format(row?.begins)).toBe('00');
    expect((row?.ends.getTime() ?? 0) - begins).toBe(86_400_000);
    const before = await johnsPriceOf('SKU-1002');
    // Sessions would be over by then: the page's own question is asked with the clock near the turn.
    const ahead = async (ms: number) => {
      shop.clock.advance((ms - shop.clock.now().getTime()) / 1000);
      await logInAsStaff(admin, STAFF.admin);
    };
    await ahead(begins - 5_000);
    expect(await johnsPriceOf('SKU-1002')).toBe(before);
    await ahead(begins + 1_000);
    expect(await johnsPriceOf('SKU-1002')).toBe('61.00');
    await ahead(begins + 86_400_000 - 5_000);
    expect(await johnsPriceOf('SKU-1002')).toBe('61.00');
    await ahead(begins + 86_400_000 + 1_000);
    expect(await johnsPriceOf('SKU-1002')).toBe(before);
  });
});

/** As the price book says it. */
async function johnsPriceOf(sku: string): Promise<string | undefined> {
  return /\$([\d.]+) a piece/.exec((await admin.get(`/admin/prices?product=${sku}&customer=1001&website=1`)).text)?.[1];
}

function dayIn(now: Date, days: number): string {
  return new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10);
}

async function categoryOf(sku: string): Promise<string> {
  const [row] = await shop.rows<{ id: string }>('select category_id::text as id from product where sku = $1', [sku]);
  return row?.id ?? '';
}

async function groupOf(customerId: string): Promise<string> {
  const [row] = await shop.rows<{ id: string }>('select customer_group_id::text as id from customer where id = $1', [customerId]);
  return row?.id ?? '';
}

describe('C9: Why this price?', () => {
  it('C9: on a line the actor sees every source, the winner, what was given instead, tax and rounding; the customer the price that applies and no other', async () => {
    sarah = shop.browser();
    await logInAsStaff(sarah, STAFF.sarah);
    await enter(sarah, CUSTOMER.john, { switch: '1' });
    const { id, version } = await inCart('SKU-1001', '2');
    const plain = whyOf(await sarah.get('/cart'));
    for (const said of ['Customer Price 1 $95.00 applies', 'Pricelist A 1 $90.00 another one goes first', 'Base Price 1 $100.00 another one goes first', 'Volume Price (Base Price) 10 $85.00 the quantity is too small', '2 × $95.00 = $190.00', 'halves upwards']) expect(plain).toContain(said);
    await sarah.post(`/cart/lines/${id}/price`, { version, price: '80.00' });
    expect(whyOf(await sarah.get('/cart'))).toContain('Sarah Johnson gave $80.00 instead.');
    const john = shop.browser();
    await logInAsCustomer(john, 'john.doe@customer.example');
    const seen = whyOf(await john.get('/cart'));
    for (const said of ['Customer Price 1 $95.00 applies', 'Sarah Johnson gave $80.00 instead.', '2 × $80.00 = $160.00', 'halves upwards']) expect(seen).toContain(said);
    for (const internal of ['Pricelist A', 'Base Price', 'most specific', 'Margin']) expect(seen).not.toContain(internal);
  });

  it('C9: margin is told to those with the right “See margin” alone, and what took something off by name', async () => {
    const { version } = await inCart('SKU-1001', '2');
    await sarah.post('/cart/discount', { version, percent: '10', amount: '', reason: 'loyalty' });
    const before = whyOf(await sarah.get('/cart'));
    expect(before).toContain('Discount −$19.00 (Discount from our team)');
    expect(before).not.toContain('Margin per piece');
    await shop.rows(`insert into role_resource (role_id, resource) select role_id, $2 from staff where email = $1`, [STAFF.sarah, RESOURCE.viewMargin]);
    await shop.rows(`update product_website w set cost = 6000 from product p where p.id = w.product_id and p.sku = 'SKU-1001' and w.website_id = 1`);
    expect(whyOf(await sarah.get('/cart'))).toContain('Margin per piece $35.00');
    await shop.rows(`delete from role_resource where resource = $2 and role_id = (select role_id from staff where email = $1)`, [STAFF.sarah, RESOURCE.viewMargin]);
    await sarah.post('/cart/discount/remove', { version: /name="version" value="(\d+)"/.exec((await sarah.get('/cart')).html)?.[1] ?? '' });
  });

  it('C9: a coupon is the line’s discount, and the tax is what is left of it', async () => {
    await inCart('SKU-1001', '2');
    const cart = await sarah.get('/cart');
    await sarah.post('/cart/coupon', { version: /name="version" value="(\d+)"/.exec(cart.html)?.[1] ?? '', code: 'WELCOME10' });
    expect(whyOf(await sarah.get('/cart'))).toContain('Discount −$19.00');
    expect(whyOf(await sarah.get('/cart'))).toContain('Without tax $171.00');
  });

  it('C9: on the product page the actor sees it, a customer and a guest do not', async () => {
    const [product] = await shop.rows<{ slug: string }>(`select slug from product where sku = 'SKU-1001'`);
    const page = await sarah.get(`/p/${product?.slug ?? ''}`);
    expect(whyOf(page)).toContain('Customer Price 1 $95.00 applies');
    expect((await shop.browser().get(`/p/${product?.slug ?? ''}`)).text).not.toContain('Why this price?');
  });
});

const whyOf = ({ text }: Visit): string => /Why this price\?.*?rounded for each line/.exec(text)?.[0] ?? '';
