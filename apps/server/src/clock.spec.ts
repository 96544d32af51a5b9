import { describe, expect, it, vi } from 'vitest';
import { alignedClock } from './clock.ts';

const NOON = Date.UTC(2026, 2, 2, 12);

function machine() {
  const time = { ticks: 1000, database: NOON, away: false };
  const readTime = async (): Promise<Date> => {
    if (time.away) throw new Error('away');
    return new Date(time.database);
  };
  return { time, readTime, ticks: () => time.ticks };
}

describe('the clock', () => {
  it('shows the database’s time, whatever this machine’s says, and goes on between measurements', async () => {
    const { time, readTime, ticks } = machine();
    const clock = await alignedClock(readTime, { ticks });
    expect(clock.now().getTime()).toBe(NOON);
    time.ticks += 2500;
    expect(clock.now().getTime()).toBe(NOON + 2500);
    clock.stop();
  });

  it('takes half of the round trip off', async () => {
    const { time, readTime, ticks } = machine();
    const clock = await alignedClock(async () => {
      time.ticks += 10;
      const answer = await readTime();
      time.ticks += 10;
      return answer;
    }, { ticks });
    expect(clock.now().getTime()).toBe(NOON + 10);
    clock.stop();
  });

  it('never goes back: it stands still until a correction is made up for', async () => {
    vi.useFakeTimers();
    const { time, readTime, ticks } = machine();
    const clock = await alignedClock(readTime, { ticks, every: 1000 });
    expect(clock.now().getTime()).toBe(NOON);
    time.database = NOON - 400;
    await vi.advanceTimersByTimeAsync(1000);
    expect(clock.now().getTime()).toBe(NOON);
    time.ticks += 500;
    expect(clock.now().getTime()).toBe(NOON + 100);
    clock.stop();
    vi.useRealTimers();
  });

  it('goes on while the database is away', async () => {
    vi.useFakeTimers();
    const { time, readTime, ticks } = machine();
    const clock = await alignedClock(readTime, { ticks, every: 1000 });
    time.away = true;
    time.ticks += 1000;
    await vi.advanceTimersByTimeAsync(1000);
    expect(clock.now().getTime()).toBe(NOON + 1000);
    clock.stop();
    vi.useRealTimers();
  });
});
