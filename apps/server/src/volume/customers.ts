import type { Unit } from '@onbehalf/assist';
import { settingsReader } from '@onbehalf/core';
import { names, trades } from '../../demo/content/people/names.ts';
import { places, streets } from '../../demo/content/people/places.ts';
import { inBatches, scatter, type Progress } from './batches.ts';
import { withoutIndexes } from './without-indexes.ts';

const BATCH = 50_000;
/** With the forty of the demo, about as many as one member of staff can look after. */
const SARAHS_SHARE = 200;

/** Further customers with an address, most with consent and a member of staff; one in two hundred is Sarah's. */
export async function addCustomers(unit: Unit, count: number, progress: Progress): Promise<void> {
  const [before] = await unit.query<{ last: number }>('select coalesce(max(id), 1000)::int as last from customer');
  const offset = before?.last ?? 1000;
  // Nobody looks at these rows before they are committed: their epochs may begin at one.
  for (const table of ['customer_staff', 'consent']) await unit.query(`alter table ${table} disable trigger ${table}_epoch`);
  await withoutIndexes(unit, 'customer', () => inBatches(count, BATCH, (first, last) => addBatch(unit, offset, first, last), progress));
  for (const table of ['customer_staff', 'consent']) await unit.query(`alter table ${table} enable trigger ${table}_epoch`);
  await unit.query(`select setval(pg_get_serial_sequence('customer', 'id'), (select max(id) from customer))`);
}

async function addBatch(unit: Unit, offset: number, first: number, last: number): Promise<void> {
  await unit.query(CUSTOMERS, [offset, first, last, JSON.stringify(WORDS)]);
  await unit.query(ADDRESSES, [offset + first, offset + last, JSON.stringify(WORDS)]);
  await unit.query(ASSIGNMENTS, [offset + first, offset + last]);
  await unit.query(CONSENTS, [offset + first, offset + last, JSON.stringify(WORDING)]);
}

/** By store id, in the order of their ids. */
const CODES = ['main', 'de', 'es'] as const;
const WORDS = CODES.map((code) => ({ first: names[code].first, last: names[code].last, trade: trades[code], street: streets[code], place: places[code] }));
const WORDING = CODES.map((code) => settingsReader([]).get('assist/consent/tooltip', { locale: code === 'main' ? 'en' : code }));

/** A scattered member of a JSON list. */
const pick = (list: string, n: string, salt: number): string => `(${list} ->> ${scatter(n, salt, `jsonb_array_length(${list})`)}::int)`;

const latin = (name: string): string => `regexp_replace(lower(${name}), '[^a-z]+', '', 'g')`;

const CUSTOMERS = `
insert into customer (id, website_id, store_id, customer_group_id, email, external_id, first_name, last_name, company, phone, status, confirmed_at,
    password_hash, newsletter, created_at)
select d.id, case d.store when 1 then 1 else 2 end, d.store, d.group_id, ${latin('d.first')} || '.' || ${latin('d.last')} || '.' || d.id || '@customer.example',
       'ERP-' || lpad((500000 + d.id)::text, 8, '0'), d.first, d.last, d.last || ' ' || d.trade, '', case when d.n % 97 = 0 then 'blocked' else 'active' end,
       case when d.n % 89 = 0 then null else d.created_at end, d.password_hash, d.n % 4 = 1, d.created_at
  from (
    select n, n + $1::bigint as id, store, ${pick("w.words->'first'", 'n', 1)} as first, ${pick("w.words->'last'", 'n', 2)} as last,
           ${pick("w.words->'trade'", 'n', 3)} as trade, (g.ids)[1 + ${scatter('n', 4, 'cardinality(g.ids)')}] as group_id, p.hash as password_hash,
           now() - make_interval(days => 130 + ${scatter('n', 5, '1500')}::int) as created_at
      from generate_series($2::bigint, $3::bigint) as n
     cross join lateral (select (array[1, 1, 1, 1, 1, 1, 2, 2, 2, 3])[1 + n % 10] as store) as s
     cross join lateral (select $4::jsonb -> (store - 1) as words) as w
     cross join (select array_agg(id order by id) as ids from customer_group) as g
     cross join (select password_hash as hash from staff order by id limit 1) as p) as d`;

const ADDRESSES = `
insert into customer_address (customer_id, is_default, name, company, street, postcode, city, region, country)
select c.id, true, c.first_name || ' ' || c.last_name, c.company, ${pick("w.words->'street'", 'c.id', 6)} || ' ' || (1 + c.id % 180),
       w.place->>'zip', w.place->>'city', w.place->>'region', w.place->>'country'
  from customer c
 cross join lateral (select $3::jsonb -> (c.store_id - 1) as words) as s
 cross join lateral (select s.words, s.words->'place'->${scatter('c.id', 7, "jsonb_array_length(s.words->'place')")}::int as place) as w
 where c.id between $1::bigint and $2::bigint`;

// The rest goes round the sellers of the customer's store, and one in eight is nobody's.
const ASSIGNMENTS = `
insert into customer_staff (customer_id, staff_id, is_primary)
select c.id, case when c.store_id = 1 and c.id % ${SARAHS_SHARE} = 0 then s.sarah else (s.sellers)[1 + c.id % cardinality(s.sellers)] end, true
  from customer c
  join (select ss.store_id, array_agg(a.id order by a.id) filter (where a.email <> 'sarah.johnson@staff.example') as sellers,
               max(a.id) filter (where a.email = 'sarah.johnson@staff.example') as sarah
          from staff a join staff_store ss on ss.staff_id = a.id join role r on r.id = a.role_id and r.name = 'Sales' group by ss.store_id) as s
    on s.store_id = c.store_id
 where c.id between $1::bigint and $2::bigint and (c.id % 8 <> 3 or c.id % ${SARAHS_SHARE} = 0)`;

const CONSENTS = `
insert into consent (customer_id, website_id, answer, scope, wording, answered_at)
select c.id, c.website_id, case when c.id % 5 < 3 then 'given' else 'refused' end, 'full', $3::jsonb ->> (c.store_id - 1), c.created_at
  from customer c
 where c.id between $1::bigint and $2::bigint and c.id % 5 < 4`;
