/** Told after every batch: how many there are so far. */
export type Progress = (done: number) => void;

/** Cuts a large number into batches, so that progress can be told and no statement gets out of hand. */
export async function inBatches(count: number, size: number, act: (first: number, last: number) => Promise<unknown>, progress: Progress): Promise<void> {
  for (let first = 1; first <= count; first += size) {
    const last = Math.min(first + size - 1, count);
    await act(first, last);
    progress(last);
  }
}

/** SQL of a whole number from 0 to below `below`, scattered, the same for the same n and salt. */
export const scatter = (n: string, salt: number, below: string): string => `((hashint8(${n} * 64 + ${salt})::bigint + 2147483648) % ${below})`;
