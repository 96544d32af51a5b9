import { expect, test } from 'vitest';
import { isWanted, readOptions } from './options.ts';

test('without parameters seven rounds of two seconds run, of every figure, with the disk', () => {
  const options = readOptions([]);
  expect(options).toEqual({ rounds: 7, seconds: 2, only: [], isDurable: true });
  expect(isWanted('set-price-1', options)).toBe(true);
});

test('fewer than five rounds have no median to speak of', () => expect(() => readOptions(['--rounds', '4'])).toThrow('at least 5'));

test.each([['--rounds', 'many'], ['--seconds', '-1'], ['--verbose']])('%s %s is answered with what can be asked for', (...parameters) => {
  expect(() => readOptions(parameters.filter((one) => one !== undefined))).toThrow('npm run bench');
});

test('set-price-1 is not set-price-16', () => expect(isWanted('set-price-16', { only: ['set-price-1'] })).toBe(false));

test('names begin with what was asked for', () => {
  const options = readOptions(['--only', 'set-price', '--only', 'round-trips']);
  expect(['set-price-16', 'round-trips-page', 'session-look-up-1'].filter((name) => isWanted(name, options))).toEqual(['set-price-16', 'round-trips-page']);
});
