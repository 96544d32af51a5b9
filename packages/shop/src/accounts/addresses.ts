import { err, MOST_ADDRESSES, ok, type Refusal, type Result } from '@onbehalf/core';
import type { Unit } from '@onbehalf/assist/ports';
import { parseAddress, type AddressFields, type CustomerAddress } from './address.ts';
import { isRowId } from './ids.ts';

const COLUMNS = `
  a.id::text as id, a.is_default as "isDefault", a.is_default_billing as "isDefaultBilling", a.name, a.company, a.street, a.postcode, a.city, a.region,
  a.country::text as country, a.phone`;

/** Whose book it is: a customer's, by id, or a company's (G2). */
export type AddressBook = string | { companyId: string };

type Place = 'customer' | 'company';

// One text per kind of book; the id is always the first parameter.
const sqlOf = (place: Place) => {
  const own = `${place}_id = $1::bigint`;
  return {
    list: `select ${COLUMNS} from customer_address a where a.${own} order by a.is_default desc, a.is_default_billing desc, a.id`,
    one: `select ${COLUMNS} from customer_address a where a.${own} and a.id = $2::bigint`,
    // One after the other per book, so that two at once can't both become the default, nor go beyond the most.
    queue: `select 1 from ${place} where id = $1::bigint for no key update`,
    clearShipping: `update customer_address set is_default = false where ${own} and is_default and id is distinct from $2::bigint`,
    clearBilling: `update customer_address set is_default_billing = false where ${own} and is_default_billing and id is distinct from $2::bigint`,
    add: `
insert into customer_address as a (${place}_id, is_default, is_default_billing, name, company, street, postcode, city, region, country, phone)
select $1::bigint, $2::boolean or not exists (select from customer_address o where o.${own} and o.is_default),
       $3::boolean or not exists (select from customer_address o where o.${own} and o.is_default_billing), $4, $5, $6, $7, $8, $9, $10, $11
 where (select count(*) from customer_address o where o.${own}) < ${MOST_ADDRESSES}
returning ${COLUMNS}`,
    change: `
update customer_address a
   set is_default = a.is_default or $3::boolean, is_default_billing = a.is_default_billing or $4::boolean, name = $5, company = $6, street = $7,
       postcode = $8, city = $9, region = $10, country = $11, phone = $12
 where a.${own} and a.id = $2::bigint
returning ${COLUMNS}`,
    remove: `delete from customer_address a where a.${own} and a.id = $2::bigint returning ${COLUMNS}`,
    nextShipping: `update customer_address set is_default = true where id = (select min(id) from customer_address where ${own})`,
    nextBilling: `update customer_address set is_default_billing = true where id = (select min(id) from customer_address where ${own})`,
  };
};

const SQL = { customer: sqlOf('customer'), company: sqlOf('company') } as const;

const placeOf = (book: AddressBook): { place: Place; id: string } => (typeof book === 'string' ? { place: 'customer', id: book } : { place: 'company', id: book.companyId });

/** What an address form says: the fields, and whether it becomes the default one for goods or for invoices. */
export type AddressInput = AddressFields & { isDefault: boolean; isDefaultBilling?: boolean };

/** The addresses of a book, the default ones first. */
export async function addressesOf(unit: Unit, book: AddressBook): Promise<CustomerAddress[]> {
  const { place, id } = placeOf(book);
  return unit.named<CustomerAddress>(`shop-addresses-${place}`, SQL[place].list, [id]);
}

/** One of the book's own addresses; another's is not found. */
export async function addressOf(unit: Unit, book: AddressBook, id: string): Promise<CustomerAddress | null> {
  if (!isRowId(id)) return null;
  const { place, id: owner } = placeOf(book);
  const [row] = await unit.named<CustomerAddress>(`shop-address-${place}`, SQL[place].one, [owner, id]);
  return row ?? null;
}

/** Adds an address; the first one becomes the default. In a transaction. Refuses with 'address-invalid' per field, and 'address-book-full'. */
export async function addAddress(unit: Unit, book: AddressBook, input: AddressInput): Promise<Result<CustomerAddress, Refusal[]>> {
  const parsed = parseAddress(input);
  if (!parsed.ok) return parsed;
  const { place, id } = placeOf(book);
  await unit.query(SQL[place].queue, [id]);
  await clearDefaults(unit, book, { exceptId: null, input });
  const [added] = await unit.query<CustomerAddress>(SQL[place].add, [id, input.isDefault, input.isDefaultBilling === true, ...columnsOf(parsed.value)]);
  return added === undefined ? err([{ code: 'address-book-full', facts: { most: MOST_ADDRESSES } }]) : ok(added);
}

/** Changes one of the book's own; a default one stays it until another becomes it. In a transaction. Refuses also with 'address-missing'. */
export async function changeAddress(unit: Unit, book: AddressBook, change: { id: string; input: AddressInput }): Promise<Result<CustomerAddress, Refusal[]>> {
  const parsed = parseAddress(change.input);
  if (!parsed.ok) return parsed;
  const found = await queuedAddress(unit, book, change.id);
  if (found === null) return err([{ code: 'address-missing' }]);
  await clearDefaults(unit, book, { exceptId: change.id, input: change.input });
  const { place, id } = placeOf(book);
  return oneOf(await unit.query<CustomerAddress>(SQL[place].change, [id, change.id, change.input.isDefault, change.input.isDefaultBilling === true, ...columnsOf(parsed.value)]));
}

/** Makes one of the book's own addresses the default for goods or for invoices. In a transaction. Refuses with 'address-missing'. */
export async function makeDefaultAddress(unit: Unit, book: AddressBook, { id, use }: { id: string; use: 'shipping' | 'billing' }): Promise<Result<CustomerAddress, Refusal[]>> {
  const found = await queuedAddress(unit, book, id);
  return found === null
    ? err([{ code: 'address-missing' }])
    : changeAddress(unit, book, { id, input: { ...found, isDefault: use === 'shipping', isDefaultBilling: use === 'billing' } });
}

/** Removes one of the book's own; the oldest other one becomes the default if it was it. In a transaction. Refuses with 'address-missing'. */
export async function removeAddress(unit: Unit, book: AddressBook, id: string): Promise<Result<CustomerAddress, Refusal[]>> {
  if ((await queuedAddress(unit, book, id)) === null) return err([{ code: 'address-missing' }]);
  const { place, id: owner } = placeOf(book);
  const removed = await unit.query<CustomerAddress>(SQL[place].remove, [owner, id]);
  if (removed[0]?.isDefault === true) await unit.query(SQL[place].nextShipping, [owner]);
  if (removed[0]?.isDefaultBilling === true) await unit.query(SQL[place].nextBilling, [owner]);
  return oneOf(removed);
}

async function clearDefaults(unit: Unit, book: AddressBook, { exceptId, input }: { exceptId: string | null; input: AddressInput }): Promise<void> {
  const { place, id } = placeOf(book);
  if (input.isDefault) await unit.query(SQL[place].clearShipping, [id, exceptId]);
  if (input.isDefaultBilling === true) await unit.query(SQL[place].clearBilling, [id, exceptId]);
}

async function queuedAddress(unit: Unit, book: AddressBook, id: string): Promise<CustomerAddress | null> {
  const { place, id: owner } = placeOf(book);
  await unit.query(SQL[place].queue, [owner]);
  return addressOf(unit, book, id);
}

const oneOf = ([row]: CustomerAddress[]): Result<CustomerAddress, Refusal[]> =>
  row === undefined ? err([{ code: 'address-missing' }]) : ok(row);

const columnsOf = (a: AddressFields): string[] => [a.name, a.company, a.street, a.postcode, a.city, a.region, a.country, a.phone];
