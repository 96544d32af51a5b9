import { expect, it } from 'vitest';
import { SeenLately } from './seen-lately.ts';

it('E1: knows a look for as long as its five minutes last, and no other', () => {
  const seen = new SeenLately();
  seen.add(7, 'session page:account');
  expect(seen.has(7, 'session page:account')).toBe(true);
  expect(seen.has(7, 'session page:orders')).toBe(false);
  expect(seen.has(8, 'session page:account')).toBe(false);
  seen.add(8, 'session page:orders');
  expect(seen.has(8, 'session page:account')).toBe(false);
});

it('forgets before it grows without end', () => {
  const seen = new SeenLately();
  for (let n = 0; n < 20_001; n += 1) seen.add(1, String(n));
  expect(seen.has(1, '0')).toBe(false);
  expect(seen.has(1, '20000')).toBe(true);
});
