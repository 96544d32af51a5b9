import type { Candidate, Race, Sample } from './figure.ts';

export interface RaceOptions {
  readonly rounds: number;
  /** Of one turn. */
  readonly seconds: number;
}

/** Every candidate's samples by name, one per round. */
export type Samples = ReadonlyMap<string, readonly Sample[]>;

/** Every second round runs the other way round: whoever comes first finds other caches and other neighbours. */
export const orderOf = <T>(candidates: readonly T[], round: number): T[] => (round % 2 === 0 ? [...candidates] : candidates.toReversed());

/** A warm-up that is thrown away, then the rounds, each candidate once in each. */
export async function runRace({ candidates }: Race, { rounds, seconds }: RaceOptions): Promise<Samples> {
  const all: Candidate[] = [...candidates.baselines, candidates.ours];
  const samples = new Map<string, Sample[]>(all.map(({ name }) => [name, []]));
  if (samples.size !== all.length) throw new Error('Two candidates have the same name');
  for (const candidate of all) await candidate.turn(Math.min(seconds, 1));
  for (let round = 0; round < rounds; round += 1) {
    for (const { name, turn } of orderOf(all, round)) samples.get(name)?.push(await turn(seconds));
  }
  return samples;
}
