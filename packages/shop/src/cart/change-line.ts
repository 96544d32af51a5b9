import { err, parseQuantity, type Refusal, type Result } from '@onbehalf/core';
import type { CartOwner, PriceChange, Unit } from '@onbehalf/assist/ports';
import type { CartHolder } from './holder.ts';
import { changeGuarded, type ChangedLine, type LineRef } from './guarded-change.ts';

type Change = Promise<Result<ChangedLine, Refusal>>;

/** Sets a line's pieces. Refuses also with 'quantity-invalid', 'out-of-stock' or, above what was given free of charge, 'free-item-quantity'; an edited price stays with its line. */
export async function changeQuantity(unit: Unit, owner: CartHolder, line: LineRef & { quantity: number }): Change {
  const { quantity } = line;
  if (!parseQuantity(quantity).ok) return err({ code: 'quantity-invalid', field: 'quantity' });
  return changeGuarded(unit, owner, line, {
    name: 'shop-change-quantity',
    change: 'update cart_line l set quantity = $8::int from f, r where l.id = f.id and l.cart_id = r.id',
    // Fewer pieces than before are always allowed, also where the stock has fallen below them meanwhile.
    onlyIf: '(f.stock is null or $8::int <= f.stock or $8::int <= f.quantity) and (f.free_pieces is null or $8::int <= f.free_pieces)',
    params: [quantity],
    whyNot: ({ sku, stock, freePieces }) =>
      freePieces !== null && quantity > freePieces ? { code: 'free-item-quantity', field: 'quantity', facts: { quantity: freePieces } }
      : stock !== null && quantity > stock ? { code: 'out-of-stock', field: 'quantity', facts: { sku, stock, wanted: quantity } } : null,
  });
}

/** Takes a line out of the cart. */
export const removeLine = (unit: Unit, owner: CartHolder, line: LineRef): Change =>
  changeGuarded(unit, owner, line, {
    name: 'shop-remove-line',
    change: 'delete from cart_line l using f, r where l.id = f.id and l.cart_id = r.id',
    params: [],
  });

/** Sets or clears one line's edited price (the port's), with its entry in the record: the currency is the store's. */
export async function changePrice(unit: Unit, owner: CartOwner, change: PriceChange): Promise<Result<{ version: number }, Refusal>> {
  const { lineId, version, at: now, edited, record } = change;
  return changeGuarded(unit, owner, { lineId, version, now, record }, {
    name: 'shop-change-price',
    change: `
      update cart_line l
         set override_minor = $8::bigint, override_currency = $9, override_quantity = $10::int, override_source = $11,
             override_label = $12, override_catalogue_minor = $13::bigint, override_session_id = $14::uuid,
             override_actor_id = $15::bigint, override_at = $16, override_reason = $18, price_approval_id = null
        from f, r where l.id = f.id and l.cart_id = r.id`,
    // A free item has no price to edit (C10).
    onlyIf: 'f.cart_id::text = $17 and f.free_pieces is null',
    params: edited === null
      ? [null, null, null, null, null, null, null, null, null, change.cartId, '']
      : [edited.minor, owner.store.currency, edited.quantity, edited.source, edited.label, edited.catalogueMinor,
        edited.assistSessionId, edited.actorId, now, change.cartId, edited.reason],
    whyNot: ({ freePieces }) => (freePieces === null ? null : { code: 'free-item-fixed' }),
  });
}
