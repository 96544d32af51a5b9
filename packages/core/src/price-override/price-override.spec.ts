import { describe, expect, it } from 'vitest';
import { decidePriceOverride, type PriceOverrideCase, type PriceOverrideCommand } from './decide-price-override.ts';
import { effectiveUnitPrice } from './effective-unit-price.ts';
import { marginFloor, marginOf } from './margin-floor.ts';
import { priceEditReasons } from './price-edit-reasons.ts';

const alternative = { key: 'price-list:12', label: 'Pricelist A', labelKey: 'price.price-list', fromQuantity: 1, minor: 5000n, source: 'price-list' } as const;

const line = { productKind: 'simple', quantity: 2, currency: 'USD', alternatives: [alternative], currentMinor: 9500n, catalogueMinor: 10_000n, costMinor: null, taxBasisPoints: 0n, pricesIncludeTax: false };
const actor = { canEditItemPrice: true, maxDiscountBasisPoints: 2000n };
const settings = {
  enabled: true, allowZero: false, productTypes: ['simple', 'configurable'], reasons: ['price match', 'sample'], reasonRequired: false,
  minMarginBasisPoints: null, approval: 'refuse',
} as const;

const decide = (command: PriceOverrideCommand, change: Partial<PriceOverrideCase> = {}) =>
  decidePriceOverride({ command, reason: '', line, actor, settings, ...change });
const api = (text: unknown): PriceOverrideCommand => ({ text, locale: 'api' });
const codes = (result: ReturnType<typeof decide>) => (result.ok ? [] : result.error.map(({ code }) => code));

describe('setting a price', () => {
  it('sets a typed price, marked as typed', () =>
    expect(decide(api('80.00'))).toEqual({ ok: true, value: { minor: 8000n, source: 'manual', sourceLabel: '', reason: '', needsApproval: [] } }));

  it('reads it in the locale of the store', () => {
    expect(decide({ text: '80,50', locale: 'de' })).toMatchObject({ ok: true, value: { minor: 8050n } });
    expect(codes(decide({ text: '80.50', locale: 'de' }))).toEqual(['price-not-a-number']);
  });

  it('C10: takes "10 %" typed for a price, and a percentage in its own field, off the price without anybody’s edit', () => {
    expect(decide({ text: '10 %', locale: 'en' })).toMatchObject({ ok: true, value: { minor: 9000n, source: 'manual' } });
    expect(decide({ text: '12,5%', locale: 'de' })).toMatchObject({ ok: true, value: { minor: 8750n } });
    expect(decide({ percentOff: '10', locale: 'api' })).toMatchObject({ ok: true, value: { minor: 9000n } });
    expect(decide({ percentOff: '21', locale: 'en' })).toMatchObject({ error: [{ code: 'discount-above-limit', field: 'percent' }] });
    expect(decide({ text: '21 %', locale: 'en' })).toMatchObject({ error: [{ code: 'discount-above-limit', field: 'price' }] });
  });

  it.each(['0 %', '-10 %', '101 %', '1e1 %', '１０ %', '10 % %', '%', '12.5 %'])('C10: %j is no percentage in a German store, and never a price', (text) => {
    expect(codes(decide({ text, locale: 'de' }))).toEqual(['percent-invalid']);
  });

  it('C2: the API takes no percentage for a price', () => expect(codes(decide(api('10 %')))).toEqual(['price-not-a-number']));

  it('may raise a price', () => expect(decide(api('120'))).toMatchObject({ ok: true, value: { minor: 12_000n } }));

  it('sets an offered price without typing, and notes which it was', () =>
    expect(decide({ alternativeKey: 'price-list:12' })).toEqual({
      ok: true,
      value: { minor: 5000n, source: 'price-list:12', sourceLabel: 'Pricelist A', reason: '', needsApproval: [] },
    }));

  it('refuses a price that is not offered for this line', () =>
    expect(decide({ alternativeKey: 'price-list:13' })).toEqual({ ok: false, error: [{ code: 'alternative-not-offered', field: 'price' }] }));

  it('gives no more off the catalogue price than the actor may, to the last cent', () => {
    expect(decide(api('80.00')).ok).toBe(true);
    expect(decide(api('79.99'))).toEqual({
      ok: false,
      error: [{ code: 'discount-above-limit', field: 'price', facts: { currency: 'USD', limit: '20', lowest: '80.00' } }],
    });
    const odd = { line: { ...line, catalogueMinor: 101n }, actor: { ...actor, maxDiscountBasisPoints: 1050n } };
    expect(decide(api('0.91'), odd).ok).toBe(true);
    expect(decide(api('0.90'), odd)).toMatchObject({ error: [{ facts: { limit: '10.5', lowest: '0.91' } }] });
  });

  it('measures the limit by the catalogue price and not by a price already edited', () =>
    expect(codes(decide(api('79.00'), { line: { ...line, currentMinor: 8000n } }))).toEqual(['discount-above-limit']));

  it('knows no limit where none is set, and none above the whole', () => {
    expect(decide(api('0.01'), { actor: { ...actor, maxDiscountBasisPoints: null } }).ok).toBe(true);
    expect(decide(api('0.01'), { actor: { ...actor, maxDiscountBasisPoints: 20_000n } }).ok).toBe(true);
  });

  it('allows zero only where the store does, typed or offered', () => {
    const free = { actor: { ...actor, maxDiscountBasisPoints: null }, line: { ...line, alternatives: [{ ...alternative, minor: 0n }] } };
    expect(codes(decide(api('0'), free))).toEqual(['price-zero']);
    expect(codes(decide({ alternativeKey: 'price-list:12' }, free))).toEqual(['price-zero']);
    expect(decide(api('0'), { ...free, settings: { ...settings, allowZero: true } })).toMatchObject({ ok: true, value: { minor: 0n } });
  });

  it('says at the field what is wrong, with the facts of the sentence', () => {
    expect(decide(api('1.234'))).toEqual({ ok: false, error: [{ code: 'price-too-precise', field: 'price', facts: { currency: 'USD', decimals: 2 } }] });
    expect(decide(api('99999999999'))).toEqual({
      ok: false,
      error: [{ code: 'price-too-large', field: 'price', facts: { currency: 'USD', most: '10000000000.00' } }],
    });
    expect(decide(api(''))).toEqual({ ok: false, error: [{ code: 'price-missing', field: 'price' }] });
  });

  it('gives every reason at once, of the line and of the amount', () => {
    const change = { line: { ...line, productKind: 'virtual' }, actor: { ...actor, canEditItemPrice: false }, settings: { ...settings, enabled: false } };
    const standing = ['price-edit-disabled', 'actor-may-not-edit-price', 'product-type-not-editable'];
    expect(codes(decide(api('0'), change))).toEqual([...standing, 'price-zero', 'discount-above-limit']);
    expect(codes(decide(api('-1'), change))).toEqual([...standing, 'price-negative']);
    expect(codes(decide(api('90'), change))).toEqual(standing);
  });
});

describe('C5: the reason', () => {
  it('is kept with the price, and none is needed where the store asks for none', () => {
    expect(decide(api('90'), { reason: 'price match' })).toMatchObject({ ok: true, value: { reason: 'price match' } });
    expect(decide(api('90'))).toMatchObject({ ok: true, value: { reason: '' } });
  });

  it('is refused at its field where it is required and missing, but not for a price that the shop offers', () => {
    const required = { settings: { ...settings, reasonRequired: true } };
    expect(decide(api('90'), required)).toEqual({ ok: false, error: [{ code: 'price-reason-required', field: 'reason' }] });
    expect(decide({ alternativeKey: 'price-list:12' }, required).ok).toBe(true);
  });

  it('is one of the store’s own', () =>
    expect(decide(api('90'), { reason: 'because' })).toEqual({ ok: false, error: [{ code: 'price-reason-unknown', field: 'reason' }] }));
});

describe('C5: the floor by cost and margin', () => {
  const free = { ...actor, maxDiscountBasisPoints: null };
  const floored = { line: { ...line, costMinor: 6000n }, actor: free, settings: { ...settings, minMarginBasisPoints: 2500n } };

  it('holds to the last cent, and its refusal names no amount', () => {
    expect(decide(api('75.00'), floored).ok).toBe(true);
    expect(decide(api('74.99'), floored)).toEqual({ ok: false, error: [{ code: 'price-below-margin', field: 'price' }] });
  });

  it('is counted without tax where prices include it', () => {
    const gross = { ...floored, line: { ...floored.line, taxBasisPoints: 1900n, pricesIncludeTax: true } };
    expect(decide(api('89.25'), gross).ok).toBe(true);
    expect(codes(decide(api('89.24'), gross))).toEqual(['price-below-margin']);
  });

  it('binds no price that the shop offers, no price above the shop’s own, and no product without a cost', () => {
    expect(decide({ alternativeKey: 'price-list:12' }, floored).ok).toBe(true);
    expect(decide(api('100.01'), { ...floored, line: { ...floored.line, costMinor: 20_000n } }).ok).toBe(true);
    expect(decide(api('0.01'), { ...floored, line: { ...line } }).ok).toBe(true);
    expect(decide(api('0.01'), { ...floored, settings }).ok).toBe(true);
  });

  it('gives what a price earns, in money and in basis points of the cost', () => {
    expect(marginOf(7500n, floored.line)).toEqual({ minor: 1500n, basisPoints: 2500n });
    expect(marginOf(8925n, { ...floored.line, taxBasisPoints: 1900n, pricesIncludeTax: true })).toEqual({ minor: 1500n, basisPoints: 2500n });
    expect(marginOf(5000n, floored.line)).toEqual({ minor: -1000n, basisPoints: -1666n });
    expect(marginOf(5000n, line)).toBeNull();
    expect(marginFloor(floored.line, 2500n)).toBe(7500n);
    expect(marginFloor(line, 2500n)).toBeNull();
  });
});

describe('C5: a price beyond a limit where the lead may be asked', () => {
  const asking = { settings: { ...settings, approval: 'ask-lead', minMarginBasisPoints: 0n }, line: { ...line, costMinor: 7000n } } as const;

  it('is no refusal but a question, with every limit it is beyond', () => {
    const asked = decide(api('60'), asking);
    expect(asked.ok && asked.value.needsApproval.map(({ code }) => code)).toEqual(['discount-above-limit', 'price-below-margin']);
  });

  it('stays a refusal where anything else is against it', () => {
    expect(codes(decide(api('0'), asking))).toEqual(['price-zero']);
    expect(codes(decide(api('60'), { ...asking, actor: { ...actor, canEditItemPrice: false } }))).toEqual(['actor-may-not-edit-price']);
    expect(codes(decide(api('-1'), asking))).toEqual(['price-negative']);
  });
});

describe('a line that can’t be edited', () => {
  it('says each reason of its own', () => {
    expect(priceEditReasons(line, actor, settings)).toEqual([]);
    expect(priceEditReasons(line, actor, { ...settings, enabled: false })).toEqual([{ code: 'price-edit-disabled' }]);
    expect(priceEditReasons(line, { canEditItemPrice: false }, settings)).toEqual([{ code: 'actor-may-not-edit-price' }]);
    expect(priceEditReasons({ productKind: 'virtual' }, actor, settings)).toEqual([
      { code: 'product-type-not-editable', facts: { productType: 'virtual' } },
    ]);
  });
});

describe('the price of a line', () => {
  const override = { minor: 8000n, quantity: 2, sessionLive: false, validUntil: 1000 };
  const at = (change: Partial<typeof override>, quantity = 2, now = 999) =>
    effectiveUnitPrice({ override: { ...override, ...change }, catalogueMinor: 10_000n, quantity, now });

  it('is the catalogue’s where nobody edited it', () =>
    expect(effectiveUnitPrice({ catalogueMinor: 10_000n, quantity: 1, now: 0 })).toEqual({ minor: 10_000n, overrideState: 'none' }));

  it('is the edited one for the quantity it was given for or less', () => {
    expect(at({})).toEqual({ minor: 8000n, overrideState: 'applies' });
    expect(at({}, 1)).toEqual({ minor: 8000n, overrideState: 'applies' });
    expect(at({}, 3)).toEqual({ minor: 10_000n, overrideState: 'quantity-raised' });
  });

  it('goes back at the very moment its time is over', () => expect(at({}, 2, 1000)).toEqual({ minor: 10_000n, overrideState: 'over' }));

  it('stays while the session is live, whatever the time', () =>
    expect(effectiveUnitPrice({ override: { ...override, sessionLive: true, validUntil: null }, catalogueMinor: 1n, quantity: 2, now: 5 }).overrideState).toBe('applies'));

  it('is over where the session has ended and nobody has said until when', () =>
    expect(effectiveUnitPrice({ override: { ...override, validUntil: null }, catalogueMinor: 1n, quantity: 2, now: 0 }).overrideState).toBe('over'));

  it('is over before it is a matter of quantity', () => expect(at({}, 3, 1000).overrideState).toBe('over'));
});
