import type { Unit } from '@onbehalf/assist/ports';

export interface ListedPriceList {
  id: string;
  websiteId: number;
  name: string;
  validFrom: Date | null;
  validTo: Date | null;
  active: boolean;
  customers: number;
  prices: number;
}

const LISTS = `
select l.id::text as id, l.website_id as "websiteId", l.name, l.valid_from as "validFrom", l.valid_to as "validTo", l.active,
  (select count(*) from customer_price_list m where m.price_list_id = l.id)::integer as customers,
  (select count(*) from price r where r.price_list_id = l.id)::integer as prices
  from price_list l`;

/** Every price list by name; there are few. */
export const priceLists = (unit: Unit): Promise<ListedPriceList[]> => unit.named<ListedPriceList>('price-lists', `${LISTS} order by lower(l.name), l.website_id, l.id`, []);

export async function priceListById(unit: Unit, id: string): Promise<ListedPriceList | null> {
  const [row] = await unit.named<ListedPriceList>('price-list-by-id', `${LISTS} where l.id = $1::bigint`, [id]);
  return row ?? null;
}

export interface PriceListTerms {
  name: string;
  validFrom: Date | null;
  validTo: Date | null;
  active: boolean;
}

/** The new list's id; null where the website has one of that name. */
export async function addPriceList(unit: Unit, websiteId: number, { name, validFrom, validTo, active }: PriceListTerms): Promise<string | null> {
  const [row] = await unit.query<{ id: string }>(
    'insert into price_list (website_id, name, valid_from, valid_to, active) values ($1, $2, $3, $4, $5) on conflict (website_id, lower(name)) do nothing returning id::text as id',
    [websiteId, name, validFrom, validTo, active],
  );
  return row?.id ?? null;
}

/** False where another list of the website has that name. */
export async function changePriceList(unit: Unit, id: string, { name, validFrom, validTo, active }: PriceListTerms): Promise<boolean> {
  // Two lists taking one name at once: the unique index keeps the second out, this condition says so in time.
  const changed = await unit.query(
    `update price_list l set name = $2, valid_from = $3, valid_to = $4, active = $5
      where l.id = $1::bigint and not exists (select 1 from price_list o where o.website_id = l.website_id and lower(o.name) = lower($2) and o.id <> l.id) returning l.id`,
    [id, name, validFrom, validTo, active],
  );
  return changed.length > 0;
}

export interface ListedMember {
  id: string;
  name: string;
  company: string;
  email: string;
}

/** The customers a list is for, by id; `after` is the last one seen. */
export const membersOf = (unit: Unit, listId: string, { after, limit }: { after: string | null; limit: number }): Promise<ListedMember[]> =>
  unit.named<ListedMember>('price-list-members', `
    select c.id::text as id, c.first_name || ' ' || c.last_name as name, c.company, c.email
      from customer_price_list m join customer c on c.id = m.customer_id
     where m.price_list_id = $1::bigint and ($2::bigint is null or m.customer_id > $2) order by m.customer_id limit $3`, [listId, after, limit]);

/** False where the customer has the list already. */
export async function addMember(unit: Unit, listId: string, customerId: string): Promise<boolean> {
  const added = await unit.query(
    'insert into customer_price_list (customer_id, price_list_id) values ($2::bigint, $1::bigint) on conflict do nothing returning customer_id', [listId, customerId]);
  return added.length > 0;
}

/** False where the customer doesn't have the list. */
export async function removeMember(unit: Unit, listId: string, customerId: string): Promise<boolean> {
  const removed = await unit.query(
    'delete from customer_price_list where price_list_id = $1::bigint and customer_id = $2::bigint returning customer_id', [listId, customerId]);
  return removed.length > 0;
}
