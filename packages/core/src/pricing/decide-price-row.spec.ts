import { describe, expect, it } from 'vitest';
import { decidePriceRow, type PriceRowFacts, type TypedPriceRow } from './decide-price-row.ts';

const TYPED: TypedPriceRow = { amount: '90.00', percentOff: '', minQuantity: '1', locale: 'en', validFrom: null, validTo: null };
const FACTS: PriceRowFacts = { source: 'customer', currency: 'USD', others: [] };

const decide = (typed: Partial<TypedPriceRow>, facts: Partial<PriceRowFacts> = {}) => decidePriceRow({ ...TYPED, ...typed }, { ...FACTS, ...facts });
const refused = (...codes: [string, string][]) => ({ ok: false, error: codes.map(([code, field]) => ({ code, field })) });

describe('G4: a price an administrator gives', () => {
  it('is an amount in minor units, or percent off in basis points', () => {
    expect(decide({})).toMatchObject({ ok: true, value: { minor: 9000n, percentOff: null, minQuantity: 1 } });
    expect(decide({ amount: '', percentOff: '12.5' })).toMatchObject({ ok: true, value: { minor: null, percentOff: 1250n } });
  });

  it('is read in the language of who types it, and no other', () => {
    expect(decide({ amount: '90,50', locale: 'de' })).toMatchObject({ ok: true, value: { minor: 9050n } });
    expect(decide({ amount: '90.50', locale: 'de' })).toMatchObject(refused(['price-not-a-number', 'amount']));
    expect(decide({ amount: '', percentOff: '7,5', locale: 'es' })).toMatchObject({ ok: true, value: { percentOff: 750n } });
    expect(decide({ amount: '', percentOff: '7.5', locale: 'es' })).toMatchObject(refused(['percent-invalid', 'percent']));
  });

  it.each([
    [{ amount: '' }, 'price-missing', 'amount'],
    [{ amount: '-1' }, 'price-negative', 'amount'],
    [{ amount: '1e2' }, 'price-not-a-number', 'amount'],
    [{ amount: '1.005' }, 'price-too-precise', 'amount'],
    [{ amount: '99999999999999' }, 'price-too-large', 'amount'],
    [{ percentOff: '5' }, 'price-or-percent', 'percent'],
    [{ amount: '', percentOff: '0' }, 'percent-invalid', 'percent'],
    [{ amount: '', percentOff: '101' }, 'percent-invalid', 'percent'],
    [{ minQuantity: '0' }, 'quantity-invalid', 'quantity'],
    [{ validFrom: 10, validTo: 10 }, 'dates-reversed', 'to'],
  ] as const)('is refused at its field: %j is %s', (typed, code, field) => expect(decide(typed)).toMatchObject(refused([code, field])));

  it('says everything that is wrong at once', () =>
    expect(decide({ amount: 'x', minQuantity: '', validFrom: 2, validTo: 1 })).toMatchObject(refused(['price-not-a-number', 'amount'], ['quantity-invalid', 'quantity'], ['dates-reversed', 'to'])));

  it('is no percentage where it is the base price itself', () => expect(decide({ amount: '', percentOff: '5' }, { source: 'base' })).toMatchObject(refused(['price-missing', 'amount'])));

  it('stands once for a quantity and a moment; one after the other is two prices', () => {
    const others = [{ minQuantity: 1, validFrom: 10, validTo: 20 }];
    expect(decide({}, { others })).toMatchObject(refused(['price-duplicate', 'quantity']));
    expect(decide({ validFrom: 19 }, { others })).toMatchObject(refused(['price-duplicate', 'quantity']));
    expect(decide({ validFrom: 20 }, { others }).ok).toBe(true);
    expect(decide({ validTo: 10 }, { others }).ok).toBe(true);
    expect(decide({ minQuantity: '10' }, { others }).ok).toBe(true);
  });
});
