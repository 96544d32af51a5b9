import { expect, it } from 'vitest';
import { systemRandom, uuidV7 } from './random.ts';

it('makes UUIDs of version 7 that begin with their time', () => {
  // The example of RFC 9562, appendix A.6.
  expect(uuidV7(0x017f22e279b0, Buffer.from('0cc318c4dc0c0c07398f', 'hex'))).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f');
  expect(uuidV7(Date.UTC(2026, 0), Buffer.alloc(10)) < uuidV7(Date.UTC(2026, 0) + 1, Buffer.alloc(10))).toBe(true);
});

it('never gives the same id or token twice, in the shape that is looked for', () => {
  const ids = Array.from({ length: 1000 }, () => systemRandom.uuid());
  const tokens = Array.from({ length: 1000 }, () => systemRandom.token());
  expect([new Set(ids).size, new Set(tokens).size]).toEqual([1000, 1000]);
  expect(ids.filter((id) => !/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u.test(id))).toEqual([]);
  expect(tokens.filter((token) => !/^[\w-]{43}$/u.test(token))).toEqual([]);
});
