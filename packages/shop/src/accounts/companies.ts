import { COMPANY_ROLES, err, ok, parseVatNumber, type CompanyRole, type Refusal, type Result } from '@onbehalf/core';
import type { Unit } from '@onbehalf/assist/ports';
import { likeText } from '../catalog/search-products.ts';
import { Conditions, listOrders } from '../orders/listed-orders.ts';
import type { OrderPage } from '../orders/order.ts';
import { isRowId } from './ids.ts';
import { parseTexts } from './text-fields.ts';

export const ORDER_VISIBILITIES = ['own', 'company'] as const;
/** Whether a buyer sees the orders of all, or his own; administrators of the company see all. */
export type OrderVisibility = (typeof ORDER_VISIBILITIES)[number];

/** A company that several customers buy for (G2). */
export interface Company {
  id: string;
  websiteId: number;
  name: string;
  vatNumber: string;
  groupId: string;
  orderVisibility: OrderVisibility;
  /** When somebody of the shop looked the VAT number up, and who; null: nobody has, or it has changed since (G3). */
  vatCheck: { at: Date; by: string } | null;
  /** Days to pay; null: as the website has it (G3). */
  paymentDays: number | null;
  /** What it may owe, minor units of the website's currency; null: as much as it orders. */
  creditLimit: bigint | null;
}

/** What a company and the shop keep together; what the shop alone keeps of it stays as it is. */
export type CompanyChange = Pick<Company, 'id' | 'name' | 'vatNumber' | 'groupId' | 'orderVisibility'>;

/** What a customer is in the company he buys for. */
export interface Membership {
  company: Company;
  role: CompanyRole;
}

const COLUMNS = `
  k.id::text as id, k.website_id::int as "websiteId", k.name, k.vat_number as "vatNumber", k.customer_group_id::text as "groupId",
  k.order_visibility as "orderVisibility", k.vat_checked_at as "vatCheckedAt", k.vat_checked_by_name as "vatCheckedBy", k.payment_days::int as "paymentDays", k.credit_limit::text as "creditLimit"`;

type CompanyRow = Omit<Company, 'vatCheck' | 'creditLimit'> & { vatCheckedAt: Date | null; vatCheckedBy: string | null; creditLimit: string | null };

function toCompany<Row extends CompanyRow>({ vatCheckedAt, vatCheckedBy, creditLimit, ...row }: Row): Omit<Row, 'vatCheckedAt' | 'vatCheckedBy' | 'creditLimit'> & Pick<Company, 'vatCheck' | 'creditLimit'> {
  return { ...row, creditLimit: creditLimit === null ? null : BigInt(creditLimit), vatCheck: vatCheckedAt === null || vatCheckedBy === null ? null : { at: vatCheckedAt, by: vatCheckedBy } };
}

/** The company a customer buys for; null: none. */
export async function membershipOf(unit: Unit, customerId: string): Promise<Membership | null> {
  const [row] = await unit.named<CompanyRow & { role: CompanyRole }>(
    'shop-membership', `select ${COLUMNS}, c.company_role as role from customer c join company k on k.id = c.company_id where c.id = $1::bigint`, [customerId]);
  if (row === undefined) return null;
  const { role, ...company } = toCompany(row);
  return { company, role };
}

/** The same, locked: whoever else changes the company or its buyers waits. In a transaction. */
export async function heldMembership(unit: Unit, customerId: string): Promise<Membership | null> {
  await unit.query('select 1 from company k join customer c on c.company_id = k.id where c.id = $1::bigint for no key update of k', [customerId]);
  return membershipOf(unit, customerId);
}

export async function companyById(unit: Unit, id: string): Promise<Company | null> {
  if (!isRowId(id)) return null;
  const [row] = await unit.named<CompanyRow>('shop-company', `select ${COLUMNS} from company k where k.id = $1::bigint`, [id]);
  return row === undefined ? null : toCompany(row);
}

/** What of a company is typed. */
export interface CompanyFields {
  name: string;
  vatNumber: string;
}

/** The name and the VAT number as they are kept, or every reason against them at its field. */
export function parseCompany({ name, vatNumber }: CompanyFields): Result<CompanyFields, Refusal[]> {
  const texts = parseTexts<'name'>({ name }, { name: { most: 120, required: true } }, 'invalid-input');
  const vat = parseVatNumber(vatNumber);
  if (!texts.ok || !vat.ok) return err([...(texts.ok ? [] : texts.error), ...(vat.ok ? [] : [vat.error])]);
  return ok({ name: texts.value.name, vatNumber: vat.value });
}

/** Makes one. In a transaction. */
export async function createCompany(unit: Unit, { name, vatNumber, groupId, websiteId }: CompanyFields & { groupId: string; websiteId: number }): Promise<string> {
  const [row] = await unit.query<{ id: string }>(
    'insert into company (website_id, name, vat_number, customer_group_id) values ($1, $2, $3, $4::bigint) returning id::text as id', [websiteId, name, vatNumber, groupId]);
  if (row === undefined) throw new Error('A company that was made has no row');
  return row.id;
}

/** Changes one; its buyers' names, numbers, group and so prices follow by the database. In a transaction. */
export async function changeCompany(unit: Unit, { id, name, vatNumber, groupId, orderVisibility }: CompanyChange): Promise<void> {
  await unit.query('update company set name = $2, vat_number = $3, customer_group_id = $4::bigint, order_visibility = $5 where id = $1::bigint', [id, name, vatNumber, groupId, orderVisibility]);
}

/** What the shop alone decides: days to pay and what may be owed. In a transaction. */
export async function setCompanyTerms(unit: Unit, { id, paymentDays, creditLimit }: Pick<Company, 'id' | 'paymentDays' | 'creditLimit'>): Promise<void> {
  await unit.query('update company set payment_days = $2, credit_limit = $3::bigint where id = $1::bigint', [id, paymentDays, creditLimit]);
}

/** Marks the number that was looked at as checked, or takes the mark back (null); false where the company has another one by now. In a transaction. */
export async function markVatNumber(unit: Unit, { id, vatNumber, check }: { id: string; vatNumber: string; check: { at: Date; by: { id: string; name: string } } | null }): Promise<boolean> {
  const marked = await unit.query(
    `update company set vat_checked_at = $3, vat_checked_by = $4::bigint, vat_checked_by_name = $5 where id = $1::bigint and vat_number = $2 and vat_number <> '' returning 1`,
    [id, vatNumber, check?.at ?? null, check?.by.id ?? null, check?.by.name ?? null]);
  return marked.length > 0;
}

export interface ListedCompany extends Company {
  groupName: Record<string, string>;
  buyers: number;
  createdAt: Date;
}

const LIST = `
select ${COLUMNS}, g.name as "groupName", k.created_at as "createdAt", (select count(*)::int from customer c where c.company_id = k.id) as buyers
  from company k join customer_group g on g.id = k.customer_group_id
 where ($1 = '' or lower(k.name) like '%' || $1 || '%' or k.vat_number like upper($1) || '%')
   and ($2::bigint is null or (lower(k.name), k.id) > (select lower(a.name), a.id from company a where a.id = $2::bigint))
 order by lower(k.name), k.id limit $3`;

/** Companies by name, by keyset; `text` is part of the name or the beginning of the VAT number. */
export async function listCompanies(unit: Unit, { text, after, limit }: { text: string; after: string | null; limit: number }): Promise<{ companies: ListedCompany[]; next: string | null }> {
  if (after !== null && !isRowId(after)) return { companies: [], next: null };
  const rows = await unit.query<CompanyRow & Omit<ListedCompany, keyof Company>>(LIST, [likeText(text.trim().toLowerCase()), after, limit + 1]);
  const companies = rows.slice(0, limit).map(toCompany);
  return { companies, next: rows.length > limit ? (companies.at(-1)?.id ?? null) : null };
}

/** Orders that were placed for a company on its website, by whomever, newest first. */
export function companyOrders(unit: Unit, { companyId, limit, before }: { companyId: string; limit: number; before: string | null }): Promise<OrderPage> {
  return listOrders(unit, new Conditions().add('p.company_id = ?::bigint', companyId), { sort: 'newest', after: before, limit });
}

/** A role's name from outside. */
export const parseCompanyRole = (text: string): CompanyRole | null => COMPANY_ROLES.find((role) => role === text) ?? null;
