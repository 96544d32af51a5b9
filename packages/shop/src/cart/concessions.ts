import { err, ok, type CartDiscount, type Refusal, type Result } from '@onbehalf/core';
import type { CartOwner, Unit } from '@onbehalf/assist/ports';

export interface ConcessionRef {
  kind: 'discount' | 'free-shipping';
  /** The version of the cart that was looked at (C7). */
  version: number;
  now: Date;
}

export interface Concession extends ConcessionRef {
  /** Null for free shipping. */
  discount: CartDiscount | null;
  reason: string;
  /** Largest discount of whoever gives it. */
  limitBasisPoints: number | null;
  assistSessionId: string;
  actorId: string;
}

interface ConcessionRow {
  seen: number | null;
  version: number | null;
  found: boolean;
}

const OPEN = (kind: string): string => `
oc as (select id, version from cart where customer_id = $1::bigint and store_id = $2::smallint and status = 'open' and kind = ${kind})`;

const RAISED = (session: string, onlyIf: string): string => `
r as (
  update cart c set version = c.version + 1, changed_at = $4, changed_in = ${session}::uuid
   where c.id = (select id from oc) and c.status = 'open' and c.version = $3::int and ${onlyIf}
  returning c.id, c.version)`;

const GIVE = `
with ${OPEN('$13')}, ${RAISED('$11', 'true')},
given as (
  insert into cart_concession (cart_id, kind, percent_basis_points, amount_minor, currency, reason, limit_basis_points, session_id, actor_id, given_at)
  select r.id, $5, $6::integer, $7::bigint, $8, $9, $10::integer, $11::uuid, $12::bigint, $4 from r
      on conflict (cart_id, kind) do update
     set percent_basis_points = excluded.percent_basis_points, amount_minor = excluded.amount_minor, currency = excluded.currency,
         reason = excluded.reason, limit_basis_points = excluded.limit_basis_points, session_id = excluded.session_id,
         actor_id = excluded.actor_id, given_at = excluded.given_at)
select (select version from oc) as seen, (select version from r) as version, true as found`;

const TAKE_BACK = `
with ${OPEN('$7')},
there as (select from cart_concession k where k.cart_id = (select id from oc) and k.kind = $5),
${RAISED('$6', 'exists (select from there)')},
gone as (delete from cart_concession k using r where k.cart_id = r.id and k.kind = $5)
select (select version from oc) as seen, (select version from r) as version, exists (select from there) as found`;

/** Gives a discount or free shipping on the open cart, in place of an earlier one. Refuses with 'cart-empty' or 'cart-changed'. */
export async function giveConcession(unit: Unit, { customerId, store, cartKind }: CartOwner, given: Concession): Promise<Result<{ version: number }, Refusal>> {
  const { kind, version, now, discount, reason, limitBasisPoints, assistSessionId, actorId } = given;
  const percent = discount !== null && 'percentBasisPoints' in discount ? Number(discount.percentBasisPoints) : null;
  const minor = discount !== null && 'minor' in discount ? discount.minor : null;
  const [row] = await unit.query<ConcessionRow>(GIVE, [customerId, store.id, version, now, kind, percent, minor, store.currency, reason, limitBasisPoints, assistSessionId, actorId, cartKind]);
  return resultOf(row, version);
}

/** Takes it back, whoever gave it. Refuses also with 'concession-not-found'. */
export async function takeBackConcession(unit: Unit, { customerId, store, assistSessionId, cartKind }: CartOwner, { kind, version, now }: ConcessionRef): Promise<Result<{ version: number }, Refusal>> {
  const [row] = await unit.query<ConcessionRow>(TAKE_BACK, [customerId, store.id, version, now, kind, assistSessionId, cartKind]);
  return resultOf(row, version);
}

function resultOf(row: ConcessionRow | undefined, version: number): Result<{ version: number }, Refusal> {
  if (row === undefined || row.seen === null) return err({ code: 'cart-empty' });
  if (row.version !== null) return ok({ version: row.version });
  return err({ code: row.seen === version && !row.found ? 'concession-not-found' : 'cart-changed' });
}
