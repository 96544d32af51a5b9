import { describe, expect, it } from 'vitest';
import { daysOf, periodOf } from './periods.ts';

const iso = (ms: number | null | undefined) => (ms === null || ms === undefined ? null : new Date(ms).toISOString());
const moments = (...asked: Parameters<typeof periodOf>) => {
  const period = periodOf(...asked);
  return period.ok ? [iso(period.value.validFrom), iso(period.value.validTo)] : period.error.map(({ code, field }) => [code, field]);
};

describe('G4: the days a price is valid', () => {
  it('begin and end at midnight of the website, the last day included', () => {
    expect(moments({ from: '2026-12-01', to: '2026-12-24' }, 'America/New_York')).toEqual(['2026-12-01T05:00:00.000Z', '2026-12-25T05:00:00.000Z']);
    expect(moments({ from: '2026-12-01', to: '2026-12-24' }, 'Europe/Berlin')).toEqual(['2026-11-30T23:00:00.000Z', '2026-12-24T23:00:00.000Z']);
  });

  it('are as long as the calendar makes them where clocks change', () =>
    expect(moments({ from: '2026-10-25', to: '2026-10-25' }, 'Europe/Berlin')).toEqual(['2026-10-24T22:00:00.000Z', '2026-10-25T23:00:00.000Z']));

  it('are open where nothing is typed', () => expect(moments({ from: '', to: '' }, 'Europe/Berlin')).toEqual([null, null]));

  it('are refused where the calendar has no such day', () =>
    expect(moments({ from: '2026-02-30', to: 'soon' }, 'Europe/Berlin')).toEqual([['date-invalid', 'from'], ['date-invalid', 'to']]));

  it('come back as they were typed', () => {
    const stored = { validFrom: new Date('2026-11-30T23:00:00Z'), validTo: new Date('2026-12-24T23:00:00Z') };
    expect(daysOf(stored, 'Europe/Berlin')).toEqual({ from: '2026-12-01', to: '2026-12-24' });
  });

  it('keep a moment that is no midnight here while nobody changes its day', () => {
    const stored = { validFrom: new Date('2026-12-01T00:00:00Z'), validTo: null };
    expect(moments({ from: '2026-11-30', to: '' }, 'America/New_York', stored)).toEqual(['2026-12-01T00:00:00.000Z', null]);
    expect(moments({ from: '2026-12-01', to: '' }, 'America/New_York', stored)).toEqual(['2026-12-01T05:00:00.000Z', null]);
  });
});
