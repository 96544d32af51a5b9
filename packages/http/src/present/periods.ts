import { err, ok, type Period, type Refusal, type Result } from '@onbehalf/core';
import { addDays, dayOf, isDay, startOfDay } from './admin-days.ts';

/** The first and the last day that count, as typed; empty is open. */
export interface TypedDays {
  from: string;
  to: string;
}

interface StoredPeriod {
  validFrom: Date | null;
  validTo: Date | null;
}

/**
 * Days of a website's calendar as moments: from the beginning of the first day, up to but not including the beginning
 * of the day after the last. A day that was only shown and not changed keeps its moment, which may be no midnight here.
 */
export function periodOf({ from, to }: TypedDays, timeZone: string, stored: StoredPeriod | null = null): Result<Period, Refusal[]> {
  const refusals = [
    ...(from === '' || isDay(from) ? [] : [{ code: 'date-invalid', field: 'from' } as const]),
    ...(to === '' || isDay(to) ? [] : [{ code: 'date-invalid', field: 'to' } as const]),
  ];
  if (refusals.length > 0) return err(refusals);
  const shown = daysOf(stored ?? { validFrom: null, validTo: null }, timeZone);
  return ok({
    validFrom: moment(from, shown.from, stored?.validFrom ?? null, () => startOfDay(from, timeZone)),
    validTo: moment(to, shown.to, stored?.validTo ?? null, () => startOfDay(addDays(to, 1), timeZone)),
  });
}

function moment(typed: string, was: string, kept: Date | null, begins: () => Date): number | null {
  if (typed === '') return null;
  return (typed === was && kept !== null ? kept : begins()).getTime();
}

/** The days as a form shows them. */
export function daysOf({ validFrom, validTo }: StoredPeriod, timeZone: string): TypedDays {
  return {
    from: validFrom === null ? '' : dayOf(validFrom, timeZone),
    to: validTo === null ? '' : dayOf(new Date(validTo.getTime() - 1), timeZone),
  };
}
