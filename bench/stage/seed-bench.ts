import { randomBytes } from 'node:crypto';
import { newToken, type Store, type Unit } from '@onbehalf/assist';
import { seedSmall } from '@onbehalf/shop/testing/seed-small';

const CUSTOMERS = 10_000;
const PRODUCTS = 500;
const ENTRIES = 50_000;
const SESSIONS = 20_000;
/** One live context each: the database allows no second. */
const STAFF = 200;

/** A member of staff inside a customer, whose cart has three lines. */
export interface BenchContext {
  readonly sessionId: string;
  readonly token: string;
  readonly hash: Buffer;
  readonly customerId: string;
  readonly lineId: string;
}

export interface BenchShop {
  readonly store: Store;
  readonly contexts: readonly BenchContext[];
}

type Bulk = Pick<Unit, 'query' | 'named'>;

/** Synthetic data in an empty database, as owner. Nothing of the demo's: the figures stay when the demo changes. */
export async function seedBench(unit: Bulk): Promise<BenchShop> {
  const { us } = await seedSmall(unit);
  await unit.query(SETTINGS);
  await unit.query(CATALOGUE, [us.websiteId]);
  await unit.query(STAFF_AND_STORES, [us.id]);
  await seedCustomers(unit, us);
  const contexts = await seedContexts(unit, us);
  await unit.query(PAST_SESSIONS, [us.id]);
  await unit.query(OTHER_CARTS, [us.id]);
  await unit.query(PAST_ENTRIES);
  await unit.query('vacuum analyze');
  return { store: us, contexts };
}

/** A shop that has changed a few things: the look-up carries every stored setting. */
const SETTINGS = `
insert into setting_value (path, scope, scope_id, value, changed_at) values
  ('staff/session/lifetime', 'default', 0, '86400', now()), ('assist/price_edit/valid_for', 'default', 0, '86400', now()),
  ('assist/price_edit/enabled', 'default', 0, 'true', now()), ('assist/session/reason_required', 'default', 0, 'false', now()),
  ('assist/price_edit/show_alternatives', 'default', 0, 'true', now())`;

const CATALOGUE = `
with p as (
  insert into product (sku, slug, kind, category_id, position, image, name, summary, description, facts, unit, stock, search_text)
  select 'BENCH-' || n, 'bench-' || n, 'simple', c.id, n, 'bench.svg', jsonb_build_object('en', 'Product ' || n, 'de', 'Artikel ' || n),
         '{"en":"A summary"}', '{"en":"A description"}', '[]', '{"en":"piece"}', 1000000, 'bench-' || n || ' product artikel'
    from generate_series(1, ${PRODUCTS}) n, category c where c.code = 'tools' returning id, position),
w as (insert into product_website (product_id, website_id) select id, $1 from p),
l as (select id from price_list where name = 'Pricelist A')
insert into price (website_id, source, product_id, price_list_id, min_quantity, amount)
select $1, v.source, p.id, case when v.source = 'price-list' then l.id end, v.pieces, (2000 + p.position) * v.percent / 100
  from p, l, (values ('base', 1, 100), ('base', 10, 90), ('price-list', 1, 95)) v (source, pieces, percent)`;

const STAFF_AND_STORES = `
with s as (
  insert into staff (first_name, last_name, email, role_id, staff_group_id, can_edit_item_price, password_hash)
  select 'Bench', 'Seller ' || n, 'seller-' || n || '@bench.example', r.id, g.id, true, 'none'
    from generate_series(1, ${STAFF}) n, role r, staff_group g returning id)
insert into staff_store (staff_id, store_id) select id, $1 from s`;

async function seedCustomers(unit: Bulk, { id, websiteId, country }: Store): Promise<void> {
  await unit.query(
    `with c as (
       insert into customer (website_id, store_id, customer_group_id, email, external_id, first_name, last_name, company, confirmed_at)
       select $1, $2, g.id, 'buyer-' || n || '@bench.example', 'ERP-' || n, 'Bench', 'Buyer ' || n, 'Company ' || n % 700, now()
         from generate_series(1, ${CUSTOMERS}) n, customer_group g where g.code = 'trade' returning id)
     insert into customer_address (customer_id, is_default, name, street, postcode, city, country)
     select id, true, 'Bench Buyer', '1 High Street', '12345', 'Town', $3 from c`,
    [websiteId, id, country],
  );
  const buyers = `select id, row_number() over (order by id) as n from customer where email like 'buyer-%'`;
  await unit.query(`insert into consent (customer_id, website_id, answer, wording, answered_at)
    select id, $1, 'given', 'I agree', now() from (${buyers}) c`, [websiteId]);
  await unit.query(`insert into customer_staff (customer_id, staff_id)
    select c.id, s.id from (${buyers}) c
      join (select id, row_number() over (order by id) as n from staff where email like 'seller-%') s on s.n = c.n % ${STAFF} + 1`);
  await unit.query(`insert into customer_price_list (customer_id, price_list_id)
    select c.id, l.id from (${buyers}) c, price_list l where l.name = 'Pricelist A' and c.n % 2 = 0`);
}

const CONTEXTS = `
with chosen as (
  select a.id as actor_id, a.staff_group_id, c.id as subject_id, row_number() over (order by a.id) as n
    from staff a cross join lateral (select customer_id as id from customer_staff where staff_id = a.id order by customer_id limit 1) c
   where a.email like 'seller-%'),
t as (
  insert into staff_session (id, token_hash, staff_id, kind, created_at, last_used_at)
  select gen_random_uuid(), sha256(('staff ' || n)::bytea), actor_id, 'browser', now(), now() from chosen returning id, staff_id),
s as (
  insert into assist_session (id, token_hash, kind, staff_session_id, actor_id, subject_id, store_id, mode, actor_name, subject_name,
                              staff_group_id, started_at, hard_limit_at)
  select gen_random_uuid(), ($2::bytea[])[c.n], 'browser', t.id, c.actor_id, c.subject_id, $1, 'full', 'Bench Seller', 'Bench Buyer',
         c.staff_group_id, now(), now() + interval '1 day' from chosen c join t on t.staff_id = c.actor_id
  returning id, subject_id, token_hash),
k as (insert into cart (id, customer_id, store_id, created_at, changed_at) select gen_random_uuid(), subject_id, $1, now(), now() from s returning id, customer_id),
l as (
  insert into cart_line (id, cart_id, position, product_id, quantity)
  select gen_random_uuid(), k.id, v.position, p.id, 2
    from k, (values (1), (2), (3)) v (position)
    join product p on p.sku = 'BENCH-' || v.position * 100 returning id, cart_id, position)
select s.id::text as "sessionId", encode(s.token_hash, 'hex') as hash, s.subject_id::text as "customerId", l.id::text as "lineId"
  from s join k on k.customer_id = s.subject_id join l on l.cart_id = k.id and l.position = 1`;

async function seedContexts(unit: Bulk, { id }: Store): Promise<BenchContext[]> {
  const random = { uuid: () => '', token: () => randomBytes(32).toString('base64url') };
  const tokens = Array.from({ length: STAFF }, () => newToken('assist', random));
  const textOf = new Map(tokens.map(({ hash, text }) => [hash.toString('hex'), text]));
  const rows = await unit.query<{ sessionId: string; hash: string; customerId: string; lineId: string }>(CONTEXTS, [id, tokens.map(({ hash }) => hash)]);
  return rows.map(({ hash, ...row }) => ({ ...row, token: textOf.get(hash) ?? '', hash: Buffer.from(hash, 'hex') }));
}

// Without these the planner reads whole tables, which no shop's does after its first week.
const PAST_SESSIONS = `
with w as (
  select g.n, gen_random_uuid() as staff_session, a.id as actor, a.staff_group_id as staff_group, c.id as subject, now() - g.n * interval '20 minutes' as at
    from generate_series(1, ${SESSIONS}) g (n)
    join (select id, staff_group_id, row_number() over (order by id) as n from staff) a on a.n = g.n % ${STAFF} + 1
    join (select id, row_number() over (order by id) as n from customer) c on c.n = g.n % ${CUSTOMERS} + 1),
t as (
  insert into staff_session (id, token_hash, staff_id, kind, created_at, last_used_at, ended_at, end_reason)
  select staff_session, sha256(('past staff ' || n)::bytea), actor, 'browser', at, at, at, 'staff-logout' from w)
insert into assist_session (id, token_hash, kind, staff_session_id, actor_id, subject_id, store_id, mode, actor_name, subject_name,
                            staff_group_id, started_at, hard_limit_at, ended_at, end_reason)
select gen_random_uuid(), sha256(('past assist ' || n)::bytea), 'browser', staff_session, actor, subject, $1, 'full', 'Bench Seller', 'Bench Buyer',
       staff_group, at, at + interval '1 hour', at + interval '10 minutes', 'exit' from w`;

const OTHER_CARTS = `
with k as (
  insert into cart (id, customer_id, store_id, created_at, changed_at)
  select gen_random_uuid(), c.id, $1, now(), now() from customer c
   where c.email like 'buyer-%' and not exists (select from cart k where k.customer_id = c.id) returning id, customer_id)
insert into cart_line (id, cart_id, position, product_id, quantity)
select gen_random_uuid(), k.id, 1, p.id, 1 from k join product p on p.sku = 'BENCH-' || k.customer_id % ${PRODUCTS} + 1`;

/** Entries of the past year, so that indexes have a height and the partition of this month isn't empty. */
const PAST_ENTRIES = `
insert into audit_entry (month, stream, seq, at, actor_id, subject_id, action_group, action, result, canonical, leaf)
select date_trunc('month', e.at at time zone 'UTC')::date, gen_random_uuid(), 1, e.at, 1 + n % ${STAFF}, 1001 + n % ${CUSTOMERS},
       'cart', 'set-price', 'done', e.canonical, audit_leaf(e.canonical)
  from generate_series(1, ${ENTRIES}) n,
       lateral (select now() - n * interval '10 minutes' as at, convert_to('onbehalf/audit/v1 of the past, entry ' || n || repeat('.', 600), 'UTF8') as canonical) e`;
