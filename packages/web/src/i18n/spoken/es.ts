import type { Spoken } from './spoken.ts';

const SMALL = [
  'cero', 'uno', 'dos', 'tres', 'cuatro', 'cinco', 'seis', 'siete', 'ocho', 'nueve', 'diez', 'once', 'doce', 'trece', 'catorce', 'quince', 'dieciséis', 'diecisiete', 'dieciocho', 'diecinueve',
  'veinte', 'veintiuno', 'veintidós', 'veintitrés', 'veinticuatro', 'veinticinco', 'veintiséis', 'veintisiete', 'veintiocho', 'veintinueve',
];
const TENS = ['', '', '', 'treinta', 'cuarenta', 'cincuenta', 'sesenta', 'setenta', 'ochenta', 'noventa'];
const HUNDREDS = ['', 'ciento', 'doscientos', 'trescientos', 'cuatrocientos', 'quinientos', 'seiscientos', 'setecientos', 'ochocientos', 'novecientos'];

function below(value: bigint): string {
  if (value < 30n) return SMALL[Number(value)] ?? '';
  if (value < 100n) {
    const tens = TENS[Number(value / 10n)] ?? '';
    return value % 10n === 0n ? tens : `${tens} y ${below(value % 10n)}`;
  }
  if (value === 100n) return 'cien';
  const rest = value % 100n;
  return `${HUNDREDS[Number(value / 100n)] ?? ''}${rest === 0n ? '' : ` ${below(rest)}`}`;
}

/** Up to 999 999: "mil", "dos mil", "veintiún mil". */
function thousands(value: bigint): string {
  const [times, rest] = [value / 1000n, value % 1000n];
  if (times === 0n) return below(rest);
  const said = times === 1n ? 'mil' : `${shortened(below(times))} mil`;
  return rest === 0n ? said : `${said} ${below(rest)}`;
}

function number(value: bigint): string {
  const [millions, rest] = [value / 1_000_000n, value % 1_000_000n];
  if (millions === 0n) return thousands(rest);
  const said = millions === 1n ? 'un millón' : `${shortened(thousands(millions))} millones`;
  return rest === 0n ? said : `${said} ${thousands(rest)}`;
}

/** Before a masculine noun: "uno" is "un", "veintiuno" is "veintiún". */
const shortened = (text: string): string => text.replace(/veintiuno$/, 'veintiún').replace(/uno$/, 'un');

const CURRENCIES: Readonly<Record<string, readonly [one: string, many: string, cent: string, cents: string]>> = {
  USD: ['dólar', 'dólares', 'centavo', 'centavos'],
  EUR: ['euro', 'euros', 'céntimo', 'céntimos'],
};

export const spokenEs: Spoken = {
  number,
  amount: (currency, { whole, cents }) => {
    const unit = CURRENCIES[currency];
    if (unit === undefined) return null;
    // "un millón de euros", but "un millón cien euros".
    const of = whole >= 1_000_000n && whole % 1_000_000n === 0n ? ' de' : '';
    const said = `${shortened(number(whole))}${of} ${whole === 1n ? unit[0] : unit[1]}`;
    return cents === 0n ? said : `${said} con ${shortened(below(cents))} ${cents === 1n ? unit[2] : unit[3]}`;
  },
};
