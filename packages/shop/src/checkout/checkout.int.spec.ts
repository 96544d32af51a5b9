import { NO_REVERSE_CHARGE, commissionFor } from '@onbehalf/core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { CartOwner } from '@onbehalf/assist/ports';
import { changePrice } from '../cart/change-line.ts';
import { applyCoupon } from '../cart/coupon.ts';
import { openCart } from '../cart/open-cart.ts';
import { orderByNumber } from '../orders/order-by-number.ts';
import { fill, NOW, openSmallShop, type ShopUnderTest } from '../testing/small-shop.ts';
import { seedCustomer } from '../testing/seed-small.ts';
import type { OrderRequest } from './order-request.ts';
import { placeOrder } from './place-order.ts';

let under: ShopUnderTest;
let anna: CartOwner;

beforeAll(async () => {
  under = await openSmallShop();
  anna = under.shop.anna.owner;
});
beforeEach(async () => {
  await under.owner.read((unit) => unit.query('truncate cart, cart_line, purchase, purchase_line, purchase_comment cascade'));
  await under.owner.read((unit) => unit.query(`update product set active = true, stock = case sku when 'DRILL' then 5 when 'GLOVE' then 500 end`));
});
afterAll(() => under.drop());

/** Anna's request for two drills by standard delivery: 190.00 and no shipping (free from 150.00), 10 % tax. */
const request = (more: Partial<OrderRequest> = {}): OrderRequest => ({
  owner: anna,
  cartVersion: 1,
  checkoutKey: 'key-1',
  expectedTotalMinor: 20900n,
  shippingAddress: { id: under.shop.anna.addressId },
  shippingMethod: 'standard',
  paymentMethod: 'on-account',
  paymentMethods: ['on-account', 'purchase-order', 'bank-transfer'],
  purchaseOrderNumber: '',
  customerComment: '',
  now: NOW,
  channel: 'self',
  attribution: null,
  ownerStaff: null,
  commission: null,
  comments: [],
  rule: 'specific',
  overrideValidForSeconds: 3600,
  taxRounding: 'line',
  minMarginBasisPoints: null, reverseCharge: NO_REVERSE_CHARGE, paymentDays: 30,
  ...more,
});

const place = (more: Partial<OrderRequest> = {}) => under.app.transaction((unit) => placeOrder(unit, request(more)));

const drills = (quantity = 2, owner = anna) => fill(under.app, owner, { sku: 'DRILL', quantity });

const codes = (result: Awaited<ReturnType<typeof place>>) => (result.ok ? [] : result.error.map(({ code }) => code));

async function stock(sku: string): Promise<number | null> {
  const [row] = await under.owner.read((unit) => unit.query<{ stock: number | null }>('select stock from product where sku = $1', [sku]));
  return row?.stock ?? null;
}

async function orders(): Promise<number> {
  const [row] = await under.owner.read((unit) => unit.query<{ count: number }>('select count(*)::int as count from purchase'));
  return row?.count ?? -1;
}

const waiting = () => under.app.read((unit) => unit.query(`
  select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`));

/** Until a statement of the application's waits for a lock. */
async function somebodyWaits(): Promise<void> {
  while ((await waiting()).length === 0);
}

describe('an order', () => {
  test('is made in two statements: lines, totals and stock, and the cart is closed', async () => {
    await drills();
    under.sent.length = 0;
    const result = await place();
    expect(under.sent.map(({ text }) => text).filter((text) => !['begin', 'commit'].includes(text))).toHaveLength(2);
    expect(result).toMatchObject({
      ok: true,
      value: {
        number: expect.stringMatching(/^1\d{5}$/) as string,
        already: false,
        totals: { subtotal: 19000n, discount: 0n, shipping: 0n, tax: 1900n, total: 20900n, currency: 'USD' },
        lines: [{ sku: 'DRILL', quantity: 2, unitMinor: 9500n, catalogueMinor: 9500n, netMinor: 19000n, taxMinor: 1900n, grossMinor: 20900n }],
      },
    });
    expect(await stock('DRILL')).toBe(3);
    expect(await under.app.read((unit) => openCart(unit, anna))).toMatchObject({ id: null, version: 0 });
    const [customer] = await under.app.read((unit) => unit.query<{ at: Date }>('select last_order_at as at from customer where id = $1', [anna.customerId]));
    expect(customer?.at).toEqual(NOW);
  });

  test('placed in a context keeps who helped, the edited price, the commission and the comments (D1)', async () => {
    const { lineId } = await drills();
    const { staff } = under.shop;
    const cart = await under.app.read((unit) => openCart(unit, anna));
    await under.app.read((unit) => changePrice(unit, anna, {
      cartId: cart.id ?? '', lineId, version: 1, at: NOW, record: null,
      edited: { minor: 8000n, quantity: 2, source: 'manual', label: 'By hand', reason: '', catalogueMinor: 9500n, assistSessionId: staff.assistSessionId, actorId: staff.id },
    }));
    const placed = await place({
      cartVersion: 2,
      expectedTotalMinor: 17600n,
      channel: 'assisted',
      attribution: { actorId: staff.id, actorName: 'Sam Seller', groupId: staff.groupId, groupName: 'Sales', assistSessionId: staff.assistSessionId, reason: 'phone order', reference: 'T-1' },
      ownerStaff: { id: staff.id, name: 'Sam Seller' },
      commission: { basis: 'total-excluding-tax', rateBasisPoints: 500, compute: (lines) => commissionFor({ basis: 'total-excluding-tax', lines }).minor },
      comments: [{ visibility: 'private', text: 'Order placed by Sam Seller on behalf of Anna Small.' }, { visibility: 'public', text: 'With help.' }],
      paymentMethod: 'purchase-order',
      purchaseOrderNumber: ' PO-7 ',
    });
    if (!placed.ok) throw new Error(codes(placed).join(' '));
    const order = await under.app.read((unit) => orderByNumber(unit, placed.value.number, 'all'));
    expect(order).toMatchObject({
      ok: true,
      value: {
        channel: 'assisted', placedBy: 'Sam Seller', purchaseOrderNumber: 'PO-7',
        assisted: { actorId: staff.id, groupName: 'Sales', reason: 'phone order', reference: 'T-1', assistSessionId: staff.assistSessionId },
        owner: { id: staff.id, name: 'Sam Seller' },
        commission: { minor: 800n, basis: 'total-excluding-tax', rateBasisPoints: 500 },
        lines: [{ unitMinor: 8000n, catalogueMinor: 9500n, overrideSource: 'manual', overrideLabel: 'By hand' }],
        comments: [{ visibility: 'private' }, { visibility: 'public', text: 'With help.' }],
        shippingAddress: { name: 'Anna Small', country: 'US' },
        customer: { name: 'Anna Small', company: 'Small & Co', email: 'anna@customer.example' },
      },
    });
  });

  test('of downloads only needs no shipping and no address', async () => {
    await fill(under.app, anna, { sku: 'MANUAL', quantity: 1 });
    const placed = await place({ shippingAddress: null, shippingMethod: '', expectedTotalMinor: 2200n });
    expect(placed).toMatchObject({ ok: true, value: { totals: { shipping: 0n, total: 2200n } } });
  });

  test('with a coupon and express delivery adds up to the cent', async () => {
    await drills();
    await under.app.read((unit) => applyCoupon(unit, anna, { code: 'TEN', version: 1, now: NOW }));
    const placed = await place({ cartVersion: 2, shippingMethod: 'express', expectedTotalMinor: 21450n });
    expect(placed).toMatchObject({ ok: true, value: { totals: { discount: 1900n, couponCode: 'TEN', shipping: 2400n, tax: 1950n } } });
  });
});

describe('a refused order leaves the cart, the stock and no order behind:', () => {
  test('no cart, and an empty one', async () => {
    expect(codes(await place())).toEqual(['cart-empty']);
    expect(codes(await place({ cartVersion: 0 }))).toEqual(['cart-empty']);
    expect(await orders()).toBe(0);
  });

  test('an older version of the cart (C7)', async () => {
    await drills(1);
    await drills(1);
    expect(codes(await place({ cartVersion: 1 }))).toEqual(['cart-changed']);
    expect(await under.app.read((unit) => openCart(unit, anna))).toMatchObject({ version: 2, lines: [{ quantity: 2 }] });
    expect(await orders()).toBe(0);
  });

  test('another total than the one shown, with the new one (C6)', async () => {
    await drills();
    const result = await place({ expectedTotalMinor: 20899n });
    expect(codes(result)).toEqual(['price-changed']);
    expect(result).toMatchObject({ error: [{ facts: { before: '208.99', total: '209.00', currency: 'USD' } }] });
    expect(await orders()).toBe(0);
  });

  test("somebody else's address, one that isn't there, none, and one that isn't one", async () => {
    await drills();
    expect(codes(await place({ shippingAddress: { id: under.shop.ben.addressId } }))).toEqual(['address-missing']);
    expect(codes(await place({ shippingAddress: { id: 'x' } }))).toEqual(['address-missing']);
    expect(codes(await place({ shippingAddress: null }))).toEqual(['address-missing']);
    const address = { name: ' ', company: '', street: 'S', postcode: '1', city: 'C\nD', region: '', country: 'USA', phone: '' };
    const result = await place({ shippingAddress: address });
    expect(codes(result)).toEqual(['address-invalid', 'address-invalid', 'address-invalid']);
    expect(result).toMatchObject({ error: [{ field: 'name' }, { field: 'city' }, { field: 'country' }] });
    expect(await orders()).toBe(0);
  });

  test('unknown methods, a purchase order without its number: every reason at once', async () => {
    await drills();
    expect(codes(await place({ shippingMethod: 'none', paymentMethod: 'card' }))).toEqual(['shipping-method-unknown', 'payment-method-unknown']);
    expect(codes(await place({ paymentMethod: 'purchase-order' }))).toEqual(['purchase-order-missing']);
    expect(codes(await place({ paymentMethod: 'purchase-order', purchaseOrderNumber: '7'.repeat(41) }))).toEqual(['invalid-input']);
    expect(codes(await place({ purchaseOrderNumber: '7\n8', customerComment: 'x\0' }))).toEqual(['invalid-input', 'invalid-input']);
    expect(codes(await place({ customerComment: 'x'.repeat(2001), checkoutKey: '' }))).toEqual(['invalid-input', 'invalid-input']);
    expect(await orders()).toBe(0);
  });

  test('more than is in stock, by line', async () => {
    await drills(5);
    await under.owner.read((unit) => unit.query(`update product set stock = 2 where sku = 'DRILL'`));
    const result = await place({ expectedTotalMinor: 0n });
    expect(result).toMatchObject({ ok: false, error: [{ code: 'out-of-stock', facts: { sku: 'DRILL', stock: 2, wanted: 5 } }] });
    expect(await stock('DRILL')).toBe(2);
    expect(await orders()).toBe(0);
  });

  test('a product that is not sold any more', async () => {
    await drills();
    await under.owner.read((unit) => unit.query(`update product set active = false where sku = 'DRILL'`));
    expect(codes(await place())).toEqual(['product-not-sold-here']);
    expect(await stock('DRILL')).toBe(5);
    expect(await orders()).toBe(0);
  });

  test("a cart in another store isn't this store's", async () => {
    await drills();
    expect(codes(await place({ owner: { ...anna, store: under.shop.de } }))).toEqual(['cart-empty']);
    expect(await orders()).toBe(0);
  });
});

describe('placing twice (D9)', () => {
  test('gives the order already made', async () => {
    await drills();
    const [first, second] = [await place(), await place()];
    if (!first.ok || !second.ok) throw new Error([...codes(first), ...codes(second)].join(' '));
    expect(second.value).toEqual({ ...first.value, already: true });
    expect([await orders(), await stock('DRILL')]).toEqual([1, 3]);
  });

  test('at the same time makes one order, and everybody gets it', async () => {
    await drills();
    const results = await Promise.all(Array.from({ length: 8 }, () => place()));
    const placed = results.flatMap((result) => (result.ok ? [result.value] : []));
    expect(new Set(placed.map((order) => order.number)).size).toBe(1);
    expect(placed.filter((order) => !order.already)).toHaveLength(1);
    expect([placed.length, await orders(), await stock('DRILL')]).toEqual([8, 1, 3]);
  });

  test('at the same time with different keys makes one order; the others are told its number', async () => {
    await drills();
    const results = await Promise.all(['a', 'b', 'c', 'd'].map((checkoutKey) => place({ checkoutKey })));
    expect(results.flatMap(codes)).toEqual(['cart-placed', 'cart-placed', 'cart-placed']);
    expect([await orders(), await stock('DRILL')]).toEqual([1, 3]);
  });

  test('with the same key for something else is refused', async () => {
    await drills();
    await place();
    expect(codes(await place({ customerComment: 'another' }))).toEqual(['idempotency-key-reused']);
    await drills();
    expect(codes(await place({ shippingMethod: 'pickup' }))).toEqual(['idempotency-key-reused']);
    expect([await orders(), await stock('DRILL')]).toEqual([1, 3]);
  });

  test('a retry finds its order although a new cart has begun, and leaves that cart alone', async () => {
    await drills();
    await place();
    await drills();
    expect(await place()).toMatchObject({ ok: true, value: { already: true } });
    expect(await under.app.read((unit) => openCart(unit, anna))).toMatchObject({ version: 1, lines: [{ quantity: 2 }] });
    expect(await orders()).toBe(1);
  });

  test('a retry finds its order also where the new cart would cost something else', async () => {
    await drills();
    await place();
    await drills(1);
    expect(await place()).toMatchObject({ ok: true, value: { already: true } });
    expect(codes(await place({ expectedTotalMinor: 1n }))).toEqual(['idempotency-key-reused']);
  });

  test('with the key of an order that is still being made in another store takes nothing and waits for it', async () => {
    const elsewhere = { ...anna, store: under.shop.de };
    await drills();
    await drills(1, elsewhere);
    const { second } = await under.app.transaction(async (unit) => {
      await placeOrder(unit, request());
      const twin = place({ owner: elsewhere, shippingMethod: 'pickup', expectedTotalMinor: 11900n });
      await somebodyWaits();
      return { second: twin };
    });
    expect(codes(await second)).toEqual(['idempotency-key-reused']);
    expect([await orders(), await stock('DRILL')]).toEqual([1, 3]);
  });

  test("another customer's key is another key", async () => {
    await drills();
    await drills(1, under.shop.ben.owner);
    await place();
    const bens = { owner: under.shop.ben.owner, shippingAddress: { id: under.shop.ben.addressId }, expectedTotalMinor: 12045n };
    expect(await place(bens)).toMatchObject({ ok: true, value: { already: false } });
    expect(await orders()).toBe(2);
  });
});

describe('stock', () => {
  test('of 5 goes to 5 of 20 who check out at once, and never below zero', async () => {
    const names = Array.from({ length: 20 }, (_, index) => `Buyer${index}`);
    const buyers = await under.owner.transaction(async (unit) => {
      const made = [];
      for (const name of names) made.push(await seedCustomer(unit, { name, store: under.shop.us, groupId: under.shop.ben.owner.customerGroupId }));
      return made;
    });
    for (const { owner } of buyers) await fill(under.app, owner, { sku: 'DRILL', quantity: 1 });
    const results = await Promise.all(
      buyers.map(({ owner, addressId }) => place({ owner, shippingAddress: { id: addressId }, expectedTotalMinor: 12045n })),
    );
    expect(results.filter((result) => result.ok)).toHaveLength(5);
    expect(results.flatMap(codes)).toEqual(Array.from({ length: 15 }, () => 'out-of-stock'));
    expect([await stock('DRILL'), await orders()]).toEqual([0, 5]);
  });

  test('of two products in two carts filled in opposite order ends in no deadlock', async () => {
    const { ben } = under.shop;
    await fill(under.app, anna, { sku: 'DRILL', quantity: 1 });
    await fill(under.app, anna, { sku: 'GLOVE', quantity: 10 });
    await fill(under.app, ben.owner, { sku: 'GLOVE', quantity: 10 });
    await fill(under.app, ben.owner, { sku: 'DRILL', quantity: 1 });
    const results = await Promise.all([
      place({ cartVersion: 2, shippingMethod: 'pickup', expectedTotalMinor: 14850n }),
      place({ owner: ben.owner, shippingAddress: { id: ben.addressId }, cartVersion: 2, shippingMethod: 'pickup', expectedTotalMinor: 16500n }),
    ]);
    expect(results.flatMap(codes)).toEqual([]);
    expect([await stock('DRILL'), await stock('GLOVE')]).toEqual([3, 480]);
  });
});
