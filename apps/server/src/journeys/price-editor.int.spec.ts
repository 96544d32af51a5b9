import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openDemoShop, type DemoShop } from '../testing/demo-shop.ts';
import { CUSTOMER, STAFF, enter, lineIn, logInAsCustomer, logInAsStaff } from '../testing/people.ts';
import { setting } from '../testing/settings.ts';
import type { TestBrowser, Visit } from '../testing/test-browser.ts';

let shop: DemoShop;
let sarah: TestBrowser;

beforeAll(async () => {
  shop = await openDemoShop();
  sarah = shop.browser();
  await logInAsStaff(sarah, STAFF.sarah);
});
afterAll(() => shop.close());

beforeEach(async () => {
  await shop.rows(`delete from cart_line where cart_id in (select id from cart where customer_id = $1 and status = 'open')`, [CUSTOMER.john]);
  await enter(sarah, CUSTOMER.john, { switch: '1' });
  await sarah.post('/cart/lines', { sku: 'SKU-1001', quantity: '2' });
});
afterEach(async () => {
  await setting(shop).clear();
  await limit(null);
});

const off = async (fields: Record<string, string>): Promise<Visit> =>
  sarah.post('/cart/discount', { version: lineIn((await sarah.get('/cart')).html).version, reason: 'loyalty', percent: '', amount: '', ...fields });

const limit = (basisPoints: number | null) => shop.rows(`update staff set max_discount_basis_points = $2 where email = $1`, [STAFF.sarah, basisPoints]);

async function give(fields: Record<string, string>): Promise<Visit> {
  const { id, version } = lineIn((await sarah.get('/cart')).html);
  return sarah.post(`/cart/lines/${id}/price`, { version, ...fields });
}

describe('C10: ten percent off, typed where a price is asked for', () => {
  it('C10: "10 %" is ten percent off the price without anybody’s edit, on record as the price it came to', async () => {
    await give({ price: '80.00' });
    const given = await give({ price: '10 %', reason: 'loyalty' });
    expect(given.url).toBe('/cart');
    expect(given.text).toContain('$85.50 each');
    expect(given.text).toContain('Sarah Johnson, loyalty');
    const [entry] = await shop.rows<{ body: string }>(`select convert_from(canonical, 'UTF8') as body from audit_entry where action = 'set-price' order by id desc limit 1`);
    expect(entry?.body).toContain('"after":"8550"');
  });

  it('C10: what is no percentage is refused at the field, with what was typed', async () => {
    const refused = await give({ price: '110 %' });
    expect(refused.status).toBe(422);
    expect(refused.html).toMatch(/name="price"[^>]*value="110 %"/);
    expect(refused.text).toContain('This is not a percentage.');
    expect(refused.text).toContain('$95.00 each');
  });

  it('C10: the reason of a percentage stays with it', async () => {
    expect((await give({ price: '10 %', reason: 'volume' })).text).toContain('Sarah Johnson, volume');
  });
});

describe('C5: the own limit is said before it is hit', () => {
  it('C5: beside the field stands how far down one may go alone; without a limit nothing does', async () => {
    expect((await sarah.get('/cart')).text).not.toContain('Alone you may go down');
    await limit(2000);
    const cart = await sarah.get('/cart');
    expect(cart.text).toContain('Alone you may go down to $76.00 (20% off).');
    expect(cart.html).toContain('data-limit="7600"');
    expect((await give({ price: '76.00' })).url).toBe('/cart');
    expect((await give({ price: '75.99' })).status).toBe(422);
    expect((await give({ price: '21 %' })).status).toBe(422);
  });

  it('C5: where a lead may be asked, it says that instead', async () => {
    await limit(2000);
    await setting(shop).set('assist/price_edit/approval', 'ask-lead');
    expect((await sarah.get('/cart')).text).toContain('Below $76.00 (20% off) somebody else decides.');
  });
});

const cost = (minor: number | null) => shop.rows(`update product_website w set cost = $1 from product p where p.id = w.product_id and p.sku = 'SKU-1001' and w.website_id = 1`, [minor]);

describe('C5, C10: the floor by cost and margin binds a discount on the whole cart', () => {
  it('C10: down to the floor and no further, in percent as in money; who may not see the margin reads no amount', async () => {
    const [before] = await shop.rows<{ cost: number | null }>(`select w.cost::int as cost from product_website w join product p on p.id = w.product_id where p.sku = 'SKU-1001' and w.website_id = 1`);
    await cost(7000);
    await setting(shop).set('assist/price_edit/min_margin', '10');
    const refused = await off({ amount: '36.01' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('This discount leaves less than the lowest margin on the goods in the cart.');
    expect(refused.text).not.toContain('154.00');
    expect((await off({ percent: '19' })).status).toBe(422);
    expect(refused.html).toMatch(/name="amount"[^>]*value="36.01"/);
    const given = await off({ amount: '36.00' });
    expect(given.status).toBe(200);
    expect(given.text).toContain('$154.00');
    // More goods with room, then fewer: the discount counts for less, and says so.
    await setting(shop).set('assist/price_edit/min_margin', '30');
    const lowered = await sarah.get('/cart');
    expect(lowered.text).toContain('$182.00');
    expect(lowered.text).toContain('the discount counts up to what may be given on it');
    await cost(before?.cost ?? null);
    await sarah.post('/cart/discount/remove', { version: lineIn(lowered.html).version });
  });

  it('C10: with the own limit, how much is left to give is said beside the form', async () => {
    await limit(2000);
    expect((await sarah.get('/cart')).text).toContain('At most $38.00 in all on this cart is yours to give.');
    await give({ price: '90.00' });
    expect((await sarah.get('/cart')).text).toContain('At most $28.00 in all on this cart is yours to give.');
  });
});

describe('D7: what the customer usually buys', () => {
  it('D7: stands above the cart with its price and the pieces of last time, until it is in the cart; the customer alone isn’t shown it there', async () => {
    const cart = await sarah.get('/cart');
    const [, usual = ''] = /class="usual"(.*?)<\/section>/su.exec(cart.html) ?? [];
    expect(usual).toContain('each');
    expect(usual, 'what is in the cart is not offered again').not.toContain('value="SKU-1001"');
    const [, sku = '', quantity = ''] = /name="sku" value="([^"]+)"\/><input type="hidden" name="quantity" value="(\d+)"/u.exec(usual) ?? [];
    const added = await sarah.post('/cart/lines', { sku, quantity });
    expect(added.url).toBe('/cart');
    expect(added.html).not.toMatch(new RegExp(`class="usual".*value="${sku}".*</section>`, 'su'));
    const john = shop.browser();
    await logInAsCustomer(john, 'john.doe@customer.example');
    expect((await john.get('/cart')).text).not.toContain('Usually bought');
  });

  it('D7: a list of SKUs in an assist session reads back by name and at the customer’s price, and names each bad line', async () => {
    await sarah.get('/quick-order');
    const half = await sarah.post('/quick-order', { lines: 'sku-1003 2\nSKU-4711 1\nSKU-1003 lots' });
    expect(half.text).toContain('2 × Circular saw 18 V, 190 mm SKU-1003 · $189.00 each');
    expect(half.text).toContain('Line 2 was not added: SKU-4711 1: This product does not exist.');
    expect(half.text).toContain('Line 3');
  });
});

describe('A7: one customer found', () => {
  it('A7: the list says what was looked for and that it is the only one, for Enter to enter it; of several it says nothing', async () => {
    await sarah.post('/assist/exit');
    expect((await sarah.get('/staff/customers?q=+doe')).html).toMatch(/id="results"[^>]*data-query="doe"[^>]*data-found="one"/);
    expect((await sarah.get('/staff/customers?q=customer.example')).html).not.toContain('data-found');
  });
});
