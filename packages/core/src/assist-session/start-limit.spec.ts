import { describe, expect, it } from 'vitest';
import { START_LIMIT, secondsUntilNextStart } from './start-limit.ts';

const NOW = new Date('2026-03-02T10:00:00Z');
const ago = (seconds: number): Date => new Date(NOW.getTime() - seconds * 1000);

describe('D02: the limit on starts', () => {
  it('lets in whoever has not used it up', () => {
    expect(secondsUntilNextStart(null, NOW)).toBe(0);
    expect(secondsUntilNextStart(ago(START_LIMIT.withinSeconds), NOW)).toBe(0);
  });
  it('says how long until the first of the last starts is old enough', () => {
    expect(secondsUntilNextStart(ago(START_LIMIT.withinSeconds - 1), NOW)).toBe(1);
    expect(secondsUntilNextStart(NOW, NOW)).toBe(START_LIMIT.withinSeconds);
  });
});
