import type { Order } from '@onbehalf/shop';
import { describe, expect, it } from 'vitest';
import type { Arrived } from '../arrived.ts';
import type { Payments } from '../deps.ts';
import { paymentCodes } from './names.ts';
import { payableOrder, shortAddress } from './payment.ts';

describe('D8: where it is offered', () => {
  const chosen = { settings: { get: () => ['on-account', 'pay-link'] }, store: null } as unknown as Arrived;

  it('is where a website has it and somebody collects', () => {
    expect(paymentCodes({}, chosen)).toEqual(['on-account']);
    expect(paymentCodes({ payments: { provider: {}, test: null } as unknown as Payments }, chosen)).toEqual(['on-account', 'pay-link']);
  });
});

describe('D8: what a link shows', () => {
  it.each([['john.doe@customer.example', 'j***@customer.example'], ['x@y.example', 'x***@y.example'], ['@nobody', '***'], ['', '***']])('%s is shown as %s', (email, shown) => expect(shortAddress(email)).toBe(shown));

  it('is what was ordered and what it comes to, and nothing of whom', () => {
    const address = { name: 'Personal Name', company: 'Personal Company', street: 'Personal Street 1', postcode: '00000', city: 'Personal City', region: '', country: 'DE', phone: '+49 personal' };
    const totals = {
      currency: 'EUR', pricesIncludeTax: false, couponCode: 'PERSONAL10', staffDiscount: 0n, staffDiscountReason: null, freeShippingReason: null, subtotal: 100n, discount: 10n, shipping: 0n, tax: 0n, total: 90n, taxes: [],
      reverseCharge: { sellerVatNumber: 'DE123456788', buyerVatNumber: 'ATU-personal' },
    };
    const order = {
      number: '100001', storeName: 'Shop', totals, lines: [], shippingAddress: address, billingAddress: address, customer: { id: '1', name: 'Personal Name', company: 'Personal Company', email: 'personal@customer.example', externalId: 'personal' },
      customerComment: 'personal', purchaseOrderNumber: 'personal', placedBy: 'Personal Clerk',
    };
    const shown = JSON.stringify(payableOrder(order as unknown as Order), (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value));
    expect(shown).not.toMatch(/personal/i);
    expect(shown).toContain('100001');
  });
});
