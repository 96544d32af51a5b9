import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openDemoShop, type DemoShop } from '../testing/demo-shop.ts';
import { CUSTOMER, STAFF, enter, lineIn, logInAsCustomer, logInAsStaff } from '../testing/people.ts';
import { setting } from '../testing/settings.ts';
import type { TestBrowser, Visit } from '../testing/test-browser.ts';

/** The settings of price editing, at each of their scopes: what a person sees on the cart page. */
let shop: DemoShop;
let sarah: TestBrowser;
const SCOPES = [['default', 0], ['website', 1]] as const;

beforeAll(async () => {
  shop = await openDemoShop();
  sarah = shop.browser();
  await logInAsStaff(sarah, STAFF.sarah);
  await enter(sarah, CUSTOMER.john);
  await sarah.post('/cart/lines', { sku: 'SKU-1001', quantity: '2' });
});
afterAll(() => shop.close());
afterEach(() => setting(shop).clear());

async function give(price: string, browser = sarah): Promise<Visit> {
  const { id, version } = lineIn((await browser.get('/cart')).html);
  return browser.post(`/cart/lines/${id}/price`, { version, price });
}

const unitOf = ({ html }: Visit): string | undefined => /(\$[\d.,]+) each/.exec(html.slice(html.indexOf('class="cart-lines"')))?.[1];

describe.each(SCOPES)('at the %s scope', (scope, scopeId) => {
  it('C1: assist/price_edit/enabled: the field is there, and with No the line says why not', async () => {
    expect((await sarah.get('/cart')).html).toContain('name="price"');
    await setting(shop).set('assist/price_edit/enabled', 'no', scope, scopeId);
    const closed = await sarah.get('/cart');
    expect(closed.html).not.toContain('name="price"');
    expect(closed.text).toContain('Price editing is switched off in this store.');
    const { id, version } = lineIn(closed.html);
    expect((await sarah.post(`/cart/lines/${id}/price`, { version, price: '80.00' })).text).toContain('Price editing is switched off in this store.');
  });

  it('C2: assist/price_edit/allow_zero: 0 is refused at the field, and with Yes it is the price', async () => {
    const refused = await give('0');
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('A price of 0 is not allowed in this store.');
    await setting(shop).set('assist/price_edit/allow_zero', 'yes', scope, scopeId);
    expect(unitOf(await give('0'))).toBe('$0.00');
    await setting(shop).clear();
    expect((await give('80.00')).text).toContain('$160.00');
  });

  it('C3: assist/price_edit/product_types: a type that is not listed says so, a listed one has its field', async () => {
    await setting(shop).set('assist/price_edit/product_types', 'virtual', scope, scopeId);
    const closed = await sarah.get('/cart');
    expect(closed.html).not.toContain('name="price"');
    expect(closed.text).toContain('The price of this product type');
    await setting(shop).set('assist/price_edit/product_types', 'simple virtual', scope, scopeId);
    expect((await sarah.get('/cart')).html).toContain('name="price"');
  });

  it('C5: assist/price_edit/min_margin: a price below cost plus margin is refused without naming the cost', async () => {
    const [cost] = await shop.rows<{ cost: string }>(`select w.cost::text from product_website w join product p on p.id = w.product_id where p.sku = 'SKU-1001' and w.website_id = 1`);
    const floor = (Number(cost?.cost ?? 0) * 110) / 100;
    const below = ((Math.ceil(floor) - 1) / 100).toFixed(2);
    expect(unitOf(await give(below))).toBe(`$${below}`);
    await setting(shop).set('assist/price_edit/min_margin', '10', scope, scopeId);
    const refused = await give(below);
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('This price is too low for this product.');
    expect(refused.html).not.toContain('Margin per piece');
    expect(refused.html).not.toContain('data-cost');
    expect(unitOf(await give((Math.ceil(floor) / 100).toFixed(2)))).toBe(`$${(Math.ceil(floor) / 100).toFixed(2)}`);
  });

  it('C6: assist/price_edit/valid_for: the price outlives the session by so many seconds, then the line goes back with a notice', async () => {
    await give('80.00');
    const john = shop.browser();
    await logInAsCustomer(john, 'john.doe@customer.example');
    await sarah.post('/assist/exit');
    expect(unitOf(await john.get('/cart'))).toBe('$80.00');
    await setting(shop).set('assist/price_edit/valid_for', '0', scope, scopeId);
    const over = await john.get('/cart');
    expect(unitOf(over)).toBe('$95.00');
    expect(over.text).toContain('The edited price is no longer valid. The normal price applies.');
    await setting(shop).set('assist/price_edit/valid_for', '3600', scope, scopeId);
    expect(unitOf(await john.get('/cart'))).toBe('$80.00');
    await enter(sarah, CUSTOMER.john);
    await give('80.00');
  });
});

describe('C5: margin and commission beside the price', () => {
  it('shows a lead with the right “See margin” the margin, the lowest price and her commission, a clerk his commission alone', async () => {
    await setting(shop).set('assist/price_edit/min_margin', '10');
    const clerk = await sarah.get('/cart');
    expect(clerk.html).toContain('data-earning="commission"');
    expect(clerk.html).not.toMatch(/data-earning="margin"|data-earning="lowest"|data-cost/);
    await sarah.post('/assist/exit');
    const ruth = shop.browser();
    await logInAsStaff(ruth, STAFF.ruth);
    await enter(ruth, CUSTOMER.john);
    const lead = await ruth.get('/cart');
    for (const part of ['data-earning="margin"', 'data-earning="lowest"', 'data-cost="', 'data-earning="commission"']) expect(lead.html).toContain(part);
    await ruth.post('/assist/exit');
    const john = shop.browser();
    await logInAsCustomer(john, 'john.doe@customer.example');
    expect((await john.get('/cart')).html).not.toMatch(/data-earning|data-cost/);
    await enter(sarah, CUSTOMER.john);
  });
});
