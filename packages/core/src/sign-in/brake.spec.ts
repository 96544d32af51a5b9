import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { takenBack, tryAt, type Brake, type BrakePolicy } from './brake.ts';

const POLICY: BrakePolicy = { free: 5, firstPauseMs: 60_000, longestPauseMs: 900_000, memoryMs: 3_600_000 };

function triesIn(policy: BrakePolicy, durationMs: number): number {
  let brake: Brake | null = null;
  let heard = 0;
  for (let now = 0; now < durationMs; ) {
    const tried = tryAt(brake, policy, now);
    if ('brake' in tried) {
      brake = tried.brake;
      heard += 1;
    }
    now += Math.max(1, tried.waitMs);
  }
  return heard;
}

describe('A1: the brake on guessing', () => {
  it('lets five go at once, then makes each wait twice as long as the one before, at most a quarter of an hour', () => {
    let brake: Brake | null = null;
    const pauses: number[] = [];
    for (let now = 0, n = 0; n < 12; n += 1) {
      const tried = tryAt(brake, POLICY, now);
      if (!('brake' in tried)) throw new Error('waited for nothing');
      brake = tried.brake;
      const pause = Math.max(0, brake.closedUntil - now);
      pauses.push(pause / 60_000);
      now += pause;
    }
    expect(pauses).toEqual([0, 0, 0, 0, 1, 2, 4, 8, 15, 15, 15, 15]);
  });

  it('leaves less than a hundred guesses a day to who never stops', () => {
    expect(triesIn(POLICY, 86_400_000)).toBeLessThan(105);
  });

  it('forgets after the memory, and not before', () => {
    const five: Brake = { tries: 5, forgottenAt: 4_000_000, closedUntil: 0 };
    expect(tryAt(five, POLICY, 3_999_999)).toMatchObject({ brake: { tries: 6 } });
    expect(tryAt(five, POLICY, 4_000_000)).toMatchObject({ brake: { tries: 1, closedUntil: 0 } });
  });

  it('does not grow by tries that had to wait', () => {
    const closed: Brake = { tries: 7, forgottenAt: 9_000_000, closedUntil: 240_000 };
    for (let now = 0; now < 240_000; now += 1000) expect(tryAt(closed, POLICY, now)).toEqual({ waitMs: 240_000 - now });
  });

  it('is where it was before when a try is taken back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200 }), fc.nat(10_000_000), (tries, now) => {
        const before: Brake = { tries, forgottenAt: now + 1, closedUntil: 0 };
        const tried = tryAt(before, POLICY, now);
        if ('brake' in tried) expect(takenBack(tried.brake, POLICY).tries).toBe(tries);
      }),
    );
    expect(takenBack({ tries: 5, forgottenAt: 1, closedUntil: 60_000 }, POLICY).closedUntil).toBe(0);
    expect(takenBack({ tries: 6, forgottenAt: 1, closedUntil: 120_000 }, POLICY).closedUntil).toBe(120_000);
  });
});
