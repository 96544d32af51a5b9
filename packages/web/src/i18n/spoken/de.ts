import type { Spoken } from './spoken.ts';

const SMALL = ['null', 'ein', 'zwei', 'drei', 'vier', 'fünf', 'sechs', 'sieben', 'acht', 'neun', 'zehn', 'elf', 'zwölf', 'dreizehn', 'vierzehn', 'fünfzehn', 'sechzehn', 'siebzehn', 'achtzehn', 'neunzehn'];
const TENS = ['', '', 'zwanzig', 'dreißig', 'vierzig', 'fünfzig', 'sechzig', 'siebzig', 'achtzig', 'neunzig'];
const SCALES = [[1_000_000_000n, 'eine Milliarde', 'Milliarden'], [1_000_000n, 'eine Million', 'Millionen']] as const;

/** As it stands before a noun: "ein", "hundertein". */
function below(value: bigint): string {
  if (value < 20n) return SMALL[Number(value)] ?? '';
  if (value < 100n) {
    const tens = TENS[Number(value / 10n)] ?? '';
    return value % 10n === 0n ? tens : `${SMALL[Number(value % 10n)] ?? ''}und${tens}`;
  }
  const [size, word] = value >= 1000n ? ([1000n, 'tausend'] as const) : ([100n, 'hundert'] as const);
  const [times, rest] = [value / size, value % size];
  return `${below(times)}${word}${rest === 0n ? '' : below(rest)}`;
}

function beforeNoun(value: bigint): string {
  const scale = SCALES.find(([size]) => value >= size);
  if (scale === undefined) return below(value);
  const [size, one, many] = scale;
  const [times, rest] = [value / size, value % size];
  return `${times === 1n ? one : `${below(times)} ${many}`}${rest === 0n ? '' : ` ${beforeNoun(rest)}`}`;
}

const CURRENCIES: Readonly<Record<string, string>> = { USD: 'Dollar', EUR: 'Euro' };

export const spokenDe: Spoken = {
  // Alone, a number ends in "eins".
  number: (value) => beforeNoun(value).replace(/ein$/, 'eins'),
  amount: (currency, { whole, cents }) => {
    const unit = CURRENCIES[currency];
    if (unit === undefined) return null;
    const said = `${beforeNoun(whole)} ${unit}`;
    return cents === 0n ? said : `${said} und ${below(cents)} Cent`;
  },
};
