import { describe, expect, it } from 'vitest';
import { Kept } from './kept.ts';

describe('Kept', () => {
  it('makes a value once for the same key', () => {
    const kept = new Kept<string>(2);
    let made = 0;
    const make = () => `made ${(made += 1)}`;
    expect([kept.get('a', make), kept.get('a', make), kept.get('b', make)]).toEqual(['made 1', 'made 1', 'made 2']);
  });

  it('never holds more than its most: what was dropped is made anew, and right', () => {
    const kept = new Kept<number>(2);
    for (const value of [1, 2, 3]) kept.get(String(value), () => value);
    expect(kept.get('1', () => 10)).toBe(10);
    expect(kept.get('3', () => 30)).toBe(3);
  });
});
