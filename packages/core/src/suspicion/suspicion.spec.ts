import { describe, expect, it } from 'vitest';
import { SUSPICION_CODES } from '../refusals/codes.ts';
import { SIGNALS, suspicionsOf, type SuspicionFacts } from './suspicion.ts';

const QUIET: SuspicionFacts = {
  customersLastHour: 3, networkChanged: false, knownSessions: 50, networkKnown: true, hour: 11, starts: 200, startsAtNight: 2,
  discountLastDay: 600, discountUsual: 500, editedLinesLastDay: 8, editedLinesUsual: 90,
};

describe('E6: what is suspicious about a start', () => {
  it('is nothing on a day like any other', () => expect(suspicionsOf(QUIET)).toEqual([]));

  it('has a sign for every code', () => expect(SIGNALS.map(({ code }) => code)).toEqual([...SUSPICION_CODES]));

  it.each<[string, Partial<SuspicionFacts>]>([
    ['suspicious-many-customers', { customersLastHour: 30 }],
    ['suspicious-address-change', { networkChanged: true }],
    ['suspicious-new-network', { networkKnown: false }],
    ['suspicious-night-work', { hour: 22 }],
    ['suspicious-night-work', { hour: 5 }],
    ['suspicious-price-cuts', { discountLastDay: 1501 }],
  ])('is %s with %j, and that alone', (code, facts) => expect(suspicionsOf({ ...QUIET, ...facts })).toEqual([code]));

  it.each<[string, Partial<SuspicionFacts>]>([
    ['29 customers in an hour', { customersLastHour: 29 }],
    ['a new network of somebody who has few sessions', { networkKnown: false, knownSessions: 9 }],
    ['night work of somebody who often works at night', { hour: 23, startsAtNight: 10 }],
    ['night work of somebody new', { hour: 23, starts: 19, startsAtNight: 0 }],
    ['six in the morning', { hour: 6 }],
    ['a discount at twice the habit that is still small', { discountUsual: 100, discountLastDay: 1100 }],
    ['large discounts without a habit to hold them against', { discountLastDay: 5000, editedLinesUsual: 9 }],
  ])('is not %s', (_what, facts) => expect(suspicionsOf({ ...QUIET, ...facts })).toEqual([]));

  it('names every sign at once', () =>
    expect(suspicionsOf({ ...QUIET, customersLastHour: 40, networkChanged: true, hour: 3 })).toEqual(['suspicious-many-customers', 'suspicious-address-change', 'suspicious-night-work']));
});
