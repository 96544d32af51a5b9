import { describe, expect, it } from 'vitest';
import { addDays, creditRefusal, dayOf, daysOverdue, isPaidAfterInvoice, parsePaymentDays, paymentDaysOf } from './payment-terms.ts';

const of = { totalMinor: 10_000n, currency: 'EUR' } as const;

describe('G3: days to pay', () => {
  it('are one’s own, else the website’s, and count from the day it is in the store', () => {
    expect([paymentDaysOf({ own: null, website: 30 }), paymentDaysOf({ own: 0, website: 30 })]).toEqual([30, 0]);
    expect(addDays(dayOf(new Date('2026-12-31T23:30:00Z'), 'Europe/Berlin'), 30)).toBe('2027-01-31');
    expect(addDays('2028-02-15', 14)).toBe('2028-02-29');
  });

  it('are over from the day after, and not before', () =>
    expect([daysOverdue('2026-03-01', '2026-02-28'), daysOverdue('2026-03-01', '2026-03-01'), daysOverdue('2026-03-01', '2026-03-03'), daysOverdue(null, '2026-03-03')]).toEqual([0, 0, 2, 0]));

  it('are typed as a whole number up to a year, or left empty', () => {
    for (const [typed, value] of [['', null], [' 14 ', 14], ['0', 0], ['365', 365]] as const) expect(parsePaymentDays(typed)).toEqual({ ok: true, value });
    for (const typed of ['366', '-1', '1.5', '014', '1e2', '٣٠', 'x']) expect(parsePaymentDays(typed)).toMatchObject({ ok: false, error: { code: 'payment-days-invalid', field: 'paymentDays' } });
  });

  it('are given by the ways of payment that send an invoice first', () =>
    expect(['on-account', 'purchase-order', 'bank-transfer', 'pay-link', ''].map(isPaidAfterInvoice)).toEqual([true, true, false, false, false]));
});

describe('G2: what a company may owe', () => {
  it('is up to its limit and no cent above it; without a limit as much as it orders', () => {
    expect(creditRefusal({ limitMinor: 15_000n, owedMinor: 5000n }, of)).toBeNull();
    expect(creditRefusal(null, of)).toBeNull();
    expect(creditRefusal({ limitMinor: 15_000n, owedMinor: 5001n }, of)).toEqual({ code: 'credit-limit', field: 'paymentMethod', facts: { limit: '150.00', left: '99.99', currency: 'EUR' } });
  });

  it('leaves nothing, and never less than nothing, where more is owed than the limit by now is', () =>
    expect(creditRefusal({ limitMinor: 100n, owedMinor: 5000n }, of)?.facts).toMatchObject({ left: '0.00' }));
});
