import { expect, test } from 'vitest';
import { sampleOf } from './pgbench.ts';

const report = (failed: string) => `transaction type: set-price.sql
number of transactions actually processed: 1500
number of failed transactions: ${failed}
latency average = 1.333 ms
initial connection time = 9.5 ms
tps = 750.500000 (without initial connection time)
`;

test('pgbench is taken at its rate, without the time it takes to connect', () => {
  const { operations, seconds } = sampleOf(report('0 (0.000%)'));
  expect(operations / seconds).toBeCloseTo(750.5);
});

test('a pgbench that failed is no baseline', () => {
  expect(() => sampleOf(report('3 (0.200%)'))).toThrow('did not do its work');
  expect(() => sampleOf('pgbench: error: connection failed')).toThrow('did not do its work');
});
