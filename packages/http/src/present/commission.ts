import type { MonthlyCommission, PendingCommission } from '@onbehalf/shop';
import type { StaffDashboardProps } from '@onbehalf/web';
import type { Arrived } from '../arrived.ts';
import { money } from './names.ts';

/** The first day of the year that many years before, so that whole months are compared. */
export function yearsAgo(now: Date, years: number): Date {
  return new Date(Date.UTC(now.getUTCFullYear() - years, 0, 1));
}

// As the months come from the database.
const key = (year: number, month: number): string => `${year}-${String(month).padStart(2, '0')}`;

/** Commission this month and year beside last year's, per currency, and twelve months as a chart (A6). */
export function commissionFigures(months: readonly MonthlyCommission[], pending: readonly PendingCommission[], { now, locale, timeZone }: Arrived): Pick<StaffDashboardProps, 'commission' | 'chart'> {
  const [year = 0, month = 0] = new Intl.DateTimeFormat('sv', { timeZone, year: 'numeric', month: '2-digit' }).format(now).split('-').map(Number);
  const currencies = [...new Set([...months, ...pending].map((one) => one.currency))];
  const sum = (currency: string, matches: (name: string) => boolean): bigint =>
    months.filter((one) => one.currency === currency && matches(one.month)).reduce((total, one) => total + one.commissionMinor, 0n);
  const byYear = currencies.toSorted((a, b) => Number(sum(b, () => true) - sum(a, () => true)));
  const main = byYear[0] ?? 'USD';
  const label = new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' });
  return {
    commission: byYear.map((currency) => ({
      currency,
      month: money(sum(currency, (name) => name === key(year, month)), currency),
      year: money(sum(currency, (name) => name.startsWith(`${year}-`)), currency),
      lastYear: money(sum(currency, (name) => name.startsWith(`${year - 1}-`)), currency),
      pending: money(pending.find((one) => one.currency === currency)?.minor ?? 0n, currency),
    })),
    chart: {
      currency: main,
      // The twelve months up to this one, oldest first, each beside the same month a year before.
      months: Array.from({ length: 12 }, (_, at) => {
        const first = new Date(Date.UTC(year, month - 12 + at, 15));
        const [y, m] = [first.getUTCFullYear(), first.getUTCMonth() + 1];
        return { label: label.format(first), thisYear: sum(main, (name) => name === key(y, m)), lastYear: sum(main, (name) => name === key(y - 1, m)) };
      }),
    },
  };
}
