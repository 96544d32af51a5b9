import { exponentOf, toDecimal, type Locale, type Money } from '@onbehalf/core';
import { Kept } from './kept.ts';

const tags: Record<Locale, string> = { en: 'en-US', de: 'de-DE', es: 'es-ES' };

/** The language tag that `Intl` and `<html lang>` use for a page's locale. */
export const languageTag = (locale: Locale): string => tags[locale];

const made = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>();

/** Formatters are costly to make and safe to share. */
function once<T extends Intl.NumberFormat | Intl.DateTimeFormat>(key: string, make: () => T): T {
  const known = made.get(key) as T | undefined;
  if (known) return known;
  const fresh = make();
  made.set(key, fresh);
  return fresh;
}

export interface MoneyStyle {
  /** "+" in front of a surplus, "−" in front of a shortfall. */
  signed?: boolean;
  /** Without the currency, for columns that name it in their header. */
  bare?: boolean;
  /** "543.25 US dollars", for reading out. */
  named?: boolean;
}

/** The same prices stand on page after page. */
const amounts = new Kept<string>(2000);

/** An amount as people write it; exact at any size, digits by ISO 4217 and not by Intl. */
export function formatMoney(money: Money, locale: Locale, style: MoneyStyle = {}): string {
  const digits = exponentOf(money.currency);
  const key = `m ${locale} ${money.currency} ${style.signed ? 's' : ''} ${style.bare ? 'b' : ''} ${style.named ? 'n' : ''}`;
  const formatter = once(key, () =>
    new Intl.NumberFormat(tags[locale], {
      ...(style.bare ? { style: 'decimal' } : { style: 'currency', currency: money.currency, currencyDisplay: style.named ? 'name' : 'symbol' }),
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
      signDisplay: style.signed ? 'exceptZero' : 'auto',
    }),
  );
  const write = () => formatter.format(toDecimal(money.minor, money.currency) as Intl.StringNumericLiteral).replace('-', '−');
  return amounts.get(`${key} ${money.minor}`, write);
}

/** An amount as typed into a price field: the locale's decimal separator, no grouping, no currency. */
export function formatPlainAmount(money: Money, locale: Locale): string {
  const text = toDecimal(money.minor, money.currency);
  return locale === 'en' ? text : text.replace('.', ',');
}

export const formatNumber = (value: number | bigint, locale: Locale): string =>
  once(`n ${locale}`, () => new Intl.NumberFormat(tags[locale])).format(value);

/** A signed figure in percent, written as the preview beside the field writes it: "−15.8%", in German and Spanish "−15,8 %". */
export const formatPercent = (figure: string, locale: Locale): string => `${figure.replace('-', '−')}${locale === 'en' ? '' : '\u00A0'}%`;

const dateStyles = {
  date: { dateStyle: 'medium' },
  time: { timeStyle: 'short' },
  dateTime: { dateStyle: 'medium', timeStyle: 'short' },
  /** With seconds and zone, for the log. */
  exact: { year: 'numeric', month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', second: '2-digit', timeZoneName: 'short' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

export type DateStyle = keyof typeof dateStyles;

/** A moment in the zone of whoever looks. */
export function formatDate(at: Date, locale: Locale, timeZone: string, style: DateStyle = 'date'): string {
  const key = `d ${locale} ${timeZone} ${style}`;
  const formatter = once(key, () => new Intl.DateTimeFormat(tags[locale], { ...dateStyles[style], timeZone }));
  return style === 'time' ? times.get(`${key} ${Math.floor(at.getTime() / 60_000)}`, () => formatter.format(at)) : formatter.format(at);
}

/** A day of the calendar, YYYY-MM-DD: the same day for whoever reads it. */
export const formatDay = (day: string, locale: Locale): string => formatDate(new Date(`${day}T00:00:00Z`), locale, 'UTC');

/** A time of day stands in the banner of every page of staff, and is the same for all that are written in one minute. */
const times = new Kept<string>(1000);
