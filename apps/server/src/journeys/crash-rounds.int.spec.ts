import { afterAll, afterEach, beforeAll, describe, it } from 'vitest';
import { CRASH_POINTS, openCrashGround, expectWholeAfterCrash, type CrashGround } from '../testing/crash-rounds.ts';
import { expectInvariants } from '../testing/invariants.ts';

let ground: CrashGround;
beforeAll(async () => {
  ground = await openCrashGround();
});
afterEach(() => expectInvariants(ground.shop, { over: ground.over.splice(0) }));
afterAll(() => ground.close());

const ROUNDS = 2;

describe('F03, B9: kill -9 in the middle of a start, a hand-over, a switch and an exit leaves all of it or nothing', () => {
  it.each(CRASH_POINTS.map((point, at) => ({ ...point, at })))('$name', async ({ at, ...point }) => {
    for (let round = 0; round < ROUNDS; round += 1) await expectWholeAfterCrash(ground, point, at * ROUNDS + round);
  });
});
