/** Three capital letters of ISO 4217. */
export type CurrencyCode = string;

// ISO 4217, list one. Our own table, since Intl follows CLDR, which gives other decimals for 18 currencies (HUF: 0).
// Metals, drawing rights and test codes have no minor unit and no price is set in them.
const CODES_BY_EXPONENT: readonly (readonly [exponent: number, codes: string])[] = [
  [0, 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'],
  [
    2,
    `AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW
     CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF
     IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK
     MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP
     SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XAD XCD XCG
     YER ZAR ZMW ZWG`,
  ],
  [3, 'BHD IQD JOD KWD LYD OMR TND'],
  [4, 'CLF UYW'],
];

const EXPONENTS: ReadonlyMap<CurrencyCode, number> = new Map(
  CODES_BY_EXPONENT.flatMap(([exponent, codes]) => codes.split(/\s+/).map((code) => [code, exponent] as const)),
);

/** Every currency a price may be in. */
export const CURRENCY_CODES: readonly CurrencyCode[] = [...EXPONENTS.keys()];

/** Whether a word from outside is a currency that a price may be in. */
export const isCurrencyCode = (input: unknown): input is CurrencyCode =>
  typeof input === 'string' && EXPONENTS.has(input);

/** Decimals of a currency: JPY 0, USD 2, KWD 3, CLF 4. Throws a RangeError for a code that isn't active. */
export function exponentOf(currency: CurrencyCode): number {
  const exponent = EXPONENTS.get(currency);
  if (exponent === undefined) throw new RangeError(`Not an active ISO 4217 currency: ${currency}`);
  return exponent;
}
