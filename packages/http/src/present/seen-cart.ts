import type { CurrencyCode } from '@onbehalf/core';
import type { PricedCart, PricedCartLine, ShopCart } from '@onbehalf/shop';
import type { CheckoutChange } from '@onbehalf/web';
import { z } from 'zod';
import { money } from './names.ts';

const LINE = z.tuple([z.string().max(64), z.number().int().min(1), z.string().regex(/^[0-9]{1,18}$/).transform(BigInt), z.union([z.literal(0), z.literal(1)])]);
const SEEN = z.object({ lines: z.array(LINE).max(500), coupon: z.string().max(40).nullable() });

/** The cart as a checkout page showed it: SKU, pieces, price of one, whether it is free of charge. */
export type SeenCart = z.infer<typeof SEEN>;

/** A checkout page carries what it shows, so that the page after it can say what is different (C7). Nothing is decided by it. */
export const seenText = ({ lines }: PricedCart, { coupon }: ShopCart): string =>
  JSON.stringify({ lines: lines.map(({ line, unitMinor, free }) => [line.sku, line.quantity, String(unitMinor), free === null ? 0 : 1]), coupon: coupon?.code ?? null });

export function readSeen(text: string): SeenCart | null {
  try {
    return SEEN.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** What has become of the cart since: in the order of the cart, then what is gone from it. */
export function changesSince(seen: SeenCart, { priced, cart }: { priced: PricedCart; cart: ShopCart }): CheckoutChange[] {
  const { currency } = priced.totals;
  const isOf = (line: PricedCartLine) => ([sku, , , free]: SeenCart['lines'][number]): boolean => sku === line.line.sku && (free === 1) === (line.free !== null);
  const gone = seen.lines.filter((was) => !priced.lines.some((line) => isOf(line)(was)));
  return [
    ...priced.lines.flatMap((line) => lineChanges(seen.lines.find(isOf(line)), line, currency)),
    ...gone.map(([sku, quantity]): CheckoutChange => ({ kind: 'removed', name: sku, quantity })),
    ...(seen.coupon !== null && seen.coupon !== cart.coupon?.code ? [{ kind: 'coupon', code: seen.coupon } as const] : []),
  ];
}

function lineChanges(was: SeenCart['lines'][number] | undefined, { line: { name, quantity }, unitMinor }: PricedCartLine, currency: CurrencyCode): CheckoutChange[] {
  if (was === undefined) return [{ kind: 'added', name, quantity }];
  const [, before, unitBefore] = was;
  return [
    ...(before === quantity ? [] : [{ kind: 'quantity', name, before, after: quantity } as const]),
    ...(unitBefore === unitMinor ? [] : [{ kind: 'price', name, before: money(unitBefore, currency), after: money(unitMinor, currency) } as const]),
  ];
}
