import type { Sample } from './figure.ts';

export interface Spread {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

/** The middle value; of an even number of values the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  if (upper === undefined || lower === undefined) throw new RangeError('No values have no median');
  return (lower + upper) / 2;
}

export function spread(values: readonly number[]): Spread {
  return { median: median(values), min: Math.min(...values), max: Math.max(...values) };
}

/** Operations per second. */
export const rateOf = ({ operations, seconds }: Sample): number => operations / seconds;

/** Microseconds of CPU per operation, or null where nobody counted them. */
export const cpuOf = ({ operations, cpuSeconds }: Sample): number | null =>
  cpuSeconds === null || operations === 0 ? null : (cpuSeconds / operations) * 1_000_000;

/** Operations per second of CPU. */
export function thriftOf({ operations, cpuSeconds }: Sample): number {
  if (cpuSeconds === null || cpuSeconds === 0) throw new RangeError('A candidate whose CPU time is not counted can’t be compared by it');
  return operations / cpuSeconds;
}

/** Round by round: only samples of the same round are compared, so that a slow minute weighs on both. */
export function ratios(ours: readonly Sample[], baseline: readonly Sample[], of: (sample: Sample) => number = rateOf): number[] {
  if (ours.length !== baseline.length) throw new RangeError('Both candidates take part in every round');
  return ours.map((sample, round) => {
    const other = baseline[round];
    if (other === undefined || other.operations === 0) throw new RangeError('A baseline that did nothing compares with nothing');
    return of(sample) / of(other);
  });
}
