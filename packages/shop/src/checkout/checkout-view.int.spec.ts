import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CartOwner } from '@onbehalf/assist/ports';
import { addAddress } from '../accounts/addresses.ts';
import { fill, openSmallShop, type ShopUnderTest } from '../testing/small-shop.ts';
import { checkoutView, type CheckoutPlace } from './checkout-view.ts';

const SHED = { name: 'Shed', company: '', street: 'Yard 1', postcode: '1', city: 'Town', region: '', country: 'AT', phone: '', isDefault: false };

let under: ShopUnderTest;
let anna: CartOwner;
let shedId: string;
beforeAll(async () => {
  under = await openSmallShop();
  anna = under.shop.anna.owner;
  await fill(under.app, anna, { sku: 'DRILL', quantity: 2 });
  await under.owner.read((unit) => unit.query(`insert into tax_rate values ('PT', 'standard', 2300)`));
  const shed = await under.app.transaction((unit) => addAddress(unit, anna.customerId, SHED));
  if (!shed.ok) throw new Error('The shed is an address');
  shedId = shed.value.id;
});
afterAll(() => under.drop());

async function taxFor(place: Partial<CheckoutPlace>): Promise<number | undefined> {
  const { cart } = await under.app.read((unit) => checkoutView(unit, anna, { addressId: null, newCountry: null, shippingMethod: '', ...place }));
  return cart.lines[0]?.taxBasisPoints;
}

describe('what the checkout page is made of', () => {
  test('comes in one statement: the cart and the addresses, the default one first', async () => {
    under.sent.length = 0;
    const { cart, addresses } = await under.app.read((unit) => checkoutView(unit, anna, { addressId: null, newCountry: null, shippingMethod: '' }));
    expect(under.sent).toHaveLength(1);
    expect(cart.lines.map((line) => [line.sku, line.quantity])).toEqual([['DRILL', 2]]);
    expect(addresses.map((one) => [one.id, one.isDefault])).toEqual([[under.shop.anna.addressId, true], [shedId, false]]);
    expect(addresses[1]).toMatchObject({ street: 'Yard 1', country: 'AT' });
  });

  test('is taxed for where it goes: the default address, the one chosen, or a new one’s country', async () => {
    const home = await taxFor({});
    expect(home).not.toBe(2000);
    expect(await taxFor({ addressId: shedId })).toBe(2000);
    expect(await taxFor({ newCountry: 'PT' })).toBe(2300);
    expect(await taxFor({ newCountry: 'ZZ' })).toBe(home);
  });

  test('takes another customer’s address, or none at all, for no choice', async () => {
    const home = await taxFor({});
    await under.owner.read((unit) => unit.query(`update customer_address set country = 'PT' where customer_id <> $1`, [anna.customerId]));
    const [foreign] = await under.owner.read((unit) => unit.query<{ id: string }>('select id::text from customer_address where customer_id <> $1 limit 1', [anna.customerId]));
    expect(foreign).toBeDefined();
    expect(await taxFor({ addressId: foreign?.id ?? '' })).toBe(home);
    expect(await taxFor({ addressId: 'nonsense' })).toBe(home);
  });
});
