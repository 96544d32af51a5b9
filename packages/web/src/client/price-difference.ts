export interface Typed {
  minor: bigint;
  /** Typed as a percentage off: the price it comes to isn't on the screen yet. */
  isPercent: boolean;
}

/** What is typed comes to this price, be it a price or a percentage off the original; null where it is neither. */
export function typedPrice(text: string, { original, language }: { original: string; language: string }): Typed | null {
  const digits = original.split('.')[1]?.length ?? 0;
  const isPercent = text.endsWith('%');
  if (!isPercent) {
    const minor = typedMinor(text, digits, language);
    return minor === null ? null : { minor, isPercent };
  }
  const off = typedMinor(text.replace(/ ?%$/, ''), 2, language);
  if (off === null || off === 0n || off > 10_000n) return null;
  // Rounded up, as the server does it: never more off than was said.
  return { minor: (BigInt(original.replace('.', '')) * (10_000n - off) + 9999n) / 10_000n, isPercent };
}

/** Empty where nothing changes. Digits of the original are the currency's. */
export function difference(now: bigint, original: string, currency: string, language: string): string {
  const digits = original.split('.')[1]?.length ?? 0;
  const before = BigInt(original.replace('.', ''));
  const change = now - before;
  if (before <= 0n || change === 0n) return '';
  const sign = { signDisplay: 'exceptZero' } as const;
  const money = new Intl.NumberFormat(language, { style: 'currency', currency, ...sign, minimumFractionDigits: digits, maximumFractionDigits: digits });
  const percent = new Intl.NumberFormat(language, { style: 'percent', ...sign, maximumFractionDigits: 1 });
  return `${money.format(decimal(change, digits))} (${percent.format(Number(change) / Number(before))})`.replaceAll('-', '−');
}

/** Minor units of what is typed, with the language's decimal separator and no other; null where it is no price. */
export function typedMinor(typed: string, digits: number, language: string): bigint | null {
  const separator = new Intl.NumberFormat(language).formatToParts(1.5).find((part) => part.type === 'decimal')?.value ?? '.';
  const [whole = '', part = '', ...rest] = typed.split(separator);
  const isPrice = /^\d{1,12}$/.test(whole) && /^\d*$/.test(part) && part.length <= digits && rest.length === 0;
  return isPrice ? BigInt(whole + part.padEnd(digits, '0')) : null;
}

/** An amount as the page writes it. */
export function amountText(minor: bigint, { currency, digits, language }: { currency: string; digits: number; language: string }): string {
  const money = new Intl.NumberFormat(language, { style: 'currency', currency, minimumFractionDigits: digits, maximumFractionDigits: digits });
  return money.format(decimal(minor, digits)).replace('-', '−');
}

/** Exact: the amount reaches the formatter as text. */
function decimal(minor: bigint, digits: number): Intl.StringNumericLiteral {
  const figures = (minor < 0n ? -minor : minor).toString().padStart(digits + 1, '0');
  const text = digits === 0 ? figures : `${figures.slice(0, -digits)}.${figures.slice(-digits)}`;
  return `${minor < 0n ? '-' : ''}${text}` as Intl.StringNumericLiteral;
}
