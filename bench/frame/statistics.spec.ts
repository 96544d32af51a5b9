import { describe, expect, test } from 'vitest';
import type { Sample } from './figure.ts';
import { cpuOf, median, ratios, spread } from './statistics.ts';

const sample = (operations: number, seconds = 1, cpuSeconds: number | null = null): Sample => ({ operations, seconds, cpuSeconds });

describe('the median', () => {
  test('is the middle value, whatever the order', () => expect(median([9, 1, 5])).toBe(5));
  test('of an even number of values lies between the two in the middle', () => expect(median([4, 1, 3, 2])).toBe(2.5));
  test('leaves its values as they were', () => {
    const values = [3, 1, 2];
    median(values);
    expect(values).toEqual([3, 1, 2]);
  });
  test('sorts numbers as numbers', () => expect(median([100, 9, 20])).toBe(20));
  test('of nothing is an error, not a NaN in a table', () => expect(() => median([])).toThrow(RangeError));
});

test('a spread has the middle and both ends', () => expect(spread([0.8, 1.2, 0.9])).toEqual({ median: 0.9, min: 0.8, max: 1.2 }));

describe('ratios', () => {
  test('compare rates, so that a turn that took longer is no better for it', () =>
    expect(ratios([sample(100, 2)], [sample(100, 1)])).toEqual([0.5]));

  test('pair the rounds: the median of ratios is not the ratio of medians', () => {
    const compared = ratios([sample(80), sample(10), sample(90)], [sample(100), sample(20), sample(90)]);
    expect(compared).toEqual([0.8, 0.5, 1]);
    expect(median(compared)).toBe(0.8);
  });

  test('need both candidates in every round', () => expect(() => ratios([sample(1)], [])).toThrow(RangeError));
  test('refuse a baseline that did nothing', () => expect(() => ratios([sample(1)], [sample(0)])).toThrow(RangeError));
});

describe('CPU per operation', () => {
  test('is in microseconds', () => expect(cpuOf(sample(1000, 1, 0.25))).toBe(250));
  test('is unknown for a program of its own', () => expect(cpuOf(sample(1000))).toBeNull());
  test('is unknown where nothing was done', () => expect(cpuOf(sample(0, 1, 0.1))).toBeNull());
});
