import type { Unit } from '@onbehalf/assist';
import {
  concessionRefusals, err, ok, parseCartDiscount, parseFreeItemReason, percentText,
  type CanonicalValue, type CartDiscount, type DiscountCommand, type Refusal, type Result,
} from '@onbehalf/core';
import { addFreeItem, giveConcession, takeBackConcession, toDiscount, type ConcessionRef, type PricedCart } from '@onbehalf/shop';
import type { Arrived } from '../arrived.ts';
import { pricedCart } from '../present/cart.ts';
import { inStore, ownerOf } from '../present/names.ts';
import { giverOf, settingsAt, type Giver } from './giver.ts';

/** What the record says of it, before and after. */
export type Recorded = Readonly<Record<string, CanonicalValue>>;

export type DiscountAsked = Omit<DiscountCommand, 'currency'> & { version: number };

/** C10: a discount on the cart as a whole. Judged on the cart as it then is; the caller rolls back what is refused. */
export async function giveDiscount(unit: Unit, arrived: Arrived, asked: DiscountAsked): Promise<Result<Recorded, Refusal[]>> {
  const giver = giverOf(arrived);
  const { currency } = inStore(arrived).store;
  const parsed = parseCartDiscount({ ...asked, currency }, settingsAt(arrived));
  if (!giver.ok || !parsed.ok) return err([...(giver.ok ? [] : giver.error), ...(parsed.ok ? [] : parsed.error)]);
  const { cart, priced } = await pricedCart(unit, arrived);
  if (cart.lines.length === 0) return err([{ code: 'cart-empty' }]);
  const { discount, reason } = parsed.value;
  const against = refusalsOf(priced, { discount, currency, actor: giver.value, field: 'minor' in discount ? 'amount' : 'percent' });
  if (against.length > 0) return err(against);
  const given = await giveConcession(unit, ownerOf(arrived), { kind: 'discount', version: asked.version, now: arrived.now, discount, reason, ...givenBy(giver.value) });
  if (!given.ok) return err([given.error]);
  return ok({ currency, before: cart.discount === null ? null : recorded(toDiscount(cart.discount)), after: recorded(discount), reason });
}

/** C10: free shipping, with its reason. */
export async function giveFreeShipping(unit: Unit, arrived: Arrived, asked: { version: number; reason: string }): Promise<Result<Recorded, Refusal[]>> {
  const giver = giverOf(arrived);
  const known = settingsAt(arrived).reasons.includes(asked.reason);
  if (!giver.ok || !known) return err([...(giver.ok ? [] : giver.error), ...(known ? [] : [{ code: 'concession-reason-unknown', field: 'reason' } as const])]);
  const { cart } = await pricedCart(unit, arrived);
  if (cart.lines.length === 0) return err([{ code: 'cart-empty' }]);
  const given = await giveConcession(unit, ownerOf(arrived), { kind: 'free-shipping', version: asked.version, now: arrived.now, discount: null, reason: asked.reason, ...givenBy(giver.value) });
  if (!given.ok) return err([given.error]);
  return ok({ before: cart.freeShipping !== null, after: true, reason: asked.reason });
}

/** Takes back what was given on the cart, by whomever: the customer may as well. */
export async function takeBack(unit: Unit, arrived: Arrived, ref: Omit<ConcessionRef, 'now'>): Promise<Result<Recorded, Refusal[]>> {
  const { cart } = await pricedCart(unit, arrived);
  const taken = await takeBackConcession(unit, ownerOf(arrived), { ...ref, now: arrived.now });
  if (!taken.ok) return err([taken.error]);
  if (ref.kind === 'free-shipping') return ok({ before: true, after: false });
  return ok({ currency: inStore(arrived).store.currency, before: cart.discount === null ? null : recorded(toDiscount(cart.discount)), after: null });
}

export interface FreeItemAsked {
  sku: string;
  quantity: number;
  reason: unknown;
}

export interface FreeItemGiven {
  lineId: string;
  detail: Recorded;
}

/** C10: an item free of charge. The cart is looked at with the item in it; the caller rolls back what is refused. */
export async function giveFreeItem(unit: Unit, arrived: Arrived, { asked, newId }: { asked: FreeItemAsked; newId: () => string }): Promise<Result<FreeItemGiven, Refusal[]>> {
  const giver = giverOf(arrived);
  const reason = parseFreeItemReason(asked.reason);
  if (!giver.ok || !reason.ok) return err([...(giver.ok ? [] : giver.error), ...(reason.ok ? [] : [reason.error])]);
  const { sku, quantity } = asked;
  const added = await addFreeItem(unit, ownerOf(arrived), { sku, quantity, reason: reason.value, now: arrived.now, newId, ...givenBy(giver.value) });
  if (!added.ok) return err([added.error]);
  const { cart, priced } = await pricedCart(unit, arrived);
  const discount = cart.discount === null || priced.discountState === 'over' ? null : toDiscount(cart.discount);
  const against = refusalsOf(priced, { discount, currency: inStore(arrived).store.currency, actor: giver.value, field: 'sku' });
  if (against.length > 0) return err(against);
  const { lineId, quantity: pieces } = added.value;
  return ok({ lineId, detail: { sku, added: quantity, quantity: pieces, before: pieces - quantity, after: pieces, reason: reason.value } });
}

function refusalsOf({ conceded }: PricedCart, { discount, currency, actor, field }: { discount: CartDiscount | null; currency: string; actor: Giver; field: string }): Refusal[] {
  return concessionRefusals({ lines: conceded.lines, goodsMinor: conceded.goodsMinor, discount, currency, actor, field });
}

function givenBy({ maxDiscountBasisPoints, assistSessionId, id }: Giver): { limitBasisPoints: number | null; assistSessionId: string; actorId: string } {
  return { limitBasisPoints: maxDiscountBasisPoints === null ? null : Number(maxDiscountBasisPoints), assistSessionId, actorId: id };
}

// Minor units beside their currency, as the record writes every amount; a percentage as text.
function recorded(discount: CartDiscount): CanonicalValue {
  return 'minor' in discount ? discount.minor : `${percentText(discount.percentBasisPoints)} %`;
}
