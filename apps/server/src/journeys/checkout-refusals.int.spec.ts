// Between the look at the checkout page and its button, anything may happen (C6, C7): each refusal has a code, a sentence and an entry, and nothing is lost.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openDemoShop, type DemoShop } from '../testing/demo-shop.ts';
import { expectInvariants } from '../testing/invariants.ts';
import { giveCarts, openRacers, place, readyToPlace, type PlaceAnswer, type Racer, type ReadyToPlace } from '../testing/racers.ts';

let shop: DemoShop;
let buyer: Racer;
let buyers = 0;
beforeAll(async () => {
  shop = await openDemoShop();
});
afterAll(() => shop.close());
afterEach(() => expectInvariants(shop));
beforeEach(async () => {
  buyers += 1;
  const [made] = await openRacers(shop, `buyer${buyers}-`, 1);
  if (made === undefined) throw new Error('There is nobody');
  buyer = made;
  await giveCarts(shop, [buyer], { skus: ['SKU-1001', 'SKU-1002'], quantity: 2 });
});

const TYPED = { comment: 'Ring twice', payment: 'purchase-order', purchaseOrder: 'PO 4711' };
const ready = (more: Record<string, string> = {}): Promise<ReadyToPlace> => readyToPlace(buyer.browser, { ...TYPED, ...more });
const ofBuyer = (sql: string): Promise<object[]> => shop.rows(sql, [buyer.customerId]);

/** Refused with these codes and this sentence, written down once, with cart, stock and what was typed as they were. */
async function expectRefused(answer: PlaceAnswer, { codes, says, status = 422 }: { codes: string[]; says: string[]; status?: number }): Promise<void> {
  expect([answer.status, answer.location]).toEqual([status, '']);
  const text = answer.html.replaceAll(/<[^>]+>/g, '').replaceAll('&quot;', '"');
  for (const sentence of says) expect(text).toContain(sentence);
  if (status === 422) for (const typed of ['Ring twice', 'value="PO 4711"']) expect(answer.html).toContain(typed);
  const entries = await shop.rows<{ result: string; codes: string[] }>(
    `select result, array(select jsonb_array_elements_text((split_part(convert_from(canonical, 'UTF8'), chr(10), 5)::jsonb)->'codes')) as codes
     from audit_entry where action_group = 'order' and action = 'place' and subject_id = $1 order by id`, [buyer.customerId]);
  expect(entries).toEqual([{ result: 'refused', codes }]);
  expect(await ofBuyer('select id from purchase where customer_id = $1')).toEqual([]);
}

const cartNow = (): Promise<object[]> => ofBuyer(`select k.status, k.version, p.sku, l.quantity from cart k join cart_line l on l.cart_id = k.id join product p on p.id = l.product_id where k.customer_id = $1 order by l.position`);

/** Sent again as the refused page stands, it is an order. */
async function expectOrderNext(): Promise<void> {
  expect((await place(await ready())).location).toMatch(/\/checkout\/placed\/\d+$/);
}

describe('refused at the checkout, with nothing lost', () => {
  it('D9: a product that is short is named with what is there and what is wanted', async () => {
    const sent = await ready();
    const [before] = await shop.rows<{ stock: number }>(`select stock from product where sku = 'SKU-1002'`);
    await shop.rows(`update product set stock = 1 where sku = 'SKU-1002'`);
    await expectRefused(await place(sent), { codes: ['out-of-stock'], says: ['Not enough pieces of SKU-1002: 1 in stock, 2 wanted.'] });
    expect(await cartNow()).toEqual([{ status: 'open', version: 1, sku: 'SKU-1001', quantity: 2 }, { status: 'open', version: 1, sku: 'SKU-1002', quantity: 2 }]);
    await shop.rows(`update product set stock = $1 where sku = 'SKU-1002'`, [before?.stock]);
    await expectOrderNext();
  });

  it('C6: a price that changed is shown with the old and the new one, of the line and in all', async () => {
    const sent = await ready();
    const [base] = await shop.rows<{ id: string; amount: bigint }>(`select r.id::text, r.amount from price r join product p on p.id = r.product_id where p.sku = 'SKU-1002' and r.source = 'base' and r.min_quantity = 1 and r.website_id = 1`);
    await shop.rows('update price set amount = amount + 500 where id = $1', [base?.id]);
    const total = Number(sent.fields['expectedTotal']);
    const answer = await place(sent);
    await expectRefused(answer, { codes: ['price-changed'], says: [`The total has changed from ${(total / 100).toFixed(2)} to `, 'What has changed', ' each before, $'] });
    await shop.rows('update price set amount = $2 where id = $1', [base?.id, base?.amount]);
    await expectOrderNext();
  });

  it('G3: a coupon that ran out meanwhile is named; the page after it counts without', async () => {
    await shop.rows(`insert into coupon (code, percent_basis_points) values ('FLEETING', 1000)`);
    await ofBuyer(`update cart set coupon_code = 'FLEETING' where customer_id = $1`);
    const sent = await ready();
    await shop.rows(`update coupon set valid_to = now() - interval '1 second' where code = 'FLEETING'`);
    await expectRefused(await place(sent), { codes: ['coupon-over', 'price-changed'], says: ['The coupon FLEETING can no longer be used.', 'Coupon FLEETING no longer counts'] });
    expect((await buyer.browser.get('/cart')).text).toContain('The coupon FLEETING can no longer be used.');
    await expectOrderNext();
  });

  it('C7: what another hand changed in the cart is told line by line', async () => {
    const sent = await ready();
    await ofBuyer(`update cart_line l set quantity = 5 from cart k, product p where k.id = l.cart_id and p.id = l.product_id and k.customer_id = $1 and p.sku = 'SKU-1001'`);
    await ofBuyer(`delete from cart_line l using cart k, product p where k.id = l.cart_id and p.id = l.product_id and k.customer_id = $1 and p.sku = 'SKU-1002'`);
    await ofBuyer('update cart set version = version + 1 where customer_id = $1');
    await expectRefused(await place(sent), { codes: ['cart-changed'], says: ['The cart has changed since you opened it.', 'Drill driver 18 V, 60 Nm: 2 pieces before, 5 now', '2 × SKU-1002 is no longer in the cart'] });
    await expectOrderNext();
  });

  it('C7: a cart that was emptied meanwhile is shown empty, and why', async () => {
    const sent = await ready();
    await ofBuyer('delete from cart_line l using cart k where k.id = l.cart_id and k.customer_id = $1');
    await ofBuyer('update cart set version = version + 2 where customer_id = $1');
    await expectRefused(await place(sent), { codes: ['cart-changed'], says: ['The cart has changed since you opened it.', 'The cart is empty'], status: 409 });
  });

  it('G3: an address outside the countries delivered to is refused at its field, known or new', async () => {
    await ofBuyer(`update customer_address set country = 'JP' where customer_id = $1`);
    const answer = await place(await ready());
    await expectRefused(answer, { codes: ['country-not-delivered'], says: ['We do not deliver to this country (JP).'] });
    expect(answer.html).toMatch(/aria-describedby="field-address-problem"/);
    const fresh = await place(await ready({ address: 'new', name: 'A', street: 'B 1', postcode: '1', city: 'C', country: 'JP' }));
    expect(fresh.html).toMatch(/id="field-country-problem"|aria-describedby="field-country-problem/);
    expect(fresh.html).toContain('value="B 1"');
  });

  it('G3: a purchase order without its number, and an address left out, are both told at their fields', async () => {
    const answer = await place(await ready({ purchaseOrder: '', address: 'new', name: 'A', street: '', postcode: '1', city: 'C', country: 'US' }));
    expect(answer.html).toContain('Enter your purchase order number.');
    expect(answer.html).toMatch(/name="purchaseOrder"[^>]*aria-invalid="true"|aria-invalid="true"[^>]*name="purchaseOrder"/);
    expect(answer.html).toMatch(/name="street"[^>]*aria-invalid="true"|aria-invalid="true"[^>]*name="street"/);
  });

  it('B9: a customer who was blocked meanwhile orders nothing, and is told; the cart stays', async () => {
    const sent = await ready();
    await ofBuyer(`update customer set status = 'blocked' where id = $1`);
    await expectRefused(await place(sent), { codes: ['customer-login-blocked'], says: ['Contact the shop.'], status: 403 });
    await ofBuyer(`update customer set status = 'active' where id = $1`);
    await expectOrderNext();
  });
});
