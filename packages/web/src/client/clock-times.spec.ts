import { describe, expect, it } from 'vitest';
import { ClockTimes } from './clock-times.ts';

const WARN = { idleWarn: 120, limitWarn: 120 };
const AT = 1_000_000;

function clockWith(idle: number, limit: number | null): ClockTimes {
  const clock = new ClockTimes();
  clock.take({ idle, limit }, AT);
  return clock;
}

const after = (clock: ClockTimes, seconds: number) => clock.at(AT + seconds * 1000, WARN);

describe('B8: the countdown', () => {
  it('asks from the warning on, and not before', () => {
    const clock = clockWith(900, 28_800);
    expect(after(clock, 779)).toEqual({ left: 121, asks: null });
    expect(after(clock, 780)).toEqual({ left: 120, asks: 'question' });
  });

  it('says of the hard limit that it can’t be put off, whatever the idle time', () => {
    const clock = clockWith(900, 100);
    expect(after(clock, 0)).toEqual({ left: 100, asks: 'limit' });
    clock.take({ idle: 900, limit: 60 }, AT + 40_000);
    expect(after(clock, 40)).toEqual({ left: 60, asks: 'limit' });
  });

  it('asks about whichever end comes first', () => {
    expect(after(clockWith(50, 100), 0)).toEqual({ left: 50, asks: 'question' });
    expect(after(clockWith(50, null), 0)).toEqual({ left: 50, asks: 'question' });
  });

  it('goes on with use in another tab, which puts off no hard limit and is never shortened by old news', () => {
    const clock = clockWith(100, 800);
    clock.hear(AT + 900_000);
    expect(after(clock, 0)).toEqual({ left: 800, asks: null });
    clock.hear(AT + 10_000);
    expect(clock.idleEndsAt).toBe(AT + 900_000);
  });

  it('is over after a sleep, however late it wakes, and never shows less than nothing', () => {
    const clock = clockWith(900, 28_800);
    expect(clock.isOver(AT + 899_999)).toBe(false);
    expect(clock.isOver(AT + 7_200_000)).toBe(true);
    expect(after(clock, 7200)).toEqual({ left: 0, asks: 'question' });
  });
});
