import { MOST_BUYERS, type CompanyRole, type Refusal } from '@onbehalf/core';
import type { Unit } from '@onbehalf/assist/ports';
import type { ConsentAnswer } from './consent.ts';
import type { CustomerStatus } from './customers.ts';
import { isRowId } from './ids.ts';

/** One of a company's buyers: a customer of his own (G2). */
export interface CompanyBuyer {
  id: string;
  name: string;
  email: string;
  role: CompanyRole;
  status: CustomerStatus;
  deactivatedByCompany: boolean;
  confirmedAt: Date | null;
  lastLoginAt: Date | null;
  /** The buyer's own answer, and nobody else's (B10); null: none yet. */
  consent: ConsentAnswer | null;
}

const BUYERS = `
select c.id::text as id, c.first_name || ' ' || c.last_name as name, c.email, c.company_role as role, c.status, c.deactivated_by_company as "deactivatedByCompany",
       c.confirmed_at as "confirmedAt", c.last_login_at as "lastLoginAt",
       (select n.answer from consent n where n.customer_id = c.id and n.superseded_at is null) as consent
  from customer c where c.company_id = $1::bigint and ($2::bigint is null or c.id = $2::bigint)
 order by c.company_role, lower(c.last_name), lower(c.first_name), c.id limit ${MOST_BUYERS}`;

/** Every buyer of a company, its administrators first; those who haven't taken up their invitation too. */
export const buyersOf = (unit: Unit, companyId: string): Promise<CompanyBuyer[]> => unit.named<CompanyBuyer>('shop-buyers', BUYERS, [companyId, null]);

/** One of them; another company's is not found. */
export async function buyerOf(unit: Unit, companyId: string, customerId: string): Promise<CompanyBuyer | null> {
  if (!isRowId(customerId)) return null;
  const [row] = await unit.named<CompanyBuyer>('shop-buyers', BUYERS, [companyId, customerId]);
  return row ?? null;
}

/** Puts a customer into a company, or gives him another role in it. In a transaction. */
export async function setBuyer(unit: Unit, { customerId, companyId, role }: { customerId: string; companyId: string; role: CompanyRole }): Promise<void> {
  await unit.query('update customer set company_id = $2::bigint, company_role = $3 where id = $1::bigint', [customerId, companyId, role]);
}

/** Takes a customer out of his company: the account stays, with the group and the names it has. In a transaction. */
export async function dropBuyer(unit: Unit, customerId: string): Promise<void> {
  await unit.query('update customer set company_id = null, company_role = null where id = $1::bigint', [customerId]);
}

/** Closes a buyer's account for the company, or opens it again. Sessions end with it at once, and links that let somebody in. In a transaction. */
export async function setBuyerActive(unit: Unit, customerId: string, { active, now }: { active: boolean; now: Date }): Promise<void> {
  if (active) {
    await unit.query(`update customer set status = 'active', deactivated_by_company = false where id = $1::bigint and deactivated_by_company`, [customerId]);
    return;
  }
  await unit.query(`update customer set status = 'inactive', deactivated_by_company = true where id = $1::bigint and status = 'active'`, [customerId]);
  await unit.query(`update customer_session set ended_at = $2, end_reason = 'deactivated-by-company' where customer_id = $1::bigint and ended_at is null`, [customerId, now]);
  await unit.query(`update password_reset set used_at = $2 where person_kind = 'customer' and person_id = $1::bigint and used_at is null`, [customerId, now]);
}

/** Somebody who was asked to buy for a company. */
export interface CompanyInvitation {
  id: string;
  email: string;
  name: string;
  role: CompanyRole;
  at: Date;
  /** The account that was made for it; null where the address had one already. Never shown: it would tell who is a customer. */
  customerId: string | null;
}

// Taken up is one whose account has been confirmed and is in this company.
const INVITATIONS = `
select i.id::text as id, i.email, i.first_name || ' ' || i.last_name as name, i.role, i.at, i.customer_id::text as "customerId"
  from company_invitation i left join customer c on c.id = i.customer_id
 where i.company_id = $1::bigint and ($2::bigint is null or i.id = $2::bigint) and (c.id is null or c.confirmed_at is null)
 order by i.id desc limit ${MOST_BUYERS}`;

export const invitationsOf = (unit: Unit, companyId: string): Promise<CompanyInvitation[]> => unit.named<CompanyInvitation>('shop-invitations', INVITATIONS, [companyId, null]);

export async function invitationOf(unit: Unit, companyId: string, id: string): Promise<CompanyInvitation | null> {
  if (!isRowId(id)) return null;
  const [row] = await unit.named<CompanyInvitation>('shop-invitations', INVITATIONS, [companyId, id]);
  return row ?? null;
}

export interface NewInvitation {
  companyId: string;
  email: string;
  firstName: string;
  lastName: string;
  role: CompanyRole;
  invitedBy: string;
  at: Date;
  customerId: string | null;
}

/** Keeps an invitation; false where this address has one from this company. In a transaction. */
export async function addInvitation(unit: Unit, { companyId, email, firstName, lastName, role, invitedBy, at, customerId }: NewInvitation): Promise<boolean> {
  const rows = await unit.query(
    `insert into company_invitation (company_id, email, first_name, last_name, role, invited_by, at, customer_id) values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (company_id, email) do nothing returning 1`,
    [companyId, email, firstName, lastName, role, invitedBy, at, customerId]);
  return rows.length > 0;
}

export async function removeInvitation(unit: Unit, id: string): Promise<void> {
  await unit.query('delete from company_invitation where id = $1::bigint', [id]);
}

/** Whether one more fits: accounts and open invitations together. The company has to be held. */
export async function roomRefusals(unit: Unit, companyId: string): Promise<Refusal[]> {
  const [row] = await unit.query<{ taken: number }>(
    `select (select count(*) from customer where company_id = $1::bigint)::int + (select count(*) from company_invitation where company_id = $1::bigint and customer_id is null)::int as taken`, [companyId]);
  return (row?.taken ?? 0) < MOST_BUYERS ? [] : [{ code: 'company-full', facts: { most: MOST_BUYERS } }];
}
