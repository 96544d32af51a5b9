import type { Rows } from './evidence.ts';

/** What is the customers’ own at one moment: sessions, last login, password, and carts that nobody helps with (I7). */
export interface CustomersSeen {
  readonly at: Date;
  readonly things: ReadonlyMap<string, string>;
}

// A cart is let out where an assist session since then was in it: same customer, store and kind.
const OWN_THINGS = `
select c.id::text as customer, 'customer ' || c.id as thing, concat_ws(' ', c.last_login_at, c.last_ip, md5(c.password_hash), c.email) as state from customer c
union all select s.customer_id::text, 'session ' || s.id, concat_ws(' ', s.created_at, s.last_used_at, s.ended_at, s.end_reason) from customer_session s
union all select k.customer_id::text, 'cart ' || k.id, concat_ws(' ', k.status, k.version, k.coupon_code,
    (select string_agg(concat_ws(' ', l.product_id, l.quantity, l.override_minor), ', ' order by l.position) from cart_line l where l.cart_id = k.id))
  from cart k where not exists (select 1 from assist_session s where (s.subject_id, s.store_id, s.cart_kind) = (k.customer_id, k.store_id, k.kind) and (s.ended_at is null or s.ended_at >= $1))`;

interface Thing {
  customer: string;
  thing: string;
  state: string;
}

export async function snapshotCustomers({ rows }: Rows): Promise<CustomersSeen> {
  const [clock] = await rows<{ now: Date }>('select clock_timestamp() as now');
  const at = clock?.now ?? new Date();
  return { at, things: new Map((await rows<Thing>(OWN_THINGS, [at])).map(({ thing, state }) => [thing, state])) };
}

/** What is no longer as it was, but for customers who did something themselves. */
export async function changedSince({ rows }: Rows, { at, things }: CustomersSeen, but: readonly string[]): Promise<string[]> {
  return (await rows<Thing>(OWN_THINGS, [at]))
    .filter(({ customer, thing, state }) => !but.includes(customer) && things.get(thing) !== state)
    .map(({ customer, thing, state }) => `I7 what is the customer’s own stays as it was: ${customer} ${thing}: ${things.get(thing) ?? 'was not there'} → ${state}`);
}
