import type { Store, Unit } from '@onbehalf/assist';
import {
  decideShippingTerms, err, LOCALES, ok, parsePriceForLocale, toDecimal, type CanonicalValue, type CurrencyCode, type Locale, type LocalText, type Refusal, type Result, type ShippingRate,
} from '@onbehalf/core';
import { addShippingMethod, changeShippingMethod, taxClasses, type KeptShippingMethod } from '@onbehalf/shop';
import { websiteOf } from '../present/websites.ts';

/** Steps a method may have on its page. */
export const MOST_RATES = 60;

export type TypedShipping = Readonly<Record<string, string>>;

interface Here {
  stores: readonly Store[];
  locale: Locale;
}

export interface SavedShipping {
  id: string;
  name: string;
  detail: { [name: string]: CanonicalValue };
}

const CODE = /^[a-z][a-z0-9-]{0,29}$/;
const WHOLE = /^(?:0|[1-9][0-9]{0,11})$/;
const PLACE = /^(?:0|[1-9][0-9]{0,3})$/;

/** A new shipping method (was null) or a changed one (G3); every reason against it at its field. */
export async function saveShippingMethod(unit: Unit, here: Here, { was, typed }: { was: KeptShippingMethod | null; typed: TypedShipping }): Promise<Result<SavedShipping, Refusal[]>> {
  const read = readShipping(here, was, { typed, classes: await taxClasses(unit) });
  if (!read.ok) return read;
  const { method, currency } = read.value;
  const name = method.name[here.locale];
  if (was !== null) {
    await changeShippingMethod(unit, { ...method, id: was.id });
    return ok({ id: was.id, name, detail: { name, ...changes(was, method, currency) } });
  }
  const id = await addShippingMethod(unit, method);
  return id === null ? err([{ code: 'code-taken', field: 'code' }]) : ok({ id, name, detail: { name, after: methodText(method, currency) } });
}

const changes = (was: KeptShippingMethod, method: Omit<KeptShippingMethod, 'id'>, currency: CurrencyCode): { before: string; after: string } => ({ before: methodText(was, currency), after: methodText(method, currency) });

type Read = Result<{ method: Omit<KeptShippingMethod, 'id'>; currency: CurrencyCode }, Refusal[]>;

function readShipping({ stores, locale }: Here, was: KeptShippingMethod | null, { typed, classes }: { typed: TypedShipping; classes: readonly string[] }): Read {
  const text = (field: string): string => (typed[field] ?? '').trim();
  const website = websiteOf(stores, was?.websiteId ?? text('website'));
  if (website === null) return err([{ code: 'invalid-input', field: 'website' }]);
  const { currency } = website;
  const refusals: Refusal[] = [];
  const refuse = (refusal: Refusal): void => void refusals.push(refusal);
  const amount = (field: string): bigint => {
    const parsed = parsePriceForLocale(text(field), currency, locale);
    if (!parsed.ok) refuse({ code: parsed.error, field });
    return parsed.ok ? parsed.value : 0n;
  };
  const basis = text('basis') === 'weight' ? 'weight' : 'value';
  const measure = (field: string): bigint => {
    if (basis === 'value') return amount(field);
    if (!WHOLE.test(text(field))) refuse({ code: 'number-invalid', field });
    return WHOLE.test(text(field)) ? BigInt(text(field)) : 0n;
  };
  const code = was?.code ?? text('code');
  if (!CODE.test(code) || code === 'none') refuse({ code: 'code-invalid', field: 'code' });
  if (text('name.en') === '') refuse({ code: 'name-missing', field: 'name.en' });
  if (!PLACE.test(text('position'))) refuse({ code: 'number-invalid', field: 'position' });
  if (!classes.includes(text('taxClass'))) refuse({ code: 'invalid-input', field: 'taxClass' });
  const { rates, rows } = ratesIn(typed, { measure, amount });
  const isPickup = text('isPickup') === '1';
  const terms = {
    isPickup, basis, rates: isPickup ? [] : rates, countries: text('countries').toUpperCase().split(/[\s,;]+/).filter((part) => part !== ''),
    freeFrom: text('freeFrom') === '' ? null : amount('freeFrom'), most: text('most') === '' ? null : measure('most'),
  } as const;
  const decided = decideShippingTerms(terms);
  // The rows are those with anything in them; a refusal goes where the row stands on the page.
  if (!decided.ok) {
    const placed = decided.error.map((one) => ({ ...one, field: (one.field ?? '').replace(/^rate-(\d+)-/, (_, index: string) => `rate-${rows[Number(index)] ?? 0}-`) }));
    // What couldn't be read stands for 0 here: one thing against a field is enough.
    refusals.push(...placed.filter(({ field }) => !refusals.some((known) => known.field === field)));
  }
  if (refusals.length > 0) return err(refusals);
  return ok({
    currency,
    method: { ...terms, websiteId: website.id, code, position: Number(text('position')), active: text('active') === '1', name: localText(typed, 'name'), note: localText(typed, 'note'), taxClass: text('taxClass') },
  });
}

function ratesIn(typed: TypedShipping, { measure, amount }: { measure: (field: string) => bigint; amount: (field: string) => bigint }): { rates: ShippingRate[]; rows: number[] } {
  const rows = Array.from({ length: MOST_RATES }, (_, row) => row).filter((row) => (typed[`rate-${row}-from`] ?? '').trim() !== '' || (typed[`rate-${row}-price`] ?? '').trim() !== '');
  const rates = rows.map((row): ShippingRate => ({
    country: (typed[`rate-${row}-country`] ?? '').trim().toUpperCase(),
    from: (typed[`rate-${row}-from`] ?? '').trim() === '' ? 0n : measure(`rate-${row}-from`),
    minor: amount(`rate-${row}-price`),
  }));
  return { rates, rows };
}

/** In each language; English stands in for one that is left empty. */
function localText(typed: TypedShipping, field: string): LocalText {
  const of = (locale: Locale): string => (typed[`${field}.${locale}`] ?? '').trim();
  const [en, de, es] = LOCALES.map((locale) => (of(locale) === '' ? of('en') : of(locale)));
  return { en: en ?? '', de: de ?? '', es: es ?? '' };
}

/** A method in one line, as the log keeps it before and after. */
function methodText({ active, isPickup, basis, freeFrom, most, countries, rates, taxClass, position, note, name }: Omit<KeptShippingMethod, 'id'>, currency: CurrencyCode): string {
  const money = (minor: bigint): string => `${toDecimal(minor, currency)} ${currency}`;
  const measure = (step: bigint): string => (basis === 'value' ? money(step) : `${step} g`);
  const steps = rates.map(({ country, from, minor }) => `${country === '' ? '' : `${country} `}${measure(from)}: ${money(minor)}`);
  const parts = [
    active ? 'active' : 'inactive', isPickup ? 'pick-up' : basis, ...steps, freeFrom === null ? '' : `free from ${money(freeFrom)}`, most === null ? '' : `up to ${measure(most)}`,
    countries.length === 0 ? 'everywhere' : countries.join(' '), `tax ${taxClass}`, `place ${position}`, Object.values(name).join(' / '), Object.values(note).join(' / '),
  ];
  return parts.filter((part) => part !== '').join(', ');
}
