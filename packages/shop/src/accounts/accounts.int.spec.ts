import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Unit } from '@onbehalf/assist/ports';
import { NOW, openSmallShop, type ShopUnderTest } from '../testing/small-shop.ts';
import type { SmallCustomer } from '../testing/seed-small.ts';
import { addAddress, addressesOf, addressOf, changeAddress, makeDefaultAddress, removeAddress } from './addresses.ts';
import { currentConsent, setConsent, type ConsentChange } from './consent.ts';
import { customerByEmail, customerById } from './customers.ts';
import { updateInformation } from './information.ts';
import { setNewsletter } from './newsletter.ts';
import { addToWishlist, removeFromWishlist, wishlistOf } from './wishlist.ts';

let under: ShopUnderTest;
let anna: SmallCustomer;
let ben: SmallCustomer;

beforeAll(async () => {
  under = await openSmallShop();
  ({ anna, ben } = under.shop);
});
afterAll(() => under.drop());

const act = <T>(work: (unit: Unit) => Promise<T>) => under.app.transaction(work);

describe('a customer', () => {
  test('is found by e-mail on the own website only: websites share no customers', async () => {
    expect(await act((unit) => customerByEmail(unit, 1, ' Anna@Customer.example '))).toMatchObject({ id: anna.id, passwordHash: null, status: 'active' });
    expect(await act((unit) => customerByEmail(unit, 2, 'anna@customer.example'))).toBeNull();
  });

  test('is found by id, without the password', async () => {
    const customer = await act((unit) => customerById(unit, anna.id));
    expect(customer).toMatchObject({ firstName: 'Anna', websiteId: 1, groupId: anna.owner.customerGroupId });
    expect(customer).not.toHaveProperty('passwordHash');
    for (const id of ['0', '-1', 'x', '99999']) expect(await act((unit) => customerById(unit, id))).toBeNull();
  });

  test('changes name, phone, company and VAT number, and both states are told for the record', async () => {
    const input = { firstName: ' Ann ', lastName: 'Smith', phone: '+1 555', company: 'Smith Ltd', vatNumber: 'DE 123' };
    expect(await act((unit) => updateInformation(unit, anna.id, input))).toEqual({
      ok: true,
      value: {
        before: { firstName: 'Anna', lastName: 'Small', phone: '', company: 'Small & Co', vatNumber: '' },
        after: { ...input, firstName: 'Ann' },
      },
    });
    expect(await act((unit) => customerById(unit, ben.id))).toMatchObject({ firstName: 'Ben' });
  });

  test('gets every wrong field named, and nothing is changed', async () => {
    const result = await act((unit) => updateInformation(unit, ben.id, { firstName: '', lastName: 'x'.repeat(81), phone: '1\n2', company: '', vatNumber: '<b>' }));
    expect(result).toMatchObject({ ok: false, error: [{ field: 'firstName' }, { field: 'lastName', facts: { most: 80 } }, { field: 'phone' }, { field: 'vatNumber' }] });
    expect(await act((unit) => customerById(unit, ben.id))).toMatchObject({ firstName: 'Ben', lastName: 'Small' });
  });

  test('subscribes to the newsletter once', async () => {
    expect(await act((unit) => setNewsletter(unit, ben.id, true))).toEqual({ changed: true });
    expect(await act((unit) => setNewsletter(unit, ben.id, true))).toEqual({ changed: false });
    expect(await act((unit) => customerById(unit, ben.id))).toMatchObject({ newsletter: true });
  });
});

const input = (name: string, isDefault = false) => ({ name, company: '', street: '2 Low Road', postcode: 'A1', city: 'City', region: '', country: 'us', phone: '', isDefault });

const add = async (name: string, isDefault = false) => {
  const added = await act((unit) => addAddress(unit, anna.id, input(name, isDefault)));
  if (!added.ok) throw new Error(added.error.map(({ code }) => code).join(' '));
  return added.value;
};

const shown = async (id = anna.id) => (await act((unit) => addressesOf(unit, id))).map(({ name, isDefault }) => `${name}${isDefault ? '*' : ''}`);

describe('addresses', () => {
  beforeEach(async () => {
    await under.owner.read((unit) => unit.query('delete from customer_address where customer_id = $1', [anna.id]));
  });

  test('the first becomes the default, the next only where asked', async () => {
    await add('One');
    await add('Two');
    expect(await shown()).toEqual(['One*', 'Two']);
    expect(await add('Three', true)).toMatchObject({ isDefault: true, country: 'US' });
    expect(await shown()).toEqual(['Three*', 'One', 'Two']);
  });

  test('another becomes the default; there is always one', async () => {
    const [one, two] = [await add('One'), await add('Two')];
    await act((unit) => makeDefaultAddress(unit, anna.id, { id: two.id, use: 'shipping' }));
    expect(await shown()).toEqual(['Two*', 'One']);
    await act((unit) => changeAddress(unit, anna.id, { id: two.id, input: input('Two again', false) }));
    expect(await shown()).toEqual(['Two again*', 'One']);
    await act((unit) => removeAddress(unit, anna.id, two.id));
    expect(await shown()).toEqual(['One*']);
    await act((unit) => removeAddress(unit, anna.id, one.id));
    expect(await shown()).toEqual([]);
  });

  test('added by two at once have one default', async () => {
    await Promise.all(['A', 'B', 'C', 'D'].map((name) => add(name, true)));
    expect((await shown()).filter((name) => name.endsWith('*'))).toHaveLength(1);
  });

  test("somebody else's can't be seen, changed, made the default or removed", async () => {
    const missing = { ok: false, error: [{ code: 'address-missing' }] };
    const { addressId } = ben;
    expect(await act((unit) => addressOf(unit, anna.id, addressId))).toBeNull();
    expect(await act((unit) => changeAddress(unit, anna.id, { id: addressId, input: input('Mine', true) }))).toEqual(missing);
    expect(await act((unit) => makeDefaultAddress(unit, anna.id, { id: addressId, use: 'shipping' }))).toEqual(missing);
    expect(await act((unit) => removeAddress(unit, anna.id, addressId))).toEqual(missing);
    expect(await act((unit) => removeAddress(unit, anna.id, 'x'))).toEqual(missing);
    expect(await shown(ben.id)).toEqual(['Ben Small*']);
  });

  test('a refused default leaves the old one in place', async () => {
    await add('One');
    expect(await act((unit) => addAddress(unit, anna.id, { ...input('', true), country: 'Germany' }))).toMatchObject({
      ok: false, error: [{ code: 'address-invalid', field: 'name' }, { code: 'address-invalid', field: 'country' }],
    });
    expect(await shown()).toEqual(['One*']);
  });
});

const view = () => ({ store: under.shop.us, customer: anna.owner, rule: 'specific' as const, now: NOW });

describe('the wishlist', () => {
  test('takes a product once, with the own price, and gives it back', async () => {
    const wish = { customerId: anna.id, websiteId: 1, sku: 'DRILL', now: NOW };
    expect(await act((unit) => addToWishlist(unit, wish))).toMatchObject({ ok: true, value: { changed: true } });
    expect(await act((unit) => addToWishlist(unit, wish))).toMatchObject({ ok: true, value: { changed: false } });
    expect(await act((unit) => wishlistOf(unit, view()))).toMatchObject([{ sku: 'DRILL', priceMinor: 9500n }]);
    expect(await act((unit) => removeFromWishlist(unit, { customerId: ben.id, sku: 'DRILL' }))).toEqual({ changed: false });
    expect(await act((unit) => removeFromWishlist(unit, { customerId: anna.id, sku: 'DRILL' }))).toEqual({ changed: true });
    expect(await act((unit) => wishlistOf(unit, view()))).toEqual([]);
  });

  test('refuses what is not sold on the website', async () => {
    const wish = { customerId: under.shop.carla.id, websiteId: 2, sku: 'GLOVE', now: NOW };
    expect(await act((unit) => addToWishlist(unit, wish))).toMatchObject({ ok: false, error: { code: 'product-not-found' } });
  });
});

const at = (minute: number) => new Date(NOW.getTime() + minute * 60_000);

const answer = (change: Partial<ConsentChange>) =>
  act((unit) => setConsent(unit, { customerId: anna.id, websiteId: 1, answer: 'given', wording: 'Allow', scope: 'full', at: NOW, ...change }));

const history = () => under.owner.read((unit) => unit.query<{ answer: string; current: boolean }>(
  'select answer, superseded_at is null as current from consent where customer_id = $1 order by id', [anna.id]));

const epoch = async () => (await under.owner.read((unit) => unit.query<{ epoch: bigint }>('select epoch from customer where id = $1', [anna.id])))[0]?.epoch ?? 0n;

describe('consent (B10)', () => {
  test('is a history: given, withdrawn, given again; the same answer makes no row', async () => {
    expect(await act((unit) => currentConsent(unit, anna.id))).toEqual({ current: null, givenAt: null, withdrawnAt: null });
    expect(await answer({ at: at(1) })).toEqual({ ok: true, value: { before: null, changed: true } });
    expect(await answer({ at: at(2), wording: 'Other words' })).toEqual({ ok: true, value: { before: 'given', changed: false } });
    expect(await answer({ answer: 'refused', at: at(3) })).toEqual({ ok: true, value: { before: 'given', changed: true } });
    expect(await act((unit) => currentConsent(unit, anna.id))).toMatchObject({ current: { answer: 'refused' }, givenAt: at(1), withdrawnAt: at(3) });
    expect(await answer({ at: at(4), scope: 'view' })).toMatchObject({ value: { changed: true } });
    expect(await act((unit) => currentConsent(unit, anna.id))).toMatchObject({ current: { answer: 'given', scope: 'view', wording: 'Allow' }, givenAt: at(4), withdrawnAt: null });
    expect(await history()).toEqual([{ answer: 'given', current: false }, { answer: 'refused', current: false }, { answer: 'given', current: true }]);
  });

  test('by two answers at once stays one answer', async () => {
    await under.owner.read((unit) => unit.query('delete from consent'));
    await Promise.all([answer({}), answer({ answer: 'refused' }), answer({}), answer({ answer: 'refused' })]);
    expect((await history()).filter((row) => row.current)).toHaveLength(1);
  });

  test('raises the epoch that running assist sessions look at (B9)', async () => {
    await answer({ answer: 'refused' });
    const before = await epoch();
    await answer({});
    expect(await epoch()).toBeGreaterThan(before);
  });

  test('of a customer of another website is refused', async () => {
    expect(await answer({ websiteId: 2 })).toEqual({ ok: false, error: { code: 'not-found' } });
  });
});
