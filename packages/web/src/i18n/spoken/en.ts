import type { Spoken } from './spoken.ts';

const SMALL = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen'];
const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const SCALES = [[1_000_000_000n, 'billion'], [1_000_000n, 'million'], [1000n, 'thousand'], [100n, 'hundred']] as const;

function number(value: bigint): string {
  if (value < 20n) return SMALL[Number(value)] ?? '';
  if (value < 100n) {
    const tens = TENS[Number(value / 10n)] ?? '';
    return value % 10n === 0n ? tens : `${tens}-${number(value % 10n)}`;
  }
  const [size, name] = SCALES.find(([scale]) => value >= scale) ?? [100n, 'hundred'];
  const rest = value % size;
  return `${number(value / size)} ${name}${rest === 0n ? '' : ` ${number(rest)}`}`;
}

const CURRENCIES: Readonly<Record<string, readonly [string, string]>> = { USD: ['dollar', 'dollars'], EUR: ['euro', 'euros'] };

export const spokenEn: Spoken = {
  number,
  amount: (currency, { whole, cents }) => {
    const unit = CURRENCIES[currency];
    if (unit === undefined) return null;
    const said = `${number(whole)} ${whole === 1n ? unit[0] : unit[1]}`;
    return cents === 0n ? said : `${said} and ${number(cents)} ${cents === 1n ? 'cent' : 'cents'}`;
  },
};
