import { sumOf } from './money.ts';

interface Share {
  readonly index: number;
  readonly floor: bigint;
  readonly remainder: bigint;
}

/**
 * Splits an amount by weights so that the parts add up to the whole: largest remainder, then first come.
 * Weights that are all zero share equally. Throws a RangeError for a negative weight, and for an amount with nobody
 * to take it.
 */
export function allocate(total: bigint, weights: readonly bigint[]): bigint[] {
  if (weights.some((weight) => weight < 0n)) throw new RangeError('A weight is negative');
  if (weights.length === 0 && total !== 0n) throw new RangeError('Nothing to allocate to');
  if (total < 0n) return allocate(-total, weights).map((part) => -part);
  const whole = sumOf(weights);
  return whole === 0n ? split(total, weights.map(() => 1n)) : split(total, weights);
}

function split(total: bigint, weights: readonly bigint[]): bigint[] {
  const whole = sumOf(weights);
  const shares = weights.map((weight, index) => ({
    index,
    floor: (total * weight) / whole,
    remainder: (total * weight) % whole,
  }));
  const left = Number(total - sumOf(shares.map((share) => share.floor)));
  const raised = new Set(shares.toSorted(byRemainder).slice(0, left).map((share) => share.index));
  return shares.map((share) => (raised.has(share.index) ? share.floor + 1n : share.floor));
}

const byRemainder = (a: Share, b: Share): number =>
  a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1;
