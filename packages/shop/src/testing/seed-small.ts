import type { CartOwner, Store, Unit } from '@onbehalf/assist/ports';
import { loadStores } from '../stores/load-stores.ts';

/** Enough of a shop for a spec, and nothing of the demo's. Amounts in minor units. */
export interface SmallShop {
  /** USD, prices without tax, country US (tax 10 %). */
  us: Store;
  /** EUR, prices with tax, country DE (19 %); another website. */
  de: Store;
  /** Of the US store: customer price, price list, matrix; with an own address (default) in the US. */
  anna: SmallCustomer;
  /** Of the US store: nothing of his own but an address. */
  ben: SmallCustomer;
  /** Of the German store. */
  carla: SmallCustomer;
  /** `DRILL`: simple, stock 5, sold on both. `GLOVE`: simple, stock 500, US only. `MANUAL`: a download, no stock, both. */
  products: Readonly<Record<'DRILL' | 'GLOVE' | 'MANUAL', string>>;
  staff: { id: string; groupId: string; assistSessionId: string };
}

export interface SmallCustomer {
  id: string;
  addressId: string;
  owner: CartOwner;
}

/** Seeds an empty, migrated database. Needs the owner's rights: the app may not write a catalogue. */
export async function seedSmall(unit: Pick<Unit, 'query' | 'named'>): Promise<SmallShop> {
  await unit.query(STORES);
  await unit.query(SHIPPING);
  const products = await seedProducts(unit);
  const groups = await idsOf(unit, `insert into customer_group (code, name) values ('retail', '{"en":"Retail"}'), ('trade', '{"en":"Trade"}') returning code as key, id::text as id`);
  const stores = await loadStores(unit);
  const [us, de] = [storeOf(stores, 'us'), storeOf(stores, 'de')];
  const anna = await seedCustomer(unit, { name: 'Anna', store: us, groupId: need(groups, 'trade') });
  const ben = await seedCustomer(unit, { name: 'Ben', store: us, groupId: need(groups, 'retail') });
  const carla = await seedCustomer(unit, { name: 'Carla', store: de, groupId: need(groups, 'retail') });
  await seedPrices(unit, { anna: anna.id, tradeGroup: need(groups, 'trade') });
  return { us, de, anna, ben, carla, products, staff: await seedStaff(unit, anna) };
}

/** One more customer of a store, with a default address in the store's country. */
export async function seedCustomer(unit: Pick<Unit, 'query'>, { name, store, groupId }: { name: string; store: Store; groupId: string }): Promise<SmallCustomer> {
  const [customer] = await unit.query<{ id: string }>(
    `insert into customer (website_id, store_id, customer_group_id, email, first_name, last_name, company, confirmed_at)
     values ($1, $2, $3::bigint, $4, $5, 'Small', 'Small & Co', now()) returning id::text as id`,
    [store.websiteId, store.id, groupId, `${name.toLowerCase()}@customer.example`, name],
  );
  const id = only(customer).id;
  const [address] = await unit.query<{ id: string }>(
    `insert into customer_address (customer_id, is_default, name, street, postcode, city, country)
     values ($1::bigint, true, $2, '1 High Street', '12345', 'Town', $3) returning id::text as id`,
    [id, `${name} Small`, store.country],
  );
  return { id, addressId: only(address).id, owner: { customerId: id, customerGroupId: groupId, store, assistSessionId: null, cartKind: 'customer' } };
}

const STORES = `
with w as (insert into website (id, code, name) values (1, 'us', 'United States'), (2, 'eu', 'Europe')),
t as (insert into tax_rate (country, tax_class, basis_points) values ('US', 'standard', 1000), ('DE', 'standard', 1900), ('AT', 'standard', 2000)),
c as (insert into coupon (code, website_id, percent_basis_points, valid_from, valid_to) values
  ('TEN', null, 1000, null, null), ('EUONLY', 2, 500, null, null), ('GONE', null, 1000, null, '2020-01-01'))
insert into store (id, code, website_id, name, base, locale, currency, prices_include_tax, country, time_zone) values
  (1, 'us', 1, 'US store', '', 'en', 'USD', false, 'US', 'America/New_York'),
  (2, 'de', 2, 'German store', '/de', 'de', 'EUR', true, 'DE', 'Europe/Berlin')`;

const SHIPPING = `
with m as (
  insert into shipping_method (website_id, code, position, name, is_pickup, free_from)
  select w::smallint, code, position, jsonb_build_object('en', code::text, 'de', code::text, 'es', code::text), code = 'pickup', case when code = 'standard' then case w when 1 then 15000 else 12000 end end
    from (values (1), (2)) s (w), (values ('standard', 1), ('express', 2), ('pickup', 3)) v (code, position) returning id, website_id, code)
insert into shipping_rate (method_id, from_step, amount)
select id, 0, case code || website_id::text when 'standard1' then 950 when 'express1' then 2400 when 'standard2' then 690 else 1800 end from m where code <> 'pickup'`;

async function seedProducts(unit: Pick<Unit, 'query'>): Promise<SmallShop['products']> {
  await unit.query(`insert into category (code, slug, position, image, name, description) values
    ('tools', 'tools', 1, 'tools.svg', '{"en":"Tools","de":"Werkzeug"}', '{"en":"All tools"}'),
    ('empty', 'empty', 2, 'empty.svg', '{"en":"Empty"}', '{"en":"Nothing yet"}')`);
  const ids = await idsOf(unit, `
    insert into product (sku, slug, kind, category_id, position, image, name, summary, description, facts, unit, stock, search_text)
    select v.sku, lower(v.sku), v.kind, c.id, v.position, lower(v.sku) || '.svg', v.name::jsonb, '{"en":"A summary"}', '{"en":"A description"}',
           '[{"label":{"en":"Weight","de":"Gewicht"},"value":"2 kg"}]', '{"en":"piece","de":"Stück"}', v.stock, lower(v.sku || ' ' || v.words)
      from category c, (values
        ('DRILL', 'simple', 1, '{"en":"Cordless drill","de":"Akkubohrer"}', 5, 'cordless drill akkubohrer'),
        ('GLOVE', 'simple', 2, '{"en":"Work glove"}', 500, 'work glove'),
        ('MANUAL', 'downloadable', 3, '{"en":"Repair manual"}', null, 'repair manual')) v (sku, kind, position, name, stock, words)
     where c.code = 'tools' returning sku as key, id::text as id`);
  await unit.query(`insert into product_website (product_id, website_id)
    select id, 1 from product union all select id, 2 from product where sku <> 'GLOVE'`);
  return { DRILL: need(ids, 'DRILL'), GLOVE: need(ids, 'GLOVE'), MANUAL: need(ids, 'MANUAL') };
}

/** DRILL in the US: base 100.00, 10 or more 85.00; trade group 98.00; list 90.00; Anna 95.00. GLOVE: matrix for Anna 4.00. */
async function seedPrices(unit: Pick<Unit, 'query'>, { anna, tradeGroup }: { anna: string; tradeGroup: string }): Promise<void> {
  await unit.query(`insert into price_list (website_id, name, active) values (1, 'Pricelist A', true), (1, 'Not hers', true), (1, 'Asleep', false)`);
  await unit.query(
    `insert into customer_price_list (customer_id, price_list_id) select $1::bigint, id from price_list where name <> 'Not hers'`,
    [anna],
  );
  await unit.query(
    `insert into price (website_id, source, product_id, price_list_id, customer_id, customer_group_id, min_quantity, amount)
     select v.website, v.source, p.id, l.id, case when v.source in ('customer', 'matrix') then $1::bigint end,
            case when v.source = 'group' then $2::bigint end, v.from_pieces, v.amount
       from (values
         (1, 'base', 'DRILL', null, 1, 10000), (1, 'base', 'DRILL', null, 10, 8500), (1, 'group', 'DRILL', null, 1, 9800),
         (1, 'price-list', 'DRILL', 'Pricelist A', 1, 9000), (1, 'price-list', 'DRILL', 'Not hers', 1, 100),
         (1, 'price-list', 'DRILL', 'Asleep', 1, 200), (1, 'customer', 'DRILL', null, 1, 9500),
         (1, 'base', 'GLOVE', null, 1, 500), (1, 'matrix', 'GLOVE', null, 1, 400), (1, 'base', 'MANUAL', null, 1, 2000),
         (2, 'base', 'DRILL', null, 1, 11900), (2, 'base', 'MANUAL', null, 1, 2380)
       ) v (website, source, sku, list, from_pieces, amount)
       join product p on p.sku = v.sku left join price_list l on l.name = v.list`,
    [anna, tradeGroup],
  );
}

async function seedStaff(unit: Pick<Unit, 'query'>, customer: SmallCustomer): Promise<SmallShop['staff']> {
  const [staff] = await unit.query<{ id: string; groupId: string }>(
    `with r as (insert into role (name, resources_mode) values ('Everything', 'all') returning id),
          g as (insert into staff_group (name) values ('Sales') returning id)
     insert into staff (first_name, last_name, email, role_id, staff_group_id, password_hash)
     select 'Sam', 'Seller', 'sam@staff.example', r.id, g.id, 'none' from r, g
     returning id::text as id, staff_group_id::text as "groupId"`,
  );
  const { id, groupId } = only(staff);
  const [session] = await unit.query<{ id: string }>(
    `with s as (
       insert into staff_session (id, token_hash, staff_id, kind, created_at, last_used_at)
       values (gen_random_uuid(), sha256('staff'), $1::bigint, 'browser', now(), now()) returning id)
     insert into assist_session (id, token_hash, kind, staff_session_id, actor_id, subject_id, store_id, mode, actor_name,
                                 subject_name, staff_group_id, started_at, hard_limit_at)
     select gen_random_uuid(), sha256('assist'), 'browser', s.id, $1::bigint, $2::bigint, $3::smallint, 'full', 'Sam Seller',
            'Anna Small', $4::bigint, now(), now() + interval '8 hours' from s returning id::text as id`,
    [id, customer.id, customer.owner.store.id, groupId],
  );
  return { id, groupId, assistSessionId: only(session).id };
}

async function idsOf(unit: Pick<Unit, 'query'>, insert: string): Promise<Map<string, string>> {
  const rows = await unit.query<{ key: string; id: string }>(insert);
  return new Map(rows.map(({ key, id }) => [key, id]));
}

const storeOf = (stores: readonly Store[], code: string): Store => only(stores.find((store) => store.code === code));

const need = (ids: ReadonlyMap<string, string>, key: string): string => only(ids.get(key));

function only<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('The fixture is incomplete');
  return value;
}
