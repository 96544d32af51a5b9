import type { Refusal, Result } from '@onbehalf/core';
import type { CartOwner, PriceChange, Unit } from '@onbehalf/assist/ports';
import { changeGuarded, type ChangedLine, type LineRef } from './guarded-change.ts';

/** A price beyond a limit, to be decided by a second person (C5). */
export interface PriceAsk extends LineRef {
  /** The request's. */
  id: string;
  cartId: string;
  minor: bigint;
  quantity: number;
  catalogueMinor: bigint;
  reason: string;
  codes: readonly string[];
  assistSessionId: string;
  actorId: string;
}

/**
 * Puts the question to the line, in place of an earlier one, with its entry in the record: the line keeps its price and
 * waits. Refuses with 'line-not-found' or 'cart-changed'.
 */
export async function askPrice(unit: Unit, owner: CartOwner, ask: PriceAsk & Required<Pick<LineRef, 'record'>>): Promise<Result<ChangedLine, Refusal>> {
  return changeGuarded(unit, owner, ask, {
    name: 'shop-ask-price',
    change: `
      update cart_line l set price_approval_id = $8::uuid
        from f, r where l.id = f.id and l.cart_id = r.id returning l.id, l.cart_id, l.product_id`,
    also: `asked as (
      insert into price_approval (id, cart_id, line_id, product_id, customer_id, store_id, assist_session_id, actor_id, quantity,
          currency, minor, catalogue_minor, reason, codes, asked_at)
      select $8::uuid, c.cart_id, c.id, c.product_id, $1::bigint, $2::smallint, $9::uuid, $10::bigint, $11::int, $12, $13::bigint,
          $14::bigint, $15, $16::text[], $5
        from changed c)`,
    onlyIf: 'f.cart_id::text = $17',
    params: [
      ask.id, ask.assistSessionId, ask.actorId, ask.quantity, owner.store.currency, ask.minor, ask.catalogueMinor, ask.reason, ask.codes, ask.cartId,
    ],
  });
}

/** Takes the question back: the line goes on at the price it has. Refuses also with 'approval-over' where nothing waits. */
export async function withdrawRequest(unit: Unit, owner: CartOwner, line: LineRef & { record?: PriceChange['record'] }): Promise<Result<ChangedLine, Refusal>> {
  return changeGuarded(unit, owner, line, {
    name: 'shop-withdraw-price',
    change: 'update cart_line l set price_approval_id = null from f, r where l.id = f.id and l.cart_id = r.id',
    onlyIf: `exists (select from cart_line w join price_approval a on a.id = w.price_approval_id where w.id = f.id and a.status = 'waiting')`,
    params: [],
    whyNot: () => ({ code: 'approval-over' }),
  });
}
