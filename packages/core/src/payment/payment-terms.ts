import type { CurrencyCode } from '../money/currencies.ts';
import { toDecimal } from '../money/money.ts';
import type { Refusal } from '../refusals/refusal.ts';

/** Days of grace at most: a year. */
export const MOST_PAYMENT_DAYS = 365;

const AFTER_INVOICE: ReadonlySet<string> = new Set(['on-account', 'purchase-order']);

/** Whether the shop waits for its money: by these methods an invoice is sent first, and paid later (G3). */
export const isPaidAfterInvoice = (paymentMethod: string): boolean => AFTER_INVOICE.has(paymentMethod);

export interface PaymentDays {
  /** Of the company, where the customer buys for one; of the customer himself, where he doesn't. Null: as the website has it. */
  readonly own: number | null;
  /** Config: `payment/terms_days`. */
  readonly website: number;
}

export const paymentDaysOf = ({ own, website }: PaymentDays): number => own ?? website;

const DAY_MS = 86_400_000;

/** The day it is somewhere, as YYYY-MM-DD. */
export const dayOf = (at: Date, timeZone: string): string =>
  new Intl.DateTimeFormat('sv', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(at);

const dayAsMs = (day: string): number => Date.parse(`${day}T00:00:00Z`);

export const addDays = (day: string, days: number): string => new Date(dayAsMs(day) + days * DAY_MS).toISOString().slice(0, 10);

/** Days since something had to be paid; 0 up to and on that day, and without one. */
export const daysOverdue = (dueOn: string | null, today: string): number => (dueOn === null ? 0 : Math.max(0, Math.round((dayAsMs(today) - dayAsMs(dueOn)) / DAY_MS)));

/** What days a person types: digits, at most {@link MOST_PAYMENT_DAYS}; empty is none of one's own. */
export function parsePaymentDays(typed: string): { ok: true; value: number | null } | { ok: false; error: Refusal } {
  const text = typed.trim();
  if (text === '') return { ok: true, value: null };
  const days = /^(?:0|[1-9][0-9]{0,2})$/.test(text) ? Number(text) : Number.NaN;
  return days <= MOST_PAYMENT_DAYS ? { ok: true, value: days } : { ok: false, error: { code: 'payment-days-invalid', field: 'paymentDays', facts: { most: MOST_PAYMENT_DAYS } } };
}

/** What a company may owe, and what it owes already. Minor units. */
export interface CompanyCredit {
  readonly limitMinor: bigint;
  readonly owedMinor: bigint;
}

/** Why an order can't be paid after its invoice: with it the company would owe more than it may (G2). Null: it can. */
export function creditRefusal(credit: CompanyCredit | null, { totalMinor, currency }: { totalMinor: bigint; currency: CurrencyCode }): Refusal | null {
  if (credit === null || credit.owedMinor + totalMinor <= credit.limitMinor) return null;
  const left = credit.limitMinor > credit.owedMinor ? credit.limitMinor - credit.owedMinor : 0n;
  return { code: 'credit-limit', field: 'paymentMethod', facts: { limit: toDecimal(credit.limitMinor, currency), left: toDecimal(left, currency), currency } };
}
