import { err, ok, type Result } from '../kernel/result.ts';
import type { Refusal } from '../refusals/refusal.ts';

interface VatForm {
  /** What follows the country's letters. */
  form: RegExp;
  /** Whether its check digits are right; left out where a country has none that are cheap to reckon. */
  check?: (body: string) => boolean;
}

const digitsOf = (text: string): number[] => Array.from(text, Number);

const weighed = (text: string, weights: readonly number[]): number => weights.reduce((sum, weight, at) => sum + weight * (digitsOf(text)[at] ?? 0), 0);

/** Every second digit doubled, counted from the right; the sum ends in 0. */
function luhn(text: string): boolean {
  const sum = digitsOf(text).toReversed().reduce((total, digit, at) => total + (at % 2 === 0 ? digit : digit * 2 - (digit > 4 ? 9 : 0)), 0);
  return sum % 10 === 0;
}

/** ISO 7064, mod 11,10. */
function mod1110(text: string): boolean {
  let product = 10;
  for (const digit of digitsOf(text.slice(0, -1))) {
    const sum = (digit + product) % 10;
    product = ((sum === 0 ? 10 : sum) * 2) % 11;
  }
  return (11 - product) % 10 === Number(text.at(-1));
}

const last = (text: string): number => Number(text.at(-1));

function dutch(body: string): boolean {
  const sum = weighed(body, [9, 8, 7, 6, 5, 4, 3, 2]) % 11;
  if (sum === Number(body[8])) return true;
  // Since 2020 sole traders have numbers that are checked like an account's.
  const whole = Array.from(`NL${body}`, (letter) => (/\d/.test(letter) ? letter : String(letter.charCodeAt(0) - 55))).join('');
  return BigInt(whole) % 97n === 1n;
}

function austrian(body: string): boolean {
  const sum = digitsOf(body.slice(1, 8)).reduce((total, digit, at) => total + (at % 2 === 0 ? digit : digit * 2 - (digit > 4 ? 9 : 0)), 0);
  return (10 - ((sum + 4) % 10)) % 10 === last(body);
}

/** By the country's letters, as the member states write them. */
const FORMS: Readonly<Record<string, VatForm>> = {
  AT: { form: /^U\d{8}$/, check: austrian },
  BE: { form: /^[01]\d{9}$/, check: (body) => 97 - (Number(body.slice(0, 8)) % 97) === Number(body.slice(8)) },
  BG: { form: /^\d{9,10}$/ },
  CY: { form: /^\d{8}[A-Z]$/ },
  CZ: { form: /^\d{8,10}$/ },
  DE: { form: /^[1-9]\d{8}$/, check: mod1110 },
  DK: { form: /^[1-9]\d{7}$/, check: (body) => weighed(body, [2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0 },
  EE: { form: /^\d{9}$/, check: (body) => (10 - (weighed(body, [3, 7, 1, 3, 7, 1, 3, 7]) % 10)) % 10 === last(body) },
  EL: { form: /^\d{9}$/, check: (body) => (weighed(body, [256, 128, 64, 32, 16, 8, 4, 2]) % 11) % 10 === last(body) },
  ES: { form: /^(?:[A-Z]\d{7}[A-Z0-9]|\d{8}[A-Z])$/ },
  FI: { form: /^\d{8}$/, check: (body) => (11 - (weighed(body, [7, 9, 10, 5, 8, 4, 2]) % 11)) % 11 === last(body) },
  FR: { form: /^[A-HJ-NP-Z0-9]{2}\d{9}$/, check: (body) => !/^\d{2}/.test(body) || (12 + 3 * (Number(body.slice(2)) % 97)) % 97 === Number(body.slice(0, 2)) },
  HR: { form: /^\d{11}$/, check: mod1110 },
  HU: { form: /^\d{8}$/, check: (body) => (10 - (weighed(body, [9, 7, 3, 1, 9, 7, 3]) % 10)) % 10 === last(body) },
  IE: { form: /^\d[A-Z0-9+*]\d{5}[A-Z]{1,2}$/ },
  IT: { form: /^\d{11}$/, check: luhn },
  LT: { form: /^(?:\d{9}|\d{12})$/ },
  LU: { form: /^\d{8}$/, check: (body) => Number(body.slice(0, 6)) % 89 === Number(body.slice(6)) },
  LV: { form: /^\d{11}$/ },
  MT: { form: /^\d{8}$/ },
  NL: { form: /^\d{9}B\d{2}$/, check: dutch },
  PL: { form: /^\d{10}$/, check: (body) => weighed(body, [6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11 === last(body) },
  PT: { form: /^\d{9}$/, check: (body) => (11 - (weighed(body, [9, 8, 7, 6, 5, 4, 3, 2]) % 11)) % 11 % 10 === last(body) },
  RO: { form: /^[1-9]\d{1,9}$/ },
  SE: { form: /^\d{10}\d{2}$/, check: (body) => luhn(body.slice(0, 10)) },
  SI: { form: /^[1-9]\d{7}$/, check: (body) => (11 - (weighed(body, [8, 7, 6, 5, 4, 3, 2]) % 11)) % 11 % 10 === last(body) },
  SK: { form: /^[1-9]\d{9}$/, check: (body) => Number(body) % 11 === 0 },
  XI: { form: /^(?:\d{9}|\d{12}|(?:GD|HA)\d{3})$/ },
};

/** The letters of a member state that aren't its country's code. */
const COUNTRIES: Readonly<Record<string, string>> = { EL: 'GR' };
/** Northern Ireland is in the union for goods alone, and an address doesn't tell it from the rest of its country. */
const NO_MEMBER: ReadonlySet<string> = new Set(['XI']);

/** The member state of the EU whose VAT number this is by its form, as a country code; null for any other number, and for none. */
export function vatNumberCountry(number: string): string | null {
  const letters = number.slice(0, 2);
  const parsed = parseVatNumber(number);
  if (FORMS[letters] === undefined || NO_MEMBER.has(letters) || !parsed.ok || parsed.value !== number) return null;
  return COUNTRIES[letters] ?? letters;
}

const MOST = 20;
const MOST_TYPED = 60;

/**
 * A VAT number as it is kept: capitals and digits without anything between them; empty is none. One that begins with the letters of
 * a member state has to look like that state's; another tax number is taken as it is. Refuses with 'vat-number-invalid'.
 */
export function parseVatNumber(typed: string): Result<string, Refusal> {
  const refused = err<Refusal>({ code: 'vat-number-invalid', field: 'vatNumber', facts: { most: MOST } });
  if (typed.length > MOST_TYPED) return refused;
  const text = typed.toUpperCase().replaceAll(/[\s./-]/g, '').replace(/^GR(?=\d)/, 'EL');
  if (text === '') return ok('');
  if (text.length < 4 || text.length > MOST || !/^[A-Z0-9+*]+$/.test(text)) return refused;
  const form = FORMS[text.slice(0, 2)];
  if (form === undefined) return /\d/.test(text) ? ok(text) : refused;
  const body = text.slice(2);
  return form.form.test(body) && (form.check?.(body) ?? true) ? ok(text) : refused;
}
