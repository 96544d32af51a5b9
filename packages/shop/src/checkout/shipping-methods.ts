import type { CurrencyCode, LocalText } from '@onbehalf/core';
import type { CartLine } from '@onbehalf/assist/ports';

/** 'none' is for carts of services and downloads only. */
export type ShippingCode = 'standard' | 'express' | 'pickup' | 'none';

interface Rate {
  minor: bigint;
  /** Goods, as the store shows prices, from which it costs nothing. */
  freeFrom: bigint | null;
}

interface Method {
  code: Exclude<ShippingCode, 'none'>;
  name: LocalText;
  text: LocalText;
  rates: Readonly<Partial<Record<CurrencyCode, Rate>>>;
}

const METHODS: readonly Method[] = [
  {
    code: 'standard',
    name: { en: 'Standard delivery', de: 'Standardlieferung', es: 'Entrega estándar' },
    text: { en: '2–4 working days', de: '2–4 Werktage', es: '2–4 días laborables' },
    rates: { USD: { minor: 950n, freeFrom: 150_00n }, EUR: { minor: 690n, freeFrom: 120_00n } },
  },
  {
    code: 'express',
    name: { en: 'Express delivery', de: 'Expresslieferung', es: 'Entrega urgente' },
    text: { en: 'Next working day', de: 'Nächster Werktag', es: 'Siguiente día laborable' },
    rates: { USD: { minor: 24_00n, freeFrom: null }, EUR: { minor: 18_00n, freeFrom: null } },
  },
  {
    code: 'pickup',
    name: { en: 'Pick up at the counter', de: 'Abholung am Schalter', es: 'Recogida en mostrador' },
    text: { en: 'Ready within two hours', de: 'Nach zwei Stunden bereit', es: 'Listo en dos horas' },
    rates: { USD: { minor: 0n, freeFrom: null }, EUR: { minor: 0n, freeFrom: null } },
  },
];

/** Whether anything in the cart has to be sent. */
export const needsShipping = (lines: readonly Pick<CartLine, 'kind'>[]): boolean =>
  lines.some(({ kind }) => kind === 'simple' || kind === 'configurable');

/** A way to get the goods, for the checkout page; amounts as the store shows prices. */
export interface ShippingMethod {
  code: ShippingCode;
  name: LocalText;
  text: LocalText;
  minor: bigint;
}

/** The ways to send a cart of that worth; none where nothing has to be sent. */
export function shippingMethods(question: { lines: readonly Pick<CartLine, 'kind'>[]; currency: CurrencyCode; goodsMinor: bigint }): ShippingMethod[] {
  const { lines, currency, goodsMinor } = question;
  if (!needsShipping(lines)) return [];
  return METHODS.filter((method) => method.rates[currency] !== undefined).map(({ code, name, text }) => ({
    code,
    name,
    text,
    minor: shippingPrice(code, currency, goodsMinor),
  }));
}

/** A shipping method by its code from outside; null where this cart can't be sent that way. */
export function parseShippingMethod(code: string, question: { needsShipping: boolean; currency: CurrencyCode }): ShippingCode | null {
  if (!question.needsShipping) return 'none';
  return METHODS.find((method) => method.code === code && method.rates[question.currency] !== undefined)?.code ?? null;
}

/** Minor units for that way of sending, with or without tax as the store shows prices. */
export function shippingPrice(code: ShippingCode, currency: CurrencyCode, goodsMinor: bigint): bigint {
  const rate = METHODS.find((method) => method.code === code)?.rates[currency];
  if (rate === undefined) return 0n;
  return rate.freeFrom !== null && goodsMinor >= rate.freeFrom ? 0n : rate.minor;
}

/** The method's name in each language, for an order's page; the code itself where the method is no more. */
export const shippingMethodName = (code: string): LocalText =>
  METHODS.find((method) => method.code === code)?.name ??
  (code === 'none'
    ? { en: 'No delivery needed', de: 'Keine Lieferung nötig', es: 'Sin entrega' }
    : { en: code, de: code, es: code });
