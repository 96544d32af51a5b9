import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { earnCommission, reverseCommission, type CommissionBalance, type CommissionEntry } from './ledger.ts';

const placed = (minor: bigint): CommissionBalance => ({ pending: minor, earned: 0n, reversed: 0n, everEarned: 0n });

function add(balance: CommissionBalance, entries: readonly CommissionEntry[]): CommissionBalance {
  return entries.reduce((at, { state, kind, minor }) => ({
    ...at,
    [state]: at[state] + minor,
    reversed: kind === 'reversed' ? at.reversed - minor : at.reversed,
    everEarned: kind === 'earned' && minor > 0n ? at.everEarned + minor : at.everEarned,
  }), balance);
}

const of = (part: bigint, whole = 100n) => ({ part, whole });

describe('D4: the commission ledger', () => {
  it('moves from pending to earned in proportion, half up, and to the last cent at the end', () => {
    expect(earnCommission(placed(2500n), of(50n))).toEqual([{ state: 'pending', kind: 'earned', minor: -1250n }, { state: 'earned', kind: 'earned', minor: 1250n }]);
    const third = add(placed(100n), earnCommission(placed(100n), of(1n, 3n)));
    expect(third).toMatchObject({ pending: 67n, earned: 33n });
    expect(add(third, earnCommission(third, of(3n, 3n)))).toMatchObject({ pending: 0n, earned: 100n });
    expect(earnCommission(third, of(1n, 3n))).toEqual([]);
  });

  it('takes back in proportion to what is refunded, from what is earned first', () => {
    const half = add(placed(2500n), earnCommission(placed(2500n), of(50n)));
    expect(reverseCommission(half, of(20n))).toEqual([{ state: 'earned', kind: 'reversed', minor: -500n }]);
    expect(reverseCommission(half, of(80n))).toEqual([{ state: 'earned', kind: 'reversed', minor: -1250n }, { state: 'pending', kind: 'reversed', minor: -750n }]);
  });

  it('takes back all of it where everything is refunded or cancelled', () =>
    expect(add(placed(2500n), reverseCommission(placed(2500n), of(1n, 1n)))).toMatchObject({ pending: 0n, earned: 0n, reversed: 2500n }));

  it('never stands below zero and never loses or makes a cent, in whatever order things happen', () =>
    fc.assert(fc.property(fc.bigInt({ min: 0n, max: 10_000_000n }), fc.array(fc.tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 100n })), { maxLength: 12 }), (whole, steps) => {
      let at = placed(whole);
      let [earned, refunded] = [0n, 0n];
      for (const [isEarning, part] of steps) {
        // What is paid or refunded never becomes less.
        if (isEarning) earned = part > earned ? part : earned;
        else refunded = part > refunded ? part : refunded;
        at = add(at, isEarning ? earnCommission(at, of(earned)) : reverseCommission(at, of(refunded)));
        expect([at.pending, at.earned, at.reversed].every((minor) => minor >= 0n)).toBe(true);
        expect(at.pending + at.earned + at.reversed).toBe(whole);
      }
    })));
});
