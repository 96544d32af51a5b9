import { err, ok, type Refusal, type Result } from '@onbehalf/core';
import type { Unit } from '@onbehalf/assist/ports';
import type { CustomerStatus } from './customers.ts';
import { parseEmail } from './email.ts';
import { isRowId } from './ids.ts';
import { INFORMATION_RULES, type Information } from './information.ts';
import { parseTexts } from './text-fields.ts';

/** What an administrator keeps of an account; the website it belongs to stays (G2). */
export interface AccountFields extends Information {
  email: string;
  externalId: string;
  storeId: number;
  groupId: string;
  status: CustomerStatus;
  confirmed: boolean;
  /** Days to pay of his own; null: the website's. A company's buyer has the company's (G3). */
  paymentDays: number | null;
}

/** Both states, for the record (E1). */
export interface AccountChange {
  before: AccountFields;
  after: AccountFields;
  changed: (keyof AccountFields)[];
}

export interface NewAccount extends Omit<AccountFields, 'status' | 'confirmed' | 'paymentDays'> {
  /** Null until the customer has chosen one by the link in his mail. */
  passwordHash: string | null;
  newsletter: boolean;
}

const COLUMNS = `
  c.first_name as "firstName", c.last_name as "lastName", c.phone, c.company, c.vat_number as "vatNumber", c.email,
  c.external_id as "externalId", c.store_id::int as "storeId", c.customer_group_id::text as "groupId", c.status,
  c.confirmed_at is not null as confirmed, c.payment_days::int as "paymentDays"`;

const LOCK = `select ${COLUMNS}, c.website_id::int as "websiteId", c.company_id is not null as "ofCompany" from customer c where c.id = $1::bigint for no key update`;

// Only what has changed is named, so that a trigger which watches a column is not woken for nothing (B9).
const UPDATE = `
update customer set first_name = $2, last_name = $3, phone = $4, company = $5, vat_number = $6, email = $7, external_id = $8, store_id = $9
 where id = $1::bigint`;
const UPDATE_GROUP = 'update customer set customer_group_id = $2::bigint where id = $1::bigint';
const UPDATE_STATUS = 'update customer set status = $2 where id = $1::bigint';
const UPDATE_DAYS = 'update customer set payment_days = $2 where id = $1::bigint';
const UPDATE_CONFIRMED = 'update customer set confirmed_at = case when $2::boolean then $3::timestamptz end where id = $1::bigint';

const INSERT = `
insert into customer (website_id, store_id, customer_group_id, email, external_id, first_name, last_name, company, vat_number, phone, password_hash, newsletter, created_at)
select st.website_id, st.id, $2::bigint, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12 from store st where st.id = $1::smallint
returning id::text as id`;

/** Changes an account. In a transaction. Refuses at each field: 'invalid-input', 'email-invalid', 'email-taken'; 'not-found' without such a customer. */
export async function changeAccount(unit: Unit, customerId: string, { fields, at, shared }: { fields: AccountFields; at: Date; shared: boolean }): Promise<Result<AccountChange, Refusal[]>> {
  if (!isRowId(customerId)) return err([{ code: 'not-found' }]);
  const [row] = await unit.query<AccountFields & { websiteId: number; ofCompany: boolean }>(LOCK, [customerId]);
  if (row === undefined) return err([{ code: 'not-found' }]);
  const { websiteId, ofCompany, ...before } = row;
  // A buyer's company, VAT number and group are the company's (G2).
  const asked = ofCompany ? { ...fields, company: before.company, vatNumber: before.vatNumber, groupId: before.groupId, paymentDays: before.paymentDays } : fields;
  const checked = await checkFields(unit, { websiteId, shared, exceptId: customerId }, asked);
  if (!checked.ok) return checked;
  const after = { ...checked.value, status: fields.status, confirmed: fields.confirmed, paymentDays: asked.paymentDays };
  const changed = changedFields(before, after);
  if (changed.length > 0) await write(unit, customerId, { after, changed, at });
  return ok({ before, after, changed });
}

async function write(unit: Unit, customerId: string, { after, changed, at }: { after: AccountFields; changed: readonly (keyof AccountFields)[]; at: Date }): Promise<void> {
  const { firstName, lastName, phone, company, vatNumber, email, externalId, storeId } = after;
  await unit.query(UPDATE, [customerId, firstName, lastName, phone, company, vatNumber, email, externalId, storeId]);
  if (changed.includes('groupId')) await unit.query(UPDATE_GROUP, [customerId, after.groupId]);
  if (changed.includes('status')) await unit.query(UPDATE_STATUS, [customerId, after.status]);
  if (changed.includes('paymentDays')) await unit.query(UPDATE_DAYS, [customerId, after.paymentDays]);
  if (changed.includes('confirmed')) await unit.query(UPDATE_CONFIRMED, [customerId, after.confirmed, at]);
}

/** Days to pay that a customer has of his own; null: none. */
export async function paymentDaysOfCustomer(unit: Unit, customerId: string): Promise<number | null> {
  const [row] = await unit.query<{ days: number | null }>('select payment_days::int as days from customer where id = $1::bigint', [customerId]);
  return row?.days ?? null;
}

/** Makes an account that nobody has confirmed yet. In a transaction. Refuses as changeAccount does. */
export async function createAccount(unit: Unit, account: NewAccount, { at, shared }: { at: Date; shared: boolean }): Promise<Result<{ id: string; email: string }, Refusal[]>> {
  const [store] = await unit.query<{ websiteId: number }>('select website_id::int as "websiteId" from store where id = $1 and active', [account.storeId]);
  if (store === undefined) return err([{ code: 'invalid-input', field: 'store' }]);
  const checked = await checkFields(unit, { websiteId: store.websiteId, shared, exceptId: null }, account);
  if (!checked.ok) return checked;
  const { email, externalId, firstName, lastName, company, vatNumber, phone } = checked.value;
  const [row] = await unit.query<{ id: string }>(INSERT, [account.storeId, account.groupId, email, externalId, firstName, lastName, company, vatNumber, phone, account.passwordHash, account.newsletter, at]);
  return row === undefined ? err([{ code: 'invalid-input', field: 'store' }]) : ok({ id: row.id, email });
}

type Checked = Omit<AccountFields, 'status' | 'confirmed' | 'paymentDays'>;
/** Shared accounts are customers of every website, so that an address stands for one account in all of them (G2). */
type Place = { websiteId: number; shared: boolean; exceptId: string | null };

async function checkFields(unit: Unit, place: Place, fields: Checked): Promise<Result<Checked, Refusal[]>> {
  const { firstName, lastName, phone, company, vatNumber, externalId, storeId, groupId } = fields;
  const texts = parseTexts<keyof Information | 'externalId'>({ firstName, lastName, phone, company, vatNumber, externalId }, { ...INFORMATION_RULES, externalId: { most: 60 } }, 'invalid-input');
  const email = parseEmail(fields.email);
  const refusals: Refusal[] = [...(texts.ok ? [] : texts.error), ...(email === null ? [{ code: 'email-invalid', field: 'email' } as const] : [])];
  refusals.push(...(await placeRefusals(unit, place, { storeId, groupId })));
  if (email !== null && (await isTaken(unit, place, email))) refusals.push({ code: 'email-taken', field: 'email' });
  if (refusals.length > 0 || !texts.ok || email === null) return err(refusals);
  return ok({ ...texts.value, email, storeId, groupId });
}

async function placeRefusals(unit: Unit, { websiteId }: Place, { storeId, groupId }: { storeId: number; groupId: string }): Promise<Refusal[]> {
  const [row] = await unit.query<{ store: boolean; group: boolean }>(
    `select exists (select from store where id = $1::integer and website_id = $2) as store, exists (select from customer_group where id = $3::bigint) as "group"`,
    [storeId, websiteId, isRowId(groupId) ? groupId : null],
  );
  return [...(row?.store === true ? [] : [{ code: 'invalid-input', field: 'store' } as const]), ...(row?.group === true ? [] : [{ code: 'invalid-input', field: 'group' } as const])];
}

// Whoever else writes this address waits here, so that two at once don't both find it free.
async function isTaken(unit: Unit, { websiteId, shared, exceptId }: Place, email: string): Promise<boolean> {
  await unit.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`customer-email:${email}`]);
  const rows = await unit.query('select 1 from customer where (website_id = $1 or $4::boolean) and email = $2 and id is distinct from $3::bigint', [websiteId, email, exceptId, shared]);
  return rows.length > 0;
}

const FIELDS = ['firstName', 'lastName', 'phone', 'company', 'vatNumber', 'email', 'externalId', 'storeId', 'groupId', 'status', 'confirmed', 'paymentDays'] as const satisfies readonly (keyof AccountFields)[];

const changedFields = (before: AccountFields, after: AccountFields): (keyof AccountFields)[] => FIELDS.filter((field) => before[field] !== after[field]);
