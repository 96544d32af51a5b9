import type { Unit } from '@onbehalf/assist';
import { concessionRefusals, err, ok, parseQuantity, type Refusal, type Result } from '@onbehalf/core';
import { addFreeItem, giveConcession, markReplacement, optionsText, orderByNumber, replacedPieces, type Order } from '@onbehalf/shop';
import type { Arrived } from '../arrived.ts';
import { pricedCart } from '../present/cart.ts';
import { inStore, ownerOf } from '../present/names.ts';
import { giverOf, type Giver } from './giver.ts';

const REASON = 'replacement';

/** A product of an order that may be replaced. */
export interface Replaceable {
  sku: string;
  name: string;
  /** "Size: M"; empty: no options. */
  options: string;
  image: string;
  ordered: number;
  /** Pieces that nobody has replaced yet. */
  left: number;
}

/** What of an order can be replaced: what was ordered, less what other orders have replaced already. */
export async function replaceable(unit: Unit, arrived: Arrived, number: string): Promise<Result<{ order: Order; products: Replaceable[] }, Refusal[]>> {
  const giver = giverOf(arrived);
  if (!giver.ok) return giver;
  const found = await orderByNumber(unit, number, { customerId: ownerOf(arrived).customerId });
  if (!found.ok) return err([found.error]);
  const replaced = await replacedPieces(unit, found.value.id);
  const bySku = Map.groupBy(found.value.lines, ({ sku }) => sku);
  const products = [...bySku].flatMap(([sku, lines]): Replaceable[] => {
    const [first] = lines;
    const ordered = lines.reduce((sum, { quantity }) => sum + quantity, 0);
    return first === undefined ? [] : [{ sku, name: first.name, options: optionsText(first.options), image: first.image, ordered, left: Math.max(0, ordered - (replaced.get(sku) ?? 0)) }];
  });
  return ok({ order: found.value, products });
}

export interface ReplacementAsked {
  number: string;
  /** Pieces by SKU, as typed; nothing and 0 are not replaced. */
  quantities: Readonly<Record<string, string>>;
  newId: () => string;
}

/** D7: faulty goods again, free of charge and with free shipping, in a cart that knows what it replaces. The caller rolls back what is refused. */
export async function startReplacement(unit: Unit, arrived: Arrived, asked: ReplacementAsked): Promise<Result<{ lines: string; count: number }, Refusal[]>> {
  const giver = giverOf(arrived);
  const found = await replaceable(unit, arrived, asked.number);
  if (!found.ok) return found;
  if (!giver.ok) return giver;
  const chosen = chosenOf(found.value.products, asked.quantities);
  if (!chosen.ok) return chosen;
  if ((await pricedCart(unit, arrived)).cart.lines.length > 0) return err([{ code: 'cart-not-empty' }]);
  const added = await addAll(unit, arrived, { items: chosen.value, giver: giver.value, newId: asked.newId });
  if (!added.ok) return added;
  await giveConcession(unit, ownerOf(arrived), { kind: 'free-shipping', version: added.value, now: arrived.now, discount: null, reason: REASON, ...givenBy(giver.value) });
  await markReplacement(unit, ownerOf(arrived), found.value.order.id);
  const { priced } = await pricedCart(unit, arrived);
  const against = concessionRefusals({ ...priced.conceded, discount: null, currency: inStore(arrived).store.currency, actor: giver.value, field: 'quantity' });
  return against.length > 0 ? err(against) : ok({ count: chosen.value.length, lines: chosen.value.map(({ sku, quantity }) => `${quantity} × ${sku}`).join(', ').slice(0, 1000) });
}

interface Item {
  sku: string;
  quantity: number;
}

function chosenOf(products: readonly Replaceable[], quantities: ReplacementAsked['quantities']): Result<Item[], Refusal[]> {
  const asked = products.map((product) => ({ ...product, typed: (quantities[product.sku] ?? '').trim() })).filter(({ typed }) => typed !== '' && typed !== '0');
  if (asked.length === 0) return err([{ code: 'nothing-to-replace' }]);
  const refusals = asked.flatMap(({ sku, typed, left }): Refusal[] => {
    const pieces = parseQuantity(typed);
    if (!pieces.ok) return [{ code: 'quantity-invalid', field: sku }];
    return pieces.value > left ? [{ code: 'replacement-quantity', field: sku, facts: { sku, most: left } }] : [];
  });
  return refusals.length > 0 ? err(refusals) : ok(asked.map(({ sku, typed }) => ({ sku, quantity: Number(typed) })));
}

/** The cart's version once everything is in it. */
async function addAll(unit: Unit, arrived: Arrived, { items, giver, newId }: { items: readonly Item[]; giver: Giver; newId: () => string }): Promise<Result<number, Refusal[]>> {
  let version = 0;
  for (const item of items) {
    const added = await addFreeItem(unit, ownerOf(arrived), { ...item, reason: REASON, now: arrived.now, newId, ...givenBy(giver) });
    if (!added.ok) return err([{ ...added.error, field: item.sku }]);
    ({ version } = added.value);
  }
  return ok(version);
}

const givenBy = ({ maxDiscountBasisPoints, assistSessionId, id }: Giver) => ({
  limitBasisPoints: maxDiscountBasisPoints === null ? null : Number(maxDiscountBasisPoints), assistSessionId, actorId: id,
});
