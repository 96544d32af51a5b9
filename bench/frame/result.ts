import type { Count, Counted, Race } from './figure.ts';
import type { Samples } from './run-race.ts';
import { cpuOf, median, rateOf, ratios, spread, thriftOf, type Spread } from './statistics.ts';

export interface RaceResult {
  readonly kind: 'race';
  readonly name: string;
  readonly unit: string;
  readonly goal: number;
  readonly by: 'cpu' | 'rate';
  readonly ours: Measured;
  readonly baselines: readonly (Measured & { readonly ratio: Spread; readonly ratios: readonly number[]; readonly met: boolean })[];
  readonly met: boolean;
  readonly notes: readonly string[];
}

interface Measured {
  readonly name: string;
  /** Operations per second. */
  readonly rate: Spread;
  /** Median microseconds of this process per operation. */
  readonly cpuMicroseconds: number | null;
}

export interface CountResult {
  readonly kind: 'count';
  readonly name: string;
  readonly unit: string;
  readonly goal: number;
  readonly counts: readonly Counted[];
  readonly met: boolean;
  readonly notes: readonly string[];
}

export type Result = RaceResult | CountResult;

export function raceResult({ name, unit, goal, by, candidates, notes = [] }: Race, samples: Samples): RaceResult {
  const samplesOf = (candidate: string) => samples.get(candidate) ?? [];
  const measured = (candidate: string): Measured => {
    const cpu = samplesOf(candidate).flatMap((sample) => cpuOf(sample) ?? []);
    return { name: candidate, rate: spread(samplesOf(candidate).map(rateOf)), cpuMicroseconds: cpu.length === 0 ? null : median(cpu) };
  };
  const baselines = candidates.baselines.map((baseline) => {
    const compared = ratios(samplesOf(candidates.ours.name), samplesOf(baseline.name), by === 'cpu' ? thriftOf : rateOf);
    const ratio = spread(compared);
    return { ...measured(baseline.name), ratio, ratios: compared, met: ratio.median >= goal };
  });
  return { kind: 'race', name, unit, goal, by: by ?? 'rate', ours: measured(candidates.ours.name), baselines, met: baselines.every(({ met }) => met), notes };
}

export function countResult({ name, unit, goal, counts, notes = [] }: Count): CountResult {
  return { kind: 'count', name, unit, goal, counts, met: counts.every(({ count }) => count <= goal), notes };
}
