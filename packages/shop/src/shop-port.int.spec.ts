import { NO_REVERSE_CHARGE, commissionFor } from '@onbehalf/core';
import type { CartOwner } from '@onbehalf/assist/ports';
import { shopPortBattery } from '@onbehalf/assist/port-tests/battery';
import { openCart } from './cart/open-cart.ts';
import type { OrderRequest } from './checkout/order-request.ts';
import { placeOrder } from './checkout/place-order.ts';
import { shopPort } from './shop-port.ts';
import { fill, NOW, openSmallShop, type ShopUnderTest } from './testing/small-shop.ts';

shopPortBattery('the shop that comes along', async () => {
  const under = await openSmallShop();
  const { anna, ben, carla, staff } = under.shop;
  await under.owner.read((unit) => unit.query('update product set stock = 500 where stock is not null'));
  return {
    shop: shopPort(),
    app: under.app,
    anna: anna.owner,
    ben: ben.owner,
    carla: carla.owner,
    names: { anna: { name: 'Anna Small', email: 'anna@customer.example' }, carla: { name: 'Carla Small', email: 'carla@customer.example' } },
    sku: 'DRILL',
    otherSku: 'GLOVE',
    assist: { sessionId: staff.assistSessionId, actorId: staff.id, groupId: staff.groupId },
    put: async (owner, line) => (await fill(under.app, owner, line)).lineId,
    placeAssisted: (owner) => placeAssisted(under, owner),
    setStatus: (owner, status) => under.app.read(async (unit) => void (await unit.query('update customer set status = $2 where id = $1::bigint', [owner.customerId, status]))),
    stopSelling: (sku) => under.owner.read(async (unit) => void (await unit.query('update product set active = false where sku = $1', [sku]))),
    close: under.drop,
  };
});

async function placeAssisted({ app, shop: { anna, staff } }: ShopUnderTest, owner: CartOwner): Promise<{ number: string }> {
  const { version } = await app.read((unit) => openCart(unit, owner));
  const place = (expectedTotalMinor: bigint) => app.transaction((unit) => placeOrder(unit, { ...request(version), expectedTotalMinor }));
  const request = (cartVersion: number): OrderRequest => ({
    owner, cartVersion, checkoutKey: 'port', expectedTotalMinor: 0n, shippingAddress: { id: anna.addressId }, shippingMethod: 'standard', paymentMethod: 'on-account', paymentMethods: ['on-account'],
    purchaseOrderNumber: '', customerComment: '', now: NOW, channel: 'assisted', ownerStaff: { id: staff.id, name: 'Sam Seller' }, comments: [], rule: 'specific',
    overrideValidForSeconds: 3600, taxRounding: 'line', minMarginBasisPoints: null, reverseCharge: NO_REVERSE_CHARGE, paymentDays: 30,
    attribution: { actorId: staff.id, actorName: 'Sam Seller', groupId: staff.groupId, groupName: 'Sales', assistSessionId: staff.assistSessionId, reason: '', reference: '' },
    commission: { basis: 'total-excluding-tax', rateBasisPoints: 500, compute: (lines) => commissionFor({ basis: 'total-excluding-tax', lines }).minor },
  });
  // What it costs is the shop's affair: the refusal of a wrong total says it.
  const wrong = await place(0n);
  const total = wrong.ok ? '' : String(wrong.error[0]?.facts?.['total'] ?? '');
  const placed = await place(BigInt(total.replace('.', '')));
  if (!placed.ok) throw new Error(placed.error.map(({ code }) => code).join(' '));
  return { number: placed.value.number };
}
