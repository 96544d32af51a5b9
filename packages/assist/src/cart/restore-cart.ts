import { cartRestoreRefusal, err, ok, toDecimal, type CartHands, type Refusal, type Result } from '@onbehalf/core';
import type { Unit } from '../ports.ts';
import { cartSnapshotSql, type CartSnapshot } from './cart-snapshot.ts';

export interface RestoreCommand {
  sessionId: string;
  /** The version that was looked at (C7); null at an expiry, where nobody looks. */
  version: number | null;
  now: Date;
}

export interface RestoredCart {
  /** As text, line by line, for the record. */
  before: string;
  after: string;
  /** SKUs that aren't sold here any more: not put back. */
  left: string[];
}

// The cart before the session, as whoever changes a cart in a context does: nobody waits for anybody in a circle.
const LOCK = `
select k.id::text, k.version, k.changed_in::text as "changedIn", k.others_version as "othersVersion"
  from assist_session s join cart k on k.customer_id = s.subject_id and k.store_id = s.store_id and k.status = 'open' and k.kind = s.cart_kind
 where s.id = $1 for no key update of k`;

/** Holds the session's cart until the transaction ends; null: the customer has none there. */
export async function lockCart(unit: Unit, sessionId: string): Promise<CartHands | null> {
  const [row] = await unit.named<CartHands>('cart-of-session', LOCK, [sessionId]);
  return row ?? null;
}

const FACTS = `
select s.cart_on_entry->>'cart' as "cartId", (s.cart_on_entry->>'version')::integer as version, s.cart_on_entry is null as unknown,
       exists (select from cart o where o.id = (s.cart_on_entry->>'cart')::uuid and o.status = 'ordered')
         or exists (select from purchase p where p.assist_session_id = s.id) as ordered,
       ${cartSnapshotSql('s.subject_id', 's.store_id', 's.cart_kind')} as snapshot
  from assist_session s where s.id = $1`;

interface FactsRow {
  cartId: string | null;
  version: number | null;
  unknown: boolean;
  ordered: boolean;
  snapshot: CartSnapshot;
}

/**
 * Puts the session's cart back as it was on entry, in the caller's transaction: whole, or not at all. Prices edited
 * before entry stay whose they were; what isn't sold here any more is named and left out. Refuses with 'cart-changed',
 * 'cart-ordered', 'cart-changed-by-others' or 'cart-as-on-entry'.
 */
export async function restoreCart(unit: Unit, { sessionId, version, now }: RestoreCommand): Promise<Result<RestoredCart, Refusal>> {
  const open = await lockCart(unit, sessionId);
  const before = await factsOf(unit, sessionId);
  const entry = before.unknown ? null : { cartId: before.cartId, version: before.version ?? 0 };
  const code = cartRestoreRefusal({ sessionId, entry, open, ordered: before.ordered, seen: version });
  if (code !== null || open === null) return err({ code: code ?? 'cart-as-on-entry' });
  const left = await putBack(unit, { cartId: open.id, sessionId, now });
  const after = await factsOf(unit, sessionId);
  return ok({ before: await textOf(unit, before.snapshot), after: await textOf(unit, after.snapshot), left });
}

async function factsOf(unit: Unit, sessionId: string): Promise<FactsRow> {
  const [row] = await unit.named<FactsRow>('cart-restore-facts', FACTS, [sessionId]);
  if (row === undefined) throw new Error(`There is no assist session ${sessionId}`);
  return row;
}

const ENTRY = (part: 'lines' | 'concessions', table: 'cart_line' | 'cart_concession'): string =>
  `jsonb_populate_recordset(null::${table}, (select cart_on_entry->'${part}' from assist_session where id = $2))`;

// A row that is as it was stays where it is, and with it whatever waits for it.
const OUT = (part: 'lines' | 'concessions', table: 'cart_line' | 'cart_concession'): string => `
delete from ${table} t where t.cart_id = $1::uuid and not exists (select from ${ENTRY(part, table)} e where to_jsonb(e) = to_jsonb(t) and $2::uuid is not null)`;

const SOLD = `exists (
  select from product p join product_for_sale w on w.product_id = p.id join store st on st.website_id = w.website_id
   where p.id = e.product_id and st.id = (select store_id from cart where id = $1::uuid)
     and exists (select from price b where b.product_id in (p.id, p.parent_id) and b.website_id = w.website_id and b.source = 'base'))`;

const LINES_IN = `
insert into cart_line select e.* from ${ENTRY('lines', 'cart_line')} e
 where e.cart_id = $1::uuid and ${SOLD} and not exists (select from cart_line l where l.id = e.id)`;

const CONCESSIONS_IN = `
insert into cart_concession select e.* from ${ENTRY('concessions', 'cart_concession')} e
 where e.cart_id = $1::uuid and not exists (select from cart_concession g where g.cart_id = e.cart_id and g.kind = e.kind)`;

// What was kept counts from the new version on: what this session does after it can be put back again.
const CART_BACK = `
with entry as (select id, cart_on_entry as kept from assist_session where id = $2::uuid),
raised as (
  update cart k set version = k.version + 1, changed_at = $3, changed_in = (e.kept->>'changed_in')::uuid,
         coupon_code = (select c.code from coupon c where c.code = e.kept->>'coupon'), replacement_of = (e.kept->>'replacement_of')::bigint
    from entry e where k.id = $1::uuid returning k.version)
update assist_session s
   set cart_on_entry = s.cart_on_entry || jsonb_build_object('cart', $1::uuid, 'version', r.version) from raised r where s.id = $2::uuid`;

const LEFT = `
select p.sku from ${ENTRY('lines', 'cart_line')} e join product p on p.id = e.product_id
 where e.cart_id = $1::uuid and not exists (select from cart_line l where l.id = e.id) order by e.position`;

async function putBack(unit: Unit, { cartId, sessionId, now }: { cartId: string; sessionId: string; now: Date }): Promise<string[]> {
  const ids = [cartId, sessionId];
  await unit.named('cart-lines-out', OUT('lines', 'cart_line'), ids);
  await unit.named('cart-lines-in', LINES_IN, ids);
  await unit.named('cart-concessions-out', OUT('concessions', 'cart_concession'), ids);
  await unit.named('cart-concessions-in', CONCESSIONS_IN, ids);
  await unit.named('cart-back', CART_BACK, [...ids, now]);
  const left = await unit.named<{ sku: string }>('cart-left-out', LEFT, ids);
  return left.map(({ sku }) => sku);
}

// "2 × SKU-1001 at 80.00 USD, 1 × SKU-2000": what an entry says for good, without asking today's catalogue again.
async function textOf(unit: Unit, { lines, coupon }: CartSnapshot): Promise<string> {
  const rows = await unit.named<{ id: string; sku: string }>('cart-skus', 'select id::text, sku from product where id = any ($1::bigint[])', [lines.map((line) => line.product_id)]);
  const skus = new Map(rows.map(({ id, sku }) => [id, sku]));
  const texts = lines.map((line) => {
    const { quantity, product_id: id, override_minor: minor, override_currency: currency } = line;
    return `${quantity} × ${skus.get(String(id)) ?? id}${minor === null || currency === null ? '' : ` at ${toDecimal(BigInt(minor), currency)} ${currency}`}`;
  });
  return [...texts, ...(coupon === null ? [] : [coupon])].join(', ');
}
