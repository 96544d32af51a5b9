import { err, ok, type Refusal, type Result } from '@onbehalf/core';
import type { Unit } from '@onbehalf/assist/ports';
import { parseAddress, type AddressFields, type CustomerAddress } from './address.ts';
import { isRowId } from './ids.ts';

const COLUMNS = `
  a.id::text as id, a.is_default as "isDefault", a.name, a.company, a.street, a.postcode, a.city, a.region,
  a.country::text as country, a.phone`;

const LIST = `select ${COLUMNS} from customer_address a where a.customer_id = $1::bigint order by a.is_default desc, a.id`;
const ONE = `select ${COLUMNS} from customer_address a where a.customer_id = $1::bigint and a.id = $2::bigint`;

// One after the other per customer, so that two at once can't both become the default.
const QUEUE = 'select 1 from customer where id = $1::bigint for no key update';
const CLEAR_DEFAULT = 'update customer_address set is_default = false where customer_id = $1::bigint and is_default and id is distinct from $2::bigint';

const ADD = `
insert into customer_address as a (customer_id, is_default, name, company, street, postcode, city, region, country, phone)
select $1::bigint, $2::boolean or not exists (select from customer_address o where o.customer_id = $1::bigint and o.is_default),
       $3, $4, $5, $6, $7, $8, $9, $10
returning ${COLUMNS}`;

const CHANGE = `
update customer_address a
   set is_default = a.is_default or $3::boolean, name = $4, company = $5, street = $6, postcode = $7, city = $8,
       region = $9, country = $10, phone = $11
 where a.customer_id = $1::bigint and a.id = $2::bigint
returning ${COLUMNS}`;

const REMOVE = `delete from customer_address a where a.customer_id = $1::bigint and a.id = $2::bigint returning ${COLUMNS}`;

const NEXT_DEFAULT = `
update customer_address set is_default = true
 where id = (select min(id) from customer_address where customer_id = $1::bigint)`;

/** What an address form says: the fields, and whether it becomes the default one. */
export type AddressInput = AddressFields & { isDefault: boolean };

/** The customer's addresses, the default one first. */
export const addressesOf = (unit: Unit, customerId: string): Promise<CustomerAddress[]> =>
  unit.named<CustomerAddress>('shop-addresses', LIST, [customerId]);

/** One of the customer's own addresses; another's is not found. */
export async function addressOf(unit: Unit, customerId: string, id: string): Promise<CustomerAddress | null> {
  if (!isRowId(id)) return null;
  const [row] = await unit.named<CustomerAddress>('shop-address', ONE, [customerId, id]);
  return row ?? null;
}

/** Adds an address; the first one becomes the default. In a transaction. Refuses with 'address-invalid' per field. */
export async function addAddress(unit: Unit, customerId: string, input: AddressInput): Promise<Result<CustomerAddress, Refusal[]>> {
  const parsed = parseAddress(input);
  if (!parsed.ok) return parsed;
  await unit.query(QUEUE, [customerId]);
  if (input.isDefault) await unit.query(CLEAR_DEFAULT, [customerId, null]);
  return oneOf(await unit.query<CustomerAddress>(ADD, [customerId, input.isDefault, ...columnsOf(parsed.value)]));
}

/** Changes one of the customer's own; the default one stays it until another becomes it. In a transaction. Refuses also with 'address-missing'. */
export async function changeAddress(unit: Unit, customerId: string, change: { id: string; input: AddressInput }): Promise<Result<CustomerAddress, Refusal[]>> {
  const parsed = parseAddress(change.input);
  if (!parsed.ok) return parsed;
  const found = await queuedAddress(unit, customerId, change.id);
  if (found === null) return err([{ code: 'address-missing' }]);
  if (change.input.isDefault) await unit.query(CLEAR_DEFAULT, [customerId, change.id]);
  return oneOf(await unit.query<CustomerAddress>(CHANGE, [customerId, change.id, change.input.isDefault, ...columnsOf(parsed.value)]));
}

/** Makes one of the customer's own addresses the default. In a transaction. Refuses with 'address-missing'. */
export async function makeDefaultAddress(unit: Unit, customerId: string, id: string): Promise<Result<CustomerAddress, Refusal[]>> {
  const found = await queuedAddress(unit, customerId, id);
  return found === null
    ? err([{ code: 'address-missing' }])
    : changeAddress(unit, customerId, { id, input: { ...found, isDefault: true } });
}

/** Removes one of the customer's own; the oldest other one becomes the default if it was it. In a transaction. Refuses with 'address-missing'. */
export async function removeAddress(unit: Unit, customerId: string, id: string): Promise<Result<CustomerAddress, Refusal[]>> {
  if ((await queuedAddress(unit, customerId, id)) === null) return err([{ code: 'address-missing' }]);
  const removed = await unit.query<CustomerAddress>(REMOVE, [customerId, id]);
  if (removed[0]?.isDefault === true) await unit.query(NEXT_DEFAULT, [customerId]);
  return oneOf(removed);
}

async function queuedAddress(unit: Unit, customerId: string, id: string): Promise<CustomerAddress | null> {
  await unit.query(QUEUE, [customerId]);
  return addressOf(unit, customerId, id);
}

const oneOf = ([row]: CustomerAddress[]): Result<CustomerAddress, Refusal[]> =>
  row === undefined ? err([{ code: 'address-missing' }]) : ok(row);

const columnsOf = (a: AddressFields): string[] => [a.name, a.company, a.street, a.postcode, a.city, a.region, a.country, a.phone];
