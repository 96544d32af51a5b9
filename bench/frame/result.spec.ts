import { expect, test } from 'vitest';
import type { Race } from './figure.ts';
import { countResult, raceResult } from './result.ts';

const idle = (name: string) => ({ name, turn: () => Promise.reject(new Error('not run')) });
const race: Race = { kind: 'race', name: 'set price', unit: 'per second', goal: 0.6, candidates: { baselines: [idle('raw'), idle('pgbench')], ours: idle('ours') } };
const counted = (of: string, count: number) => ({ of, count, parts: [] });
const rates = (perSecond: readonly number[], cpuSeconds: number | null) => perSecond.map((operations) => ({ operations, seconds: 1, cpuSeconds }));

test('a race meets its goal where the median ratio to every baseline does', () => {
  const samples = new Map([['raw', rates([100, 100, 100], 0.01)], ['pgbench', rates([120, 120, 120], null)], ['ours', rates([70, 90, 71], 0.02)]]);
  const result = raceResult(race, samples);
  expect(result.baselines.map(({ name, ratio, met }) => [name, ratio.median, met])).toEqual([['raw', 0.71, true], ['pgbench', 71 / 120, false]]);
  expect(result.met).toBe(false);
});

test('CPU per operation is there for both sides, and left out for a program of its own', () => {
  const samples = new Map([['raw', rates([100], 0.01)], ['pgbench', rates([120], null)], ['ours', rates([80], 0.016)]]);
  const result = raceResult(race, samples);
  expect(result.ours.cpuMicroseconds).toBeCloseTo(200);
  expect(result.baselines.map(({ cpuMicroseconds }) => cpuMicroseconds)).toEqual([100, null]);
});

test('a count meets its goal where the largest does', () => {
  const figure = { kind: 'count', name: 'pages', unit: 'round trips', goal: 3 } as const;
  expect(countResult({ ...figure, counts: [counted('/', 3), counted('/cart', 3)] }).met).toBe(true);
  expect(countResult({ ...figure, counts: [counted('/', 3), counted('/checkout', 4)] }).met).toBe(false);
});
