import { describe, expect, it } from 'vitest';
import { addDays, dayOf, isDay, startOfDay } from './admin-days.ts';

describe('a day', () => {
  it.each(['2026-02-28', '2028-02-29'])('is %s', (text) => expect(isDay(text)).toBe(true));

  it.each(['2026-02-29', '2026-13-01', '26-01-01', '2026-1-1', '', '2026-01-01T00:00'])('is not %j', (text) => expect(isDay(text)).toBe(false));

  it.each([
    ['2026-11-22', 'UTC', '2026-11-22T00:00:00.000Z'],
    ['2026-11-22', 'America/New_York', '2026-11-22T05:00:00.000Z'],
    ['2026-07-01', 'Europe/Berlin', '2026-06-30T22:00:00.000Z'],
    ['2026-11-22', 'Asia/Kolkata', '2026-11-21T18:30:00.000Z'],
    // Summer time begins and ends later on these very days.
    ['2026-03-29', 'Europe/Berlin', '2026-03-28T23:00:00.000Z'],
    ['2026-10-25', 'Europe/Berlin', '2026-10-24T22:00:00.000Z'],
    ['2026-11-01', 'America/New_York', '2026-11-01T04:00:00.000Z'],
    ['2026-11-22', 'Pacific/Auckland', '2026-11-21T11:00:00.000Z'],
  ])('%s begins in %s at %s', (day, zone, at) => {
    expect(startOfDay(day, zone).toISOString()).toBe(at);
    expect(dayOf(startOfDay(day, zone), zone)).toBe(day);
  });

  it('is followed by the next one, whatever the month', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2026-03-01', -30)).toBe('2026-01-30');
  });
});
