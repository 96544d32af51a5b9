import type { Unit } from '@onbehalf/assist';
import { inBatches, scatter, type Progress } from './batches.ts';
import { withoutIndexes } from './without-indexes.ts';

const BATCH = 250_000;

/** What is done, as often as it is: looking far more than ordering. */
const ACTIONS = [
  ['customer', 'view', 'customer'], ['customer', 'view', 'customer'], ['customer', 'view', 'customer'], ['customer', 'search', 'customer'],
  ['order', 'view', 'order'], ['order', 'view', 'order'], ['cart', 'view', 'cart'], ['cart', 'add-line', 'cart-line'],
  ['cart', 'add-line', 'cart-line'], ['cart', 'change-quantity', 'cart-line'], ['cart', 'set-price', 'cart-line'], ['checkout', 'set-shipping', 'cart'],
  ['order', 'place', 'order'], ['login-as-customer', 'start', 'customer'], ['login-as-customer', 'end', 'customer'], ['staff-session', 'login', 'staff'],
] as const;

/** Further entries of the record over the last year, each by itself, in the form and with the hashes of real ones. */
export async function addAudit(unit: Unit, count: number, progress: Progress): Promise<void> {
  await unit.query(`select ensure_audit_partition((date_trunc('month', now() at time zone 'UTC') - make_interval(months => n))::date) from generate_series(0, 13) n`);
  const [before] = await unit.query<{ entries: string }>('select count(*)::text as entries from audit_entry');
  await unit.query(`create temp table bulk_actor on commit drop as
    select row_number() over (order by a.id) as turn, a.id, a.role_id, a.staff_group_id, array(select store_id from staff_store s where s.staff_id = a.id order by 1) as stores from staff a`);
  await unit.query(`create temp table bulk_subject on commit drop as select row_number() over (order by id) as turn, id from customer`);
  await unit.query('create unique index on bulk_subject (turn)');
  await unit.query('analyze bulk_subject');
  await withoutIndexes(unit, 'audit_entry', () =>
    inBatches(count, BATCH, (first, last) => unit.query(ENTRIES, [first, last, before?.entries ?? '0', count, JSON.stringify(ACTIONS)]), progress));
}

// The body is canonical JSON: keys in order, no spaces, ids as text (core: auditBodyText). Nothing personal, so nothing sealed.
const BODY = `format('{"action":"%s","action_group":"%s","actor":{"groupId":"%s","id":"%s","roleId":"%s"},"assistSession":null,"at":"%s","codes":[],"detail":null,'
  || '"object":{"id":"%s","type":"%s"},"requestId":null,"result":"done","sealed":null,"store":%s,"subject":"%s","v":1}',
  e.action, e.action_group, e.staff_group_id, e.actor_id, e.role_id, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
  e.object_id, e.object_type, e.store_id, e.subject_id)`;

const ENTRIES = `
insert into audit_entry (month, stream, seq, at, actor_id, staff_group_id, subject_id, store_id, action_group, action, object_type, object_id, result,
    canonical, prev_hash, leaf)
select date_trunc('month', c.at at time zone 'UTC')::date, c.stream, 1, c.at, c.actor_id, c.staff_group_id, c.subject_id, c.store_id, c.action_group, c.action,
       c.object_type, c.object_id, 'done', c.canonical, null, audit_leaf(c.canonical)
  from (
    select e.*, audit_canonical(e.stream, 1, null, ${BODY}) as canonical
      from (
        select md5('bulk audit ' || (n + $3::bigint))::uuid as stream, a.id as actor_id, a.role_id, a.staff_group_id, s.id as subject_id,
               a.stores[1 + n % cardinality(a.stores)] as store_id, d.what->>0 as action_group, d.what->>1 as action, d.what->>2 as object_type,
               case d.what->>2 when 'customer' then s.id::text when 'staff' then a.id::text when 'order' then (100001 + n % 5000)::text else md5(n::text)::uuid::text end as object_id,
               date_trunc('milliseconds', now() - interval '365 days' * (($4::bigint - n + 1)::float8 / ($4::bigint + 1))) as at
          from generate_series($1::bigint, $2::bigint) as n
          join bulk_actor a on a.turn = 1 + ${scatter('n', 21, '(select count(*) from bulk_actor)')}
          join bulk_subject s on s.turn = 1 + ${scatter('n', 22, '(select count(*) from bulk_subject)')}
         cross join lateral (select $5::jsonb -> ${scatter('n', 23, String(ACTIONS.length))}::int as what) as d
         order by n) as e
    offset 0) as c`;
