import type { Unit } from '@onbehalf/assist';
import { inBatches, scatter, type Progress } from './batches.ts';

const BATCH = 25_000;

/** Further past orders of one to three lines at base prices, picked up, each with the customer's member of staff as its owner. */
export async function addOrders(unit: Unit, count: number, progress: Progress): Promise<void> {
  await unit.query(`create temp table bulk_buyer on commit drop as
    select row_number() over (order by c.id) as turn, c.id, c.website_id, c.store_id, s.currency, s.locale, s.prices_include_tax, t.basis_points as tax,
           c.first_name || ' ' || c.last_name as name, c.company, c.email, a.id as staff_id, a.first_name || ' ' || a.last_name as staff_name,
           coalesce(a.commission_basis_points, 0) as rate, jsonb_build_object('name', d.name, 'company', d.company, 'street', d.street,
             'postcode', d.postcode, 'city', d.city, 'region', d.region, 'country', d.country::text, 'phone', d.phone) as address
      from customer c
      join store s on s.id = c.store_id join tax_rate t on t.country = s.country and t.tax_class = 'standard'
      join customer_address d on d.customer_id = c.id and d.is_default
      left join customer_staff cs on cs.customer_id = c.id and cs.is_primary left join staff a on a.id = cs.staff_id`);
  await unit.query('create unique index on bulk_buyer (turn)');
  await unit.query('analyze bulk_buyer');
  await unit.query(`create temp table bulk_product on commit drop as
    select row_number() over (partition by r.website_id order by p.id) as turn, count(*) over (partition by r.website_id) as turns, r.website_id, p.id, p.sku, p.name, p.image, p.kind, r.amount
      from product p join price r on r.product_id = p.id and r.source = 'base' and r.min_quantity = 1 and r.amount is not null`);
  await unit.query('analyze bulk_product');
  const [before] = await unit.query<{ orders: number }>('select count(*)::int as orders from purchase');
  await inBatches(count, BATCH, (first, last) => unit.query(ORDERS, [first, last, before?.orders ?? 0, count]), progress);
  await unit.query(`update customer c set last_order_at = p.latest
    from (select customer_id, max(placed_at) as latest from purchase group by customer_id) as p
   where p.customer_id = c.id and c.last_order_at is distinct from p.latest`);
}

// Amounts as core reckons them: tax rounded half up per line, commission half up on the sum without tax.
const ORDERS = `
with planned as materialized (
  select n, b.*, nextval('order_number')::text as number, n + $3::bigint as place,
         now() - interval '400 days' * (($4::bigint - n + 1)::float8 / ($4::bigint + 1)) as placed_at
    from generate_series($1::bigint, $2::bigint) as n
    join bulk_buyer b on b.turn = 1 + ${scatter('n', 11, '(select count(*) from bulk_buyer)')}),
line as materialized (
  select o.n, l as position, p.id as product_id, p.sku, coalesce(p.name->>o.locale, p.name->>'en') as name, p.image, p.kind, q.quantity, p.amount, o.tax as rate, x.gross, x.tax
    from planned o
   cross join lateral generate_series(1, 1 + ${scatter('o.n', 12, '3')}) as l
   cross join lateral (select 1 + ${scatter('o.n * 4 + l', 13, '6')} as quantity) as q
    join bulk_product p on p.website_id = o.website_id
     and p.turn = 1 + (${scatter('o.n', 14, '60')} + l * 7) % p.turns
   cross join lateral (select p.amount * q.quantity as given) as g
   cross join lateral (
     select case when o.prices_include_tax then g.given else g.given + (2 * g.given * o.tax + 10000) / 20000 end as gross,
            case when o.prices_include_tax then (2 * g.given * o.tax + 10000 + o.tax) / (2 * (10000 + o.tax)) else (2 * g.given * o.tax + 10000) / 20000 end as tax) as x),
total as (select n, sum(gross)::bigint as gross, sum(tax)::bigint as tax from line group by n),
made as (
  insert into purchase (number, checkout_key, customer_id, website_id, store_id, placed_at, status, currency, prices_include_tax, subtotal, discount,
      shipping, tax, total, shipping_method, payment_method, shipping_address, billing_address, customer_name, customer_company, customer_email, channel,
      owner_staff_id, owner_staff_name, commission_basis, commission_basis_points, commission)
  select o.number, 'bulk-' || o.place, o.id, o.website_id, o.store_id, o.placed_at, case when o.n % 29 = 0 then 'cancelled' else 'complete' end, o.currency,
         o.prices_include_tax, case when o.prices_include_tax then t.gross else t.gross - t.tax end, 0, 0, t.tax, t.gross, 'pickup', 'on-account', o.address,
         o.address, o.name, o.company, o.email, 'self', o.staff_id, o.staff_name, case when o.staff_id is not null then 'total-excluding-tax' end,
         case when o.staff_id is not null then o.rate end, case when o.staff_id is not null then (2 * (t.gross - t.tax) * o.rate + 10000) / 20000 end
    from planned o join total t on t.n = o.n
   order by o.n
  returning id, number, placed_at, status, owner_staff_id, owner_staff_name, commission),
ledger as (
  insert into commission_line (purchase_id, staff_id, staff_name, at, kind, state, amount)
  select m.id, m.owner_staff_id, m.owner_staff_name, m.placed_at + e.later, e.kind, e.state, e.sign * m.commission
    from made m, (values ('placed', 'pending', 1, interval '0'), ('earned', 'pending', -1, interval '6 days'), ('earned', 'earned', 1, interval '6 days')) as e (kind, state, sign, later)
   where m.owner_staff_id is not null and m.commission > 0 and m.status <> 'cancelled')
insert into purchase_line (purchase_id, position, product_id, sku, name, image, product_kind, quantity, unit_minor, catalogue_minor, tax_basis_points, net, tax, discount, gross, commission_basis_points)
select m.id, l.position, l.product_id, l.sku, l.name, l.image, l.kind, l.quantity, l.amount, l.amount, l.rate, l.gross - l.tax, l.tax, 0, l.gross, case when o.staff_id is not null then o.rate end
  from made m join planned o on o.number = m.number join line l on l.n = o.n`;
