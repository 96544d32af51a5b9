import { err, ok, type Refusal, type Result } from '@onbehalf/core';
import type { PriceChange, Unit } from '@onbehalf/assist/ports';
import { keyOf, type CartHolder } from './holder.ts';

export interface LineRef {
  lineId: string;
  /** The version of the cart that was looked at (C7). */
  version: number;
  now: Date;
  /** The entry that is written with the change or not at all (E2). */
  record?: PriceChange['record'];
}

/** What a change found: the line as it was, and the cart's new version. */
export interface ChangedLine {
  cartId: string;
  productId: string;
  sku: string;
  before: number;
  version: number;
}

interface GuardRow extends Omit<ChangedLine, 'version'> {
  recorded: bigint | null;
  seen: number;
  stock: number | null;
  /** Pieces that a free item was given for; null for any other line. */
  freePieces: number | null;
  version: number | null;
}

/** Narrows the change further than owner, line and version; the line is `f`. */
export interface Guard {
  name: string;
  /** The statement that changes the line `f`, once the version is raised by `r`. */
  change: string;
  onlyIf?: string;
  /** Further parts of the statement, each after a comma; what is changed is `changed`. */
  also?: string;
  /** From $8 on. */
  params: unknown[];
  whyNot?: (found: { sku: string; stock: number | null; freePieces: number | null }) => Refusal | null;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The line is found by way of its owner's open cart only, so that another's id finds nothing. */
const statement = ({ change, onlyIf = 'true', also, params }: Guard, isGuest: boolean): string => `
with f as (
  select l.id, l.cart_id, l.product_id, l.quantity, c.version, p.sku, p.stock,
         case when l.override_source = 'free' then l.override_quantity end as free_pieces
    from cart_line l join cart c on c.id = l.cart_id join product p on p.id = l.product_id
   where l.id = $3::uuid and ${isGuest ? 'c.guest_hash = $1::bytea' : 'c.customer_id = $1::bigint'} and c.store_id = $2::smallint and c.status = 'open' and c.kind = $${9 + params.length}),
r as (
  update cart c set version = c.version + 1, changed_at = $5, changed_in = $${8 + params.length}::uuid
    from f where c.id = f.cart_id and c.status = 'open' and c.version = $4::int and (${onlyIf})
  returning c.id, c.version),
changed as (${change})${also === undefined ? '' : `,
${also}`}
select f.cart_id::text as "cartId", f.product_id::text as "productId", f.sku, f.stock, f.quantity as before, f.free_pieces as "freePieces",
       f.version as seen, r.version,
       case when r.version is not null and $7::text is not null then record_act($6::assist_ground, $7::text) end as recorded
  from f left join r on true`;

/**
 * Checks owner, line and version, makes the change and records it in one statement, with no gap between check and act.
 * Throws where the assist session of the record is over (errcode OB001) or what it rests on has moved (OB002), and then
 * nothing is changed.
 * Refuses with 'line-not-found' or 'cart-changed', or with what the guard says.
 */
export async function changeGuarded(unit: Unit, holder: CartHolder, line: LineRef, guard: Guard): Promise<Result<ChangedLine, Refusal>> {
  if (!UUID.test(line.lineId)) return err({ code: 'line-not-found' });
  const { lineId, now, record } = line;
  const isGuest = holder.cartKind === 'guest';
  const params = [keyOf(holder), holder.store.id, lineId, line.version, now, record?.ground ?? null, record?.body ?? null, ...guard.params, holder.assistSessionId, holder.cartKind];
  const [row] = await unit.named<GuardRow>(isGuest ? `${guard.name}-guest` : guard.name, statement(guard, isGuest), params);
  if (row === undefined) return err({ code: 'line-not-found' });
  const { seen, stock, freePieces, version, recorded: _, ...found } = row;
  if (version !== null) return ok({ ...found, version });
  const refusal = seen === line.version ? guard.whyNot?.({ sku: row.sku, stock, freePieces }) : null;
  return err(refusal ?? { code: 'cart-changed' });
}
