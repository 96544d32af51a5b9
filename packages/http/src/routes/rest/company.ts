import { changeCompany, membershipOf, parseCompany, type Membership } from '@onbehalf/shop';
import { z } from 'zod';
import { json, type Answer } from '../../answer.ts';
import { ownerOf } from '../../present/names.ts';
import { route, type Route } from '../../route.ts';
import { keptCompany } from '../../use-cases/company-buyers.ts';
import { OWN_COMPANY } from './schemas.ts';

const TEXT = z.string().max(500);
const OWN = z.object({ company: OWN_COMPANY.nullable() });
const common = { area: 'rest', access: 'customer' } as const;

/**
 * The company of whoever the token stands for (G2): the handles, rules and entries of the pages under the account. Who may
 * log in for it is account security, closed in every assist session (B16), and so no token opens it.
 */
export const ownCompanyRestRoutes: Route[] = [
  route({
    ...common, method: 'GET', path: '/V1/customers/me/company', handle: 'company_index', inContext: 'view', summary: 'The company that the customer buys for; null where he buys for none', input: z.object({}), output: OWN,
    run: async ({ request, unit }) => {
      const found = await membershipOf(unit, ownerOf(request).customerId);
      return { answer: ownCompany(found, ownerOf(request).customerId) };
    },
  }),
  route({
    ...common, method: 'PUT', path: '/V1/customers/me/company', handle: 'company_editpost', formOf: 'company_index', inContext: 'full', summary: 'Change its name and VAT number, as an administrator of it',
    audit: { group: 'company', action: 'update' }, auditFor: 'everybody', input: z.object({ name: TEXT, vatNumber: TEXT }), output: OWN,
    run: async (context) => {
      const { request, unit, input } = context;
      const kept = await keptCompany(context);
      if (!kept.ok) return { refused: kept.error };
      const parsed = parseCompany(input);
      const { company } = kept.value;
      if (!parsed.ok) return { refused: parsed.error, object: { type: 'company', id: company.id } };
      await changeCompany(unit, { ...company, ...parsed.value });
      const { id, name, vatNumber } = company;
      return {
        answer: ownCompany({ ...kept.value, company: { ...company, ...parsed.value } }, ownerOf(request).customerId),
        entry: { object: { type: 'company', id }, personal: { before: JSON.stringify({ name, vatNumber }), after: JSON.stringify(parsed.value) } },
      };
    },
  }),
];

function ownCompany(found: Membership | null, customerId: string): Answer {
  const view = { type: 'customer', id: customerId };
  if (found === null) return json({ company: null }, { view });
  const { company: { name, vatNumber, orderVisibility, paymentDays }, role } = found;
  return json({ company: { name, vatNumber, role, orderVisibility, paymentDays } }, { view });
}
