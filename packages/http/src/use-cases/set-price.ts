import { actOf, type Unit } from '@onbehalf/assist';
import { decidePriceOverride, type CanonicalValue, type PriceOverride, type PriceOverrideCommand, type Refusal, type Result } from '@onbehalf/core';
import { changePrice, shelfPrice, type PricedCartLine } from '@onbehalf/shop';
import type { Arrived } from '../arrived.ts';
import { priceEditSettings, pricedCart } from '../present/cart.ts';
import { inStore, ownerOf, placeOf } from '../present/names.ts';

export interface SetPriceCommand {
  lineId: string;
  version: number;
  price: PriceOverrideCommand;
  /** One of the store's reasons, or empty (C5). */
  reason: string;
}

export interface PriceSet {
  version: number;
  sku: string;
  minor: bigint;
  /** It waits for a second person, and the line has the price it had (C5). */
  waiting: boolean;
}

/** Puts a price beyond a limit to a second person; absent, it is refused (C5). */
export type AskLead = (asked: { line: PricedCartLine; cartId: string; version: number; price: PriceOverride }) => Promise<Result<PriceSet, PriceRefused>>;

export type PriceRefused = { refusals: Refusal[]; sku: string | null };

/** C1, C2, C4: load in one statement, decide in core, record in one conditional statement that writes the entry too. */
export async function setPrice(unit: Unit, arrived: Arrived, command: SetPriceCommand, askLead?: AskLead): Promise<Result<PriceSet, PriceRefused>> {
  const { caller } = arrived;
  if (caller.kind !== 'context') return no([{ code: 'not-in-context' }]);
  const { cart, priced } = await pricedCart(unit, arrived);
  const line = priced.lines.find((one) => one.line.id === command.lineId);
  if (cart.id === null || line === undefined) return no([{ code: 'line-not-found' }]);
  if (cart.version !== command.version) return no([{ code: 'cart-changed' }], line.line.sku);
  if (line.free !== null) return no([{ code: 'free-item-fixed' }], line.line.sku);
  const decided = decidePriceOverride({
    command: command.price, reason: command.reason, line: lineFacts(arrived, line), actor: actorFacts(caller.actor), settings: priceEditSettings(arrived),
  });
  if (!decided.ok) return no(decided.error, line.line.sku);
  const { minor, source, sourceLabel, reason, needsApproval } = decided.value;
  if (needsApproval.length > 0) {
    return askLead === undefined ? no([...needsApproval], line.line.sku) : askLead({ line, cartId: cart.id, version: command.version, price: decided.value });
  }
  const changed = await changePrice(unit, ownerOf(arrived), {
    cartId: cart.id,
    lineId: line.line.id,
    version: command.version,
    at: arrived.now,
    edited: { minor: shelfPrice(line.line, minor), quantity: line.line.quantity, source, label: sourceLabel, reason, catalogueMinor: shelfPrice(line.line, line.catalogueMinor), assistSessionId: caller.session.id, actorId: caller.actor.id },
    record: priceEntry(arrived, line, { after: minor, source, label: sourceLabel, reason }),
  });
  return changed.ok ? { ok: true, value: { version: changed.value.version, sku: line.line.sku, minor, waiting: false } } : no([changed.error], line.line.sku);
}

/** "Reset price" (C1): the line goes back to what the shop would charge. */
export async function resetPrice(unit: Unit, arrived: Arrived, command: Omit<SetPriceCommand, 'price' | 'reason'>): Promise<Result<{ version: number }, PriceRefused>> {
  const { cart, priced } = await pricedCart(unit, arrived);
  const line = priced.lines.find((one) => one.line.id === command.lineId);
  if (arrived.caller.kind !== 'context') return no([{ code: 'not-in-context' }]);
  if (cart.id === null || line === undefined) return no([{ code: 'line-not-found' }]);
  if (!arrived.caller.actor.canEditItemPrice) return no([{ code: 'actor-may-not-edit-price' }], line.line.sku);
  const changed = await changePrice(unit, ownerOf(arrived), {
    cartId: cart.id, lineId: command.lineId, version: command.version, at: arrived.now, edited: null,
    record: priceEntry(arrived, line, { after: line.catalogueMinor, source: 'catalogue', label: '', reason: '' }),
  });
  return changed.ok ? { ok: true, value: changed.value } : no([changed.error], line.line.sku);
}

function no(refusals: Refusal[], sku: string | null = null): { ok: false; error: PriceRefused } {
  return { ok: false, error: { refusals, sku } };
}

function lineFacts(arrived: Arrived, { line, alternatives, unitMinor, catalogueMinor }: PricedCartLine) {
  const offered = arrived.settings.get('assist/price_edit/show_alternatives', placeOf(arrived)) ? alternatives : [];
  const { currency, pricesIncludeTax } = inStore(arrived).store;
  return {
    productKind: line.kind, quantity: line.quantity, currency, alternatives: offered, currentMinor: unitMinor, catalogueMinor,
    costMinor: line.costMinor, taxBasisPoints: BigInt(line.taxBasisPoints), pricesIncludeTax,
  };
}

function actorFacts(actor: { canEditItemPrice: boolean; maxDiscountBasisPoints: number | null }) {
  return { canEditItemPrice: actor.canEditItemPrice, maxDiscountBasisPoints: actor.maxDiscountBasisPoints === null ? null : BigInt(actor.maxDiscountBasisPoints) };
}

function priceEntry(arrived: Arrived, { line, unitMinor, catalogueMinor }: PricedCartLine, change: { after: bigint; source: string; label: string; reason: string }): { ground: string | null; body: string } {
  const detail: { [name: string]: CanonicalValue } = {
    sku: line.sku, quantity: line.quantity, currency: inStore(arrived).store.currency,
    before: unitMinor, after: change.after, catalogue: catalogueMinor, source: change.source, label: change.label, reason: change.reason,
  };
  return actOf(arrived.caller, arrived, { group: 'cart', action: change.source === 'catalogue' ? 'reset-price' : 'set-price', object: { type: 'cart-line', id: line.id }, detail });
}
