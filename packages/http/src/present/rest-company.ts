import type { Refusal } from '@onbehalf/core';
import type { Company, CompanyBuyer } from '@onbehalf/shop';
import type { z } from 'zod';
import type { Deps } from '../deps.ts';
import type { COMPANY, COMPANY_BUYER } from '../routes/rest/schemas.ts';
import { moneyJson } from './rest.ts';
import { websiteOf } from './websites.ts';

/** A company as whoever keeps companies knows it. */
export function companyJson({ stores }: Pick<Deps, 'stores'>, company: Company): z.infer<typeof COMPANY> {
  const { id, websiteId, name, vatNumber, groupId, orderVisibility, vatCheck, paymentDays, creditLimit } = company;
  return {
    id, websiteId: String(websiteId), name, vatNumber, groupId, orderVisibility, paymentDays,
    vatCheck: vatCheck === null ? null : { at: vatCheck.at.toISOString(), by: vatCheck.by },
    creditLimit: creditLimit === null ? null : moneyJson(creditLimit, websiteOf(stores, websiteId)?.currency ?? 'EUR'),
  };
}

export const companyBuyerJson = ({ id, name, email, role, status, deactivatedByCompany, confirmedAt }: CompanyBuyer): z.infer<typeof COMPANY_BUYER> =>
  ({ id, name, email, role, status, deactivatedByCompany, isConfirmed: confirmedAt !== null });

const BODY_NAMES: Readonly<Record<string, string>> = { website: 'websiteId', group: 'groupId' };

/** Refusals at the names that the body has, not the form. */
export const atCompanyBody = (refusals: readonly Refusal[]): Refusal[] =>
  refusals.map((refusal) => (refusal.field === undefined ? refusal : { ...refusal, field: BODY_NAMES[refusal.field] ?? refusal.field }));
