import { afterAll, beforeAll, expect, it } from 'vitest';
import { CRASH_POINTS, expectWholeAfterCrash, openCrashGround, type CrashGround } from '../testing/crash-rounds.ts';
import { expectInvariants } from '../testing/invariants.ts';

/** `npm run test:soak -- 500`: as many rounds as asked for, the ten points in turn, every actor at every point. */
const ROUNDS = Number(process.env['ONBEHALF_SOAK_ROUNDS'] ?? 500);

let ground: CrashGround;
beforeAll(async () => {
  ground = await openCrashGround();
});
afterAll(() => ground.close());

it(`F03, B9: ${ROUNDS} times kill -9 leaves all of it or nothing`, { timeout: ROUNDS * 60_000 }, async () => {
  const began = performance.now();
  for (let round = 0; round < ROUNDS; round += 1) {
    const point = CRASH_POINTS[round % CRASH_POINTS.length];
    if (point === undefined) throw new Error('No point');
    await expectWholeAfterCrash(ground, point, round + Math.floor(round / CRASH_POINTS.length));
    await expectInvariants(ground.shop, { over: ground.over.splice(0) });
    if ((round + 1) % CRASH_POINTS.length === 0) console.log(`${round + 1} rounds`);
  }
  const [left] = await ground.shop.rows<Record<string, number>>(
    `select (select count(*)::int from assist_session) as contexts, (select count(*)::int from assist_session where ended_at is null) as live, (select count(*)::int from handoff where used_at is not null) as tickets, (select count(*)::int from audit_entry) as entries`);
  const seconds = (performance.now() - began) / 1000;
  console.log(`${ROUNDS} rounds in ${seconds.toFixed(0)} s, ${(seconds / ROUNDS).toFixed(2)} s each: ${JSON.stringify(left)}`);
  expect(left).toMatchObject({ live: 0 });
});
