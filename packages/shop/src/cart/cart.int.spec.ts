import { NO_REVERSE_CHARGE } from '@onbehalf/core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { CartOwner, PriceChange } from '@onbehalf/assist/ports';
import { fill, NOW, openSmallShop, type ShopUnderTest } from '../testing/small-shop.ts';
import { addLine } from './add-line.ts';
import { changePrice, changeQuantity, removeLine } from './change-line.ts';
import { applyCoupon, removeCoupon } from './coupon.ts';
import { openCart } from './open-cart.ts';
import { priceCart } from './price-cart.ts';

let under: ShopUnderTest;
let anna: CartOwner;
let ben: CartOwner;

beforeAll(async () => {
  under = await openSmallShop();
  anna = under.shop.anna.owner;
  ben = under.shop.ben.owner;
});
beforeEach(() => under.owner.read((unit) => unit.query('truncate cart, cart_line, purchase, purchase_line, purchase_comment cascade')));
afterAll(() => under.drop());

const cartOf = (owner: CartOwner) => under.app.read((unit) => openCart(unit, owner));

const add = (owner: CartOwner, sku: string, quantity: number) =>
  under.app.read((unit) => addLine(unit, owner, { sku, quantity, now: NOW, newId: () => crypto.randomUUID() }));

async function entries(): Promise<number | undefined> {
  const [row] = await under.owner.read((unit) => unit.query<{ count: number }>('select count(*)::int as count from audit_entry'));
  return row?.count;
}

async function groundOf(assistSessionId: string): Promise<string | null> {
  const [row] = await under.owner.read((unit) => unit.query<{ ground: string }>(
    `select row(s.id, a.epoch, c.epoch, st.epoch, g.epoch)::assist_ground::text as ground from assist_session s join staff a on a.id = s.actor_id
       join customer c on c.id = s.subject_id join store st on st.id = s.store_id, setting_epoch g where s.id = $1`, [assistSessionId]));
  return row?.ground ?? null;
}

const secondsLater = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);

const refused = (code: string, more: object = {}) => ({ ok: false, error: expect.objectContaining({ code, ...more }) as unknown });

const setQuantity = (owner: CartOwner, line: { lineId: string; version: number; quantity: number }) =>
  under.app.read((unit) => changeQuantity(unit, owner, { ...line, now: NOW }));

const apply = (code: string, version: number) => under.app.read((unit) => applyCoupon(unit, anna, { code, version, now: NOW }));

const edit = (owner: CartOwner, change: Partial<PriceChange> & Pick<PriceChange, 'cartId' | 'lineId'>) =>
  under.app.read((unit) => changePrice(unit, owner, { version: 1, at: NOW, record: null, edited: edited(), ...change }));

const edited = (): NonNullable<PriceChange['edited']> => ({
  minor: 8000n, quantity: 2, source: 'manual', label: '', reason: '', catalogueMinor: 9500n,
  assistSessionId: under.shop.staff.assistSessionId, actorId: under.shop.staff.id,
});

async function drills(quantity = 2) {
  const added = await add(anna, 'DRILL', quantity);
  if (!added.ok) throw new Error(added.error.code);
  return added.value;
}

const priced = async (now = NOW, overrideValidForSeconds = 3600) =>
  priceCart({ cart: await cartOf(anna), store: under.shop.us, rule: 'specific', now, shipping: null, overrideValidForSeconds, minMarginBasisPoints: null, reverseCharge: NO_REVERSE_CHARGE, taxRounding: 'line' });

describe('adding', () => {
  test('opens a cart, and the same product adds to its line; each raises the version', async () => {
    expect(await cartOf(anna)).toMatchObject({ id: null, version: 0, lines: [], coupon: null });
    expect(await add(anna, 'DRILL', 1)).toMatchObject({ ok: true, value: { version: 1, quantity: 1 } });
    expect(await add(anna, 'DRILL', 2)).toMatchObject({ ok: true, value: { version: 2, quantity: 3 } });
    expect(await add(anna, 'MANUAL', 1)).toMatchObject({ ok: true, value: { version: 3, quantity: 1 } });
    expect(await cartOf(anna)).toMatchObject({ version: 3, lines: [{ sku: 'DRILL', quantity: 3 }, { sku: 'MANUAL', stock: null }] });
  });

  test('is one statement, and so is looking', async () => {
    under.sent.length = 0;
    await add(anna, 'GLOVE', 1);
    await cartOf(anna);
    expect(under.sent).toHaveLength(2);
  });

  test('is refused beyond the stock, with what is there and what was asked for', async () => {
    await add(anna, 'DRILL', 4);
    expect(await add(anna, 'DRILL', 2)).toEqual(refused('out-of-stock', { facts: { sku: 'DRILL', stock: 5, wanted: 6 } }));
    expect(await cartOf(anna)).toMatchObject({ version: 1, lines: [{ quantity: 4 }] });
  });

  test('is refused for what is not there, not sold on this website, or no quantity', async () => {
    expect(await add(anna, 'NOTHING', 1)).toEqual(refused('product-not-found'));
    expect(await add(under.shop.carla.owner, 'GLOVE', 1)).toEqual(refused('product-not-sold-here'));
    for (const quantity of [0, -1, 1.5, 100_000, Number.NaN]) expect(await add(anna, 'MANUAL', quantity)).toEqual(refused('quantity-invalid'));
    await add(anna, 'MANUAL', 99_999);
    expect(await add(anna, 'MANUAL', 1)).toEqual(refused('quantity-invalid'));
    expect(await cartOf(under.shop.carla.owner)).toMatchObject({ id: null });
  });

  test('by two at once makes one cart and loses no piece (C7)', async () => {
    await Promise.all(Array.from({ length: 8 }, () => add(anna, 'GLOVE', 1)));
    expect(await cartOf(anna)).toMatchObject({ version: 8, lines: [{ sku: 'GLOVE', quantity: 8 }] });
  });
});

describe('a change', () => {
  test('sets the pieces and raises the version', async () => {
    const { lineId, version } = await fill(under.app, anna, { sku: 'GLOVE', quantity: 3 });
    expect(await setQuantity(anna, { lineId, version, quantity: 7 })).toMatchObject({ ok: true, value: { sku: 'GLOVE', before: 3, version: 2 } });
    expect(await cartOf(anna)).toMatchObject({ version: 2, lines: [{ quantity: 7 }] });
  });

  test('against an older version is refused, whatever it is, and changes nothing (C7)', async () => {
    const { lineId, version } = await fill(under.app, anna, { sku: 'GLOVE', quantity: 3 });
    await fill(under.app, anna, { sku: 'MANUAL', quantity: 1 });
    expect(await setQuantity(anna, { lineId, version, quantity: 7 })).toEqual(refused('cart-changed'));
    expect(await under.app.read((unit) => removeLine(unit, anna, { lineId, version, now: NOW }))).toEqual(refused('cart-changed'));
    expect(await under.app.read((unit) => applyCoupon(unit, anna, { code: 'TEN', version, now: NOW }))).toEqual(refused('cart-changed'));
    expect(await cartOf(anna)).toMatchObject({ version: 2, coupon: null, lines: [{ quantity: 3 }, {}] });
  });

  test("of somebody else's line, of none, or in another store finds no line", async () => {
    const { lineId, version } = await fill(under.app, anna, { sku: 'GLOVE', quantity: 3 });
    const elsewhere: CartOwner = { ...anna, store: under.shop.de };
    for (const owner of [ben, elsewhere]) expect(await setQuantity(owner, { lineId, version, quantity: 7 })).toEqual(refused('line-not-found'));
    expect(await under.app.read((unit) => removeLine(unit, ben, { lineId, version, now: NOW }))).toEqual(refused('line-not-found'));
    for (const id of ['', '1', "' or true", crypto.randomUUID()]) expect(await setQuantity(anna, { lineId: id, version, quantity: 7 })).toEqual(refused('line-not-found'));
    expect(await cartOf(anna)).toMatchObject({ version: 1, lines: [{ quantity: 3 }] });
  });

  test('beyond the stock is refused; fewer than before never is', async () => {
    const { lineId, version } = await fill(under.app, anna, { sku: 'DRILL', quantity: 4 });
    expect(await setQuantity(anna, { lineId, version, quantity: 6 })).toEqual(refused('out-of-stock', { facts: { sku: 'DRILL', stock: 5, wanted: 6 } }));
    await under.owner.read((unit) => unit.query(`update product set stock = 1 where sku = 'DRILL'`));
    expect(await setQuantity(anna, { lineId, version, quantity: 3 })).toMatchObject({ ok: true });
    await under.owner.read((unit) => unit.query(`update product set stock = 5 where sku = 'DRILL'`));
  });

  test('by two at once is made by one of them', async () => {
    const { lineId, version } = await fill(under.app, anna, { sku: 'GLOVE', quantity: 3 });
    const results = await Promise.all([4, 5, 6, 7].map((quantity) => setQuantity(anna, { lineId, version, quantity })));
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(await cartOf(anna)).toMatchObject({ version: 2 });
  });

  test('takes a line out', async () => {
    const { lineId, version } = await fill(under.app, anna, { sku: 'GLOVE', quantity: 3 });
    expect(await under.app.read((unit) => removeLine(unit, anna, { lineId, version, now: NOW }))).toMatchObject({ ok: true, value: { version: 2 } });
    expect(await cartOf(anna)).toMatchObject({ version: 2, lines: [] });
  });
});

describe('a coupon', () => {
  test('is put on and taken off', async () => {
    await fill(under.app, anna, { sku: 'GLOVE', quantity: 3 });
    expect(await apply(' ten ', 1)).toEqual({ ok: true, value: { version: 2 } });
    expect(await cartOf(anna)).toMatchObject({ coupon: { code: 'TEN', percentBasisPoints: 1000 } });
    expect(await under.app.read((unit) => removeCoupon(unit, anna, { version: 2, now: NOW }))).toEqual({ ok: true, value: { version: 3 } });
    expect(await cartOf(anna)).toMatchObject({ coupon: null });
  });

  test("that is unknown, another website's or over is refused with its own reason", async () => {
    expect(await apply('TEN', 0)).toEqual(refused('cart-empty'));
    await fill(under.app, anna, { sku: 'GLOVE', quantity: 3 });
    expect(await apply('NOPE', 1)).toEqual(refused('coupon-unknown'));
    expect(await apply('EUONLY', 1)).toEqual(refused('coupon-unknown'));
    expect(await apply('GONE', 1)).toEqual(refused('coupon-over'));
    expect(await cartOf(anna)).toMatchObject({ version: 1, coupon: null });
  });

  test('that has run out since counts no more', async () => {
    await fill(under.app, anna, { sku: 'GLOVE', quantity: 3 });
    await apply('TEN', 1);
    await under.owner.read((unit) => unit.query(`update coupon set active = false where code = 'TEN'`));
    expect(await cartOf(anna)).toMatchObject({ coupon: null });
    await under.owner.read((unit) => unit.query(`update coupon set active = true where code = 'TEN'`));
  });
});

describe('an edited price', () => {
  test('is set against the version, with who gave it, and taken back', async () => {
    const { cartId, lineId } = await drills();
    expect(await edit(anna, { cartId, lineId })).toMatchObject({ ok: true, value: { version: 2 } });
    expect((await cartOf(anna)).lines[0]?.edited).toEqual({
      minor: 8000n, quantity: 2, source: 'manual', label: '', reason: '', catalogueMinor: 9500n,
      actorId: under.shop.staff.id, actorName: 'Sam Seller', limitBasisPoints: null, approverName: null, sessionLive: true, sessionEndedAt: null,
    });
    expect(await priced()).toMatchObject({ lines: [{ unitMinor: 8000n, catalogueMinor: 9500n, totalMinor: 16000n, overrideState: 'applies' }] });
    expect(await edit(anna, { cartId, lineId, version: 2, edited: null })).toMatchObject({ ok: true, value: { version: 3 } });
    expect(await priced()).toMatchObject({ lines: [{ unitMinor: 9500n, overrideState: 'none' }] });
  });

  test("is refused against an older version, for somebody else's line and with another's cart id", async () => {
    const { cartId, lineId } = await drills();
    expect(await edit(anna, { cartId, lineId, version: 9 })).toEqual(refused('cart-changed'));
    expect(await edit(ben, { cartId, lineId })).toEqual(refused('line-not-found'));
    expect(await edit(anna, { cartId: crypto.randomUUID(), lineId })).toEqual(refused('cart-changed'));
    expect((await cartOf(anna)).lines[0]?.edited).toBeNull();
  });

  test('is recorded with the change, or neither is there (E2)', async () => {
    const { cartId, lineId } = await drills();
    const { assistSessionId } = under.shop.staff;
    const ground = await groundOf(assistSessionId);
    const record = { ground, body: JSON.stringify({ at: new Date(), action_group: 'price', action: 'edit', result: 'done' }) };
    under.sent.length = 0;
    expect(await edit(anna, { cartId, lineId, record })).toMatchObject({ ok: true });
    expect(under.sent).toHaveLength(1);
    expect(await edit(anna, { cartId, lineId, record })).toEqual(refused('cart-changed'));
    expect(await entries()).toBe(1);
    await under.owner.read((unit) => unit.query(`update assist_session set ended_at = $1, end_reason = 'exit'`, [NOW]));
    await expect(edit(anna, { cartId, lineId, version: 2, edited: null, record })).rejects.toMatchObject({ code: 'OB001' });
    await under.owner.read((unit) => unit.query('update assist_session set ended_at = null, end_reason = null'));
    expect((await cartOf(anna)).lines[0]?.edited).toMatchObject({ minor: 8000n });
    expect(await entries()).toBe(1);
  });

  test.each([
    ['the actor', 'update staff set active = active'],
    ['the customer', 'update customer set status = status'],
    ['the assignment', 'insert into customer_staff (customer_id, staff_id, is_primary) select customer.id, staff.id, false from customer, staff on conflict (customer_id, staff_id) do update set is_primary = false'],
    ['the consent', `insert into consent (customer_id, website_id, answer, wording, answered_at, superseded_at) select id, website_id, 'given', 'Yes', now(), now() from customer`],
    ['the store', 'update store set active = active'],
    ['a setting', `insert into setting_value (path, scope, scope_id, value, changed_at) values ('assist/enabled', 'default', 0, 'true', now())`],
  ])('is not made where %s moved since the request was let in (B9)', async (_what, move) => {
    const { cartId, lineId } = await drills();
    const before = await entries();
    const record = { ground: await groundOf(under.shop.staff.assistSessionId), body: JSON.stringify({ at: new Date(), action_group: 'price', action: 'edit', result: 'done' }) };
    await under.owner.read((unit) => unit.query(move));
    await expect(edit(anna, { cartId, lineId, record })).rejects.toMatchObject({ code: 'OB002' });
    expect((await cartOf(anna)).lines[0]?.edited).toBeNull();
    expect(await entries()).toBe(before);
  });

  test('does not stretch to more pieces (C6)', async () => {
    const { cartId, lineId } = await drills();
    await edit(anna, { cartId, lineId });
    await drills(1);
    expect(await priced()).toMatchObject({ lines: [{ unitMinor: 9500n, overrideState: 'quantity-raised' }] });
  });

  test('lasts its time after the session, then the line goes back (C6)', async () => {
    const { cartId, lineId } = await drills();
    await edit(anna, { cartId, lineId });
    await under.owner.read((unit) => unit.query(`update assist_session set ended_at = $1, end_reason = 'exit'`, [NOW]));
    expect(await priced(secondsLater(3599))).toMatchObject({ lines: [{ unitMinor: 8000n, overrideState: 'applies' }] });
    expect(await priced(secondsLater(3600))).toMatchObject({ lines: [{ unitMinor: 9500n, overrideState: 'over' }] });
    await under.owner.read((unit) => unit.query('update assist_session set ended_at = null, end_reason = null'));
  });

  test('in another currency is none', async () => {
    const { cartId, lineId } = await drills();
    await edit(anna, { cartId, lineId });
    await under.owner.read((unit) => unit.query(`update cart_line set override_currency = 'EUR'`));
    expect(await priced()).toMatchObject({ lines: [{ unitMinor: 9500n, overrideState: 'none' }] });
  });

  test('offers the prices that are really this customer’s, by name (C4)', async () => {
    await drills();
    const { lines } = await priced();
    expect(lines[0]?.alternatives.map(({ label, minor, fromQuantity }) => [label, minor, fromQuantity])).toEqual([
      ['Base Price', 10000n, 1],
      ['Customer Price', 9500n, 1],
      ['Pricelist A', 9000n, 1],
      ['Group Price', 9800n, 1],
      ['Volume Price', 8500n, 10],
    ]);
  });
});

describe('totals', () => {
  test('go by the store: net prices, tax by country, coupon before tax', async () => {
    await fill(under.app, anna, { sku: 'DRILL', quantity: 2 });
    await under.app.read((unit) => applyCoupon(unit, anna, { code: 'TEN', version: 1, now: NOW }));
    const { totals, needsShipping } = priceCart({
      cart: await cartOf(anna), store: under.shop.us, rule: 'specific', now: NOW, shipping: 'express', overrideValidForSeconds: 0, minMarginBasisPoints: null, reverseCharge: NO_REVERSE_CHARGE, taxRounding: 'line',
    });
    // 190.00 − 19.00 + 24.00, and 10 % of that
    expect(totals).toMatchObject({
      currency: 'USD', pricesIncludeTax: false, subtotal: 19000n, discount: 1900n, couponCode: 'TEN', shipping: 2400n, tax: 1950n, total: 21450n,
    });
    expect(needsShipping).toBe(true);
  });

  test('include tax where the prices do, at the rate of where the goods go', async () => {
    await fill(under.app, under.shop.carla.owner, { sku: 'DRILL', quantity: 1 });
    const total = async (country?: string) => {
      const cart = await under.app.read((unit) => openCart(unit, under.shop.carla.owner, country));
      return priceCart({ cart, store: under.shop.de, rule: 'specific', now: NOW, shipping: 'standard', overrideValidForSeconds: 0, minMarginBasisPoints: null, reverseCharge: NO_REVERSE_CHARGE, taxRounding: 'line' }).totals;
    };
    expect(await total()).toMatchObject({ subtotal: 11900n, shipping: 690n, total: 12590n, tax: 2010n });
    expect(await total('AT')).toMatchObject({ total: 12590n, tax: 2098n });
    expect(await total('FR')).toMatchObject({ tax: 2010n });
  });

  test('leave out what is not for sale any more', async () => {
    await fill(under.app, anna, { sku: 'DRILL', quantity: 1 });
    await fill(under.app, anna, { sku: 'MANUAL', quantity: 1 });
    await under.owner.read((unit) => unit.query(`update product set active = false where sku = 'DRILL'`));
    const result = priceCart({ cart: await cartOf(anna), store: under.shop.us, rule: 'specific', now: NOW, shipping: null, overrideValidForSeconds: 0, minMarginBasisPoints: null, reverseCharge: NO_REVERSE_CHARGE, taxRounding: 'line' });
    expect(result).toMatchObject({ lines: [{ forSale: false, totalMinor: 0n }, { forSale: true }], totals: { subtotal: 2000n } });
    await under.owner.read((unit) => unit.query('update product set active = true'));
  });
});
