import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDemoShop, type DemoShop } from '../testing/demo-shop.ts';
import { CUSTOMER, STAFF, enter, logInAsCustomer, logInAsStaff } from '../testing/people.ts';
import type { TestBrowser, Visit } from '../testing/test-browser.ts';

let shop: DemoShop;
let admin: TestBrowser;

beforeAll(async () => {
  shop = await openDemoShop();
  admin = shop.browser();
  await logInAsStaff(admin, STAFF.admin);
});
afterAll(() => shop.close());

/** A new list as its form makes it; gives its id. */
async function newList(name: string, more: Record<string, string> = {}): Promise<string> {
  await admin.get('/admin/price-lists/new');
  const made = await admin.post('/admin/price-lists', { name, website: '1', from: '', to: '', active: '1', ...more });
  return /price-lists\/(\d+)/.exec(made.url)?.[1] ?? '';
}

async function send(path: string, fields: Record<string, string>): Promise<Visit> {
  await admin.get('/admin/price-lists');
  return admin.post(path, fields);
}

const pricesOf = (list: string) => shop.rows<{ sku: string; amount: string; from: number }>('select p.sku, r.amount::text, r.min_quantity as "from" from price r join product p on p.id = r.product_id where r.price_list_id = $1 order by p.sku, r.min_quantity', [list]);
const membersOf = async (list: string) => (await shop.rows<{ id: string }>('select customer_id::text as id from customer_price_list where price_list_id = $1 order by customer_id', [list])).map(({ id }) => id);

const entries = () => shop.rows<{ action: string; body: string }>(
  `select action, regexp_replace(convert_from(canonical, 'UTF8'), '^([^\\n]*\\n){4}', '') as body from audit_entry where action_group = 'catalog' and object_type = 'price-list' and result = 'done' order by id desc`);

describe('F3: price lists', () => {
  it('F3, C4: a new list with a price and a customer is offered under its own name, and with “lowest” is what he pays', async () => {
    const list = await newList('Spring deal');
    await admin.get(`/admin/prices/new?source=price-list&list=${list}`);
    expect((await admin.post('/admin/prices', { source: 'price-list', list, product: 'SKU-1001', amount: '88.00', quantity: '1' })).url).toBe(`/admin/price-lists/${list}`);
    const assigned = await send(`/admin/price-lists/${list}/customers`, { customer: 'john.doe@customer.example' });
    expect(assigned.text).toContain('John Doe (1001)');
    const sarah = shop.browser();
    await logInAsStaff(sarah, STAFF.sarah);
    await enter(sarah, CUSTOMER.john);
    const cart = await sarah.post('/cart/lines', { sku: 'SKU-1001', quantity: '1' });
    expect(cart.text).toContain('Spring deal: $88.00');
    expect(cart.text).toContain('Pricelist A: $90.00');
    await send(`/admin/price-lists/${list}`, { name: 'Spring deal 2027', active: '1', from: '', to: '' });
    expect((await sarah.get('/cart')).text).toContain('Spring deal 2027: $88.00');
    await send(`/admin/price-lists/${list}`, { name: 'Spring deal 2027', from: '', to: '' });
    expect((await sarah.get('/cart')).text).not.toContain('Spring deal');
    await sarah.post('/assist/exit');
    expect((await entries())[0]?.body).toContain('"after":"Spring deal 2027, inactive"');
    expect((await entries())[0]?.body).toContain('"before":"Spring deal 2027, active"');
  });

  it('F3: is for one customer once, and for nobody of another website', async () => {
    const list = await newList('Twice');
    await send(`/admin/price-lists/${list}/customers`, { customer: CUSTOMER.uma });
    expect((await send(`/admin/price-lists/${list}/customers`, { customer: CUSTOMER.uma })).text).toContain('This customer has the price list already.');
    const [european] = await shop.rows<{ id: string; email: string }>('select id::text as id, email from customer where website_id = 2 limit 1');
    expect((await send(`/admin/price-lists/${list}/customers`, { customer: european?.email ?? '' })).text).toContain('No customer of this website');
    expect(await membersOf(list)).toEqual([CUSTOMER.uma]);
    await send(`/admin/price-lists/${list}/customers/remove`, { customer: CUSTOMER.uma });
    expect(await membersOf(list)).toEqual([]);
  });

  it.each([
    [{ name: ' ' }, 'Enter a name.'],
    [{ name: 'PRICELIST a' }, 'There is already one of this name.'],
    [{ from: '2026-12-02', to: '2026-12-01' }, 'The last day is before the first.'],
    [{ to: 'tomorrow' }, 'This is not a day of the calendar.'],
  ])('F3: %j is refused with its sentence and makes no list', async (fields, sentence) => {
    const [before] = await shop.rows('select count(*)::text as count from price_list');
    await admin.get('/admin/price-lists/new');
    expect((await admin.post('/admin/price-lists', { name: 'Another', website: '1', from: '', to: '', active: '1', ...fields })).text).toContain(sentence);
    expect(await shop.rows('select count(*)::text as count from price_list')).toEqual([before]);
  });
});

describe('F3: CSV of a price list', () => {
  const GOOD = 'sku;price;from_quantity\nSKU-1001;89.50;\nSKU-1002;130;5\n';

  it('F3: is checked first, and nothing is stored by that', async () => {
    const list = await newList('From a file');
    const checked = await send(`/admin/price-lists/${list}/prices/import/check`, { csv: GOOD });
    expect(checked.text).toContain('2 rows can be imported. Nothing is stored yet.');
    expect(await pricesOf(list)).toEqual([]);
    const done = await send(`/admin/price-lists/${list}/prices/import`, { csv: GOOD });
    expect(done.text).toContain('The price list From a file is saved.');
    expect(await pricesOf(list)).toEqual([{ sku: 'SKU-1001', amount: '8950', from: 1 }, { sku: 'SKU-1002', amount: '13000', from: 5 }]);
    expect((await entries())[0]?.body).toContain('"rows":2');
  });

  it('F3: names every bad row by its line, and stores none of the good ones', async () => {
    const list = await newList('Half good');
    const csv = 'sku,price,percent_off,from_quantity,valid_from,valid_to\nSKU-1001,89.50,,1,,\nSKU-9999,1,,1,,\nSKU-1002,"1,5",,1,,\nSKU-1003,5,5,1,,\nSKU-1004,5,,0,,\nSKU-1005,5,,1,2026-02-30,\nSKU-1001,80,,1,2026-01-01,\n';
    for (const path of ['import/check', 'import']) {
      const answer = await send(`/admin/price-lists/${list}/prices/${path}`, { csv });
      expect(answer.status).toBe(422);
      expect(answer.text).toContain('6 rows cannot be taken, so nothing was stored.');
      for (const said of ['Line 3: No product has this SKU.', 'Line 4: This is not a price.', 'Line 5: A price has an amount or a percentage, not both.', 'Line 6: This is not a valid quantity.', 'Line 7: This is not a day of the calendar.', 'Line 8: There is already a price']) expect(answer.text).toContain(said);
      expect(answer.html).toContain('SKU-9999');
    }
    expect(await pricesOf(list)).toEqual([]);
  });

  it('F3: goes out as it comes in, and comes in again without a second price', async () => {
    const list = await newList('Round trip');
    await send(`/admin/price-lists/${list}/prices/import`, { csv: `${GOOD}SKU-1003;9.99;1\n` });
    const file = await (await admin.raw(`/admin/price-lists/${list}/prices.csv`, {})).text();
    expect(file.split('\n')[0]).toBe('sku,price,percent_off,from_quantity,valid_from,valid_to');
    await send(`/admin/price-lists/${list}/prices/import`, { csv: file.replace('9.99', '8.88') });
    expect(await pricesOf(list)).toEqual([{ sku: 'SKU-1001', amount: '8950', from: 1 }, { sku: 'SKU-1002', amount: '13000', from: 5 }, { sku: 'SKU-1003', amount: '888', from: 1 }]);
  });

  it('F3: customers come and go by file too', async () => {
    const list = await newList('People');
    const bad = await send(`/admin/price-lists/${list}/customers/import`, { csv: 'customer\n1001\nnobody@customer.example\n' });
    expect(bad.text).toContain('Line 3: No customer of this website');
    expect(await membersOf(list)).toEqual([]);
    await send(`/admin/price-lists/${list}/customers/import`, { csv: 'customer\n1001\njane.roe@customer.example\n1001\n' });
    expect(await membersOf(list)).toEqual([CUSTOMER.john, CUSTOMER.jane]);
    const file = await (await admin.raw(`/admin/price-lists/${list}/customers.csv`, {})).text();
    expect(file).toContain('1001,john.doe@customer.example,John Doe');
  });

  it.each(['', 'name\nx\n', '"open'])('F3: %j is no such file', async (csv) => {
    const list = (await shop.rows<{ id: string }>(`select id::text as id from price_list where name = 'People'`))[0]?.id ?? '';
    expect((await send(`/admin/price-lists/${list}/customers/import`, { csv })).status).toBe(422);
  });
});

describe('G4: the days of a price list', () => {
  it('G4: what has not begun or is over is neither offered nor wins, to the very second', async () => {
    const today = new Date(shop.clock.now().getTime() + 2 * 86_400_000).toISOString().slice(0, 10);
    const list = await newList('One day', { from: today, to: today });
    await send(`/admin/price-lists/${list}/prices/import`, { csv: 'sku,price\nSKU-1010,3.21\n' });
    await send(`/admin/price-lists/${list}/customers`, { customer: CUSTOMER.john });
    const [row] = await shop.rows<{ begins: Date; ends: Date; slug: string }>(`select l.valid_from as begins, l.valid_to as ends, p.slug from price_list l, product p where l.id = $1 and p.sku = 'SKU-1010'`, [list]);
    const [begins, ends] = [row?.begins.getTime() ?? 0, row?.ends.getTime() ?? 0];
    const seen: boolean[] = [];
    for (const moment of [begins - 5_000, begins + 1_000, ends - 5_000, ends + 1_000]) {
      shop.clock.advance((moment - shop.clock.now().getTime()) / 1000);
      const john = shop.browser();
      await logInAsCustomer(john, 'john.doe@customer.example');
      seen.push((await john.get(`/p/${row?.slug ?? ''}`)).text.includes('$3.21'));
    }
    expect(seen).toEqual([false, true, true, false]);
  });
});
