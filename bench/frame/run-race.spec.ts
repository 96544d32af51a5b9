import { expect, test } from 'vitest';
import type { Candidate, Race } from './figure.ts';
import { runRace } from './run-race.ts';

function raceOf(turns: string[]): Race {
  const candidate = (name: string): Candidate => ({
    name,
    turn: async (seconds) => {
      turns.push(`${name} ${seconds}`);
      return { operations: 1, seconds, cpuSeconds: null };
    },
  });
  return { kind: 'race', name: 'race', unit: 'per second', goal: 1, candidates: { baselines: [candidate('raw')], ours: candidate('ours') } };
}

test('a race warms up, then takes turns and changes their order with every round', async () => {
  const turns: string[] = [];
  await runRace(raceOf(turns), { rounds: 3, seconds: 2 });
  expect(turns).toEqual(['raw 1', 'ours 1', 'raw 2', 'ours 2', 'ours 2', 'raw 2', 'raw 2', 'ours 2']);
});

test('the warm-up is not among the samples', async () => {
  const samples = await runRace(raceOf([]), { rounds: 5, seconds: 1 });
  expect([...samples].map(([name, { length }]) => [name, length])).toEqual([['raw', 5], ['ours', 5]]);
});

test('two candidates of the same name are one too many', async () => {
  const race = raceOf([]);
  const twins = { ...race, candidates: { baselines: [race.candidates.ours], ours: race.candidates.ours } };
  await expect(runRace(twins, { rounds: 1, seconds: 1 })).rejects.toThrow('same name');
});
