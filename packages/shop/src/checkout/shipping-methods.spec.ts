import { describe, expect, test } from 'vitest';
import { needsShipping, NO_DELIVERY, shippingOffers, type ShippingMethod } from './shipping-methods.ts';

const text = (en: string) => ({ en, de: en, es: en });
const method = (code: string, more: Partial<ShippingMethod> = {}): ShippingMethod => ({
  code, name: text(code), note: text(''), taxBasisPoints: 1900, isPickup: false, basis: 'value', freeFrom: null, most: null, countries: [], rates: [{ country: '', from: 0n, minor: 690n }], ...more,
});
const parcel = { country: 'DE', goodsMinor: 5000n, weightGrams: 1000n };

describe('G3: shipping', () => {
  test('is offered by every method that goes there, in their order', () => {
    const methods = [method('standard', { freeFrom: 5000n }), method('freight', { basis: 'weight', most: 999n }), method('vienna', { countries: ['AT'] }), method('pickup', { isPickup: true, rates: [] })];
    expect(shippingOffers(methods, parcel).map(({ code, minor }) => [code, minor])).toEqual([['standard', 0n], ['pickup', 0n]]);
  });

  test('is not asked for where nothing is sent, and "none" is no method', () => {
    expect(needsShipping([{ kind: 'virtual' }, { kind: 'downloadable' }])).toBe(false);
    expect(needsShipping([{ kind: 'downloadable' }, { kind: 'simple' }])).toBe(true);
    expect(shippingOffers([method('standard')], parcel).map(({ code }) => code)).not.toContain(NO_DELIVERY);
  });
});
