import type { Unit } from '@onbehalf/assist/ports';
import { isRowId } from './ids.ts';

export type CustomerStatus = 'active' | 'inactive' | 'blocked' | 'suspended';

export interface Customer {
  id: string;
  websiteId: number;
  storeId: number;
  groupId: string;
  email: string;
  externalId: string;
  firstName: string;
  lastName: string;
  company: string;
  vatNumber: string;
  phone: string;
  status: CustomerStatus;
  confirmedAt: Date | null;
  newsletter: boolean;
  lastOrderAt: Date | null;
}

/** For logging in and nothing else; never shown to anybody (B16). */
export interface CustomerCredentials extends Customer {
  passwordHash: string | null;
}

/** Select list of {@link Customer} over customer c. */
export const CUSTOMER_COLUMNS = `
  c.id::text as id, c.website_id::int as "websiteId", c.store_id::int as "storeId", c.customer_group_id::text as "groupId",
  c.email, c.external_id as "externalId", c.first_name as "firstName", c.last_name as "lastName", c.company,
  c.vat_number as "vatNumber", c.phone, c.status, c.confirmed_at as "confirmedAt", c.newsletter,
  c.last_order_at as "lastOrderAt"`;

const BY_EMAIL_ANYWHERE = `select ${CUSTOMER_COLUMNS}, c.password_hash as "passwordHash" from customer c where c.email = $1 limit 2`;
const BY_EMAIL = `select ${CUSTOMER_COLUMNS}, c.password_hash as "passwordHash" from customer c where c.website_id = $1::smallint and c.email = $2`;
const BY_ID = `select ${CUSTOMER_COLUMNS} from customer c where c.id = $1::bigint`;

/** The account with that e-mail on a website, with its password's hash: websites don't share customers. */
export async function customerByEmail(unit: Unit, websiteId: number, email: string): Promise<CustomerCredentials | null> {
  const [row] = await unit.named<CustomerCredentials>('shop-customer-email', BY_EMAIL, [websiteId, email.trim().toLowerCase()]);
  return row ?? null;
}

/** As customerByEmail where websites share their accounts (G2). Null where two websites hold that address: nobody is guessed at. */
export async function sharedCustomerByEmail(unit: Unit, email: string): Promise<CustomerCredentials | null> {
  const [row, another] = await unit.named<CustomerCredentials>('shop-customer-email-anywhere', BY_EMAIL_ANYWHERE, [email.trim().toLowerCase()]);
  return row === undefined || another !== undefined ? null : row;
}

const TWICE = 'select count(*)::int as "twice" from (select 1 from customer group by email having count(*) > 1) twice';

/** E-mail addresses with an account on more than one website: none of them could be shared. */
export async function emailsOnTwoWebsites(unit: Unit): Promise<number> {
  const [row] = await unit.query<{ twice: number }>(TWICE);
  return row?.twice ?? 0;
}

/** The account with that id. */
export async function customerById(unit: Unit, id: string): Promise<Customer | null> {
  if (!isRowId(id)) return null;
  const [row] = await unit.named<Customer>('shop-customer', BY_ID, [id]);
  return row ?? null;
}
