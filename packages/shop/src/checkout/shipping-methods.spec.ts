import { describe, expect, test } from 'vitest';
import { parseShippingMethod, shippingMethods } from './shipping-methods.ts';

const LINES = [{ kind: 'simple' as const }, { kind: 'downloadable' as const }];

describe('shipping', () => {
  test.each([
    ['USD', 14_999, [950n, 2400n, 0n]],
    ['USD', 15_000, [0n, 2400n, 0n]],
    ['EUR', 11_999, [690n, 1800n, 0n]],
    ['EUR', 12_000, [0n, 1800n, 0n]],
  ])('in %s by standard, express and pickup, for goods worth %i cents', (currency, goods, minor) => {
    expect(shippingMethods({ lines: LINES, currency, goodsMinor: BigInt(goods) }).map((method) => method.minor)).toEqual(minor);
  });

  test('is not offered for services and downloads, and not asked for', () => {
    expect(shippingMethods({ lines: [{ kind: 'virtual' }, { kind: 'downloadable' }], currency: 'USD', goodsMinor: 1n })).toEqual([]);
    expect(parseShippingMethod('express', { needsShipping: false, currency: 'USD' })).toBe('none');
  });

  test('goods are never sent by "none" or an unknown method', () => {
    for (const code of ['none', '', 'toString', 'Standard']) expect(parseShippingMethod(code, { needsShipping: true, currency: 'USD' })).toBeNull();
  });
});
