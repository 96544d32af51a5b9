import { companyKeepingRefusals } from '@onbehalf/core';
import { buyersOf, changeCompany, invitationsOf, membershipOf, parseCompany, parseCompanyRole, type Membership } from '@onbehalf/shop';
import { z } from 'zod';
import { json, type Answer } from '../../answer.ts';
import { ownerOf } from '../../present/names.ts';
import { companyBuyerJson, invitationJson } from '../../present/rest-company.ts';
import { route, type Route, type RouteContext } from '../../route.ts';
import { changeBuyer, inviteBuyer, keptCompany, withdrawInvitation, type BuyerChange } from '../../use-cases/company-buyers.ts';
import { COMPANY_BUYER, COMPANY_INVITATION, OWN_COMPANY } from './schemas.ts';

const TEXT = z.string().max(500);
const ROW = z.object({ id: z.string().regex(/^[1-9][0-9]{0,17}$/) });
const BUYERS = z.object({ buyers: z.array(COMPANY_BUYER), invitations: z.array(COMPANY_INVITATION) });
const OWN = z.object({ company: OWN_COMPANY.nullable() });
const common = { area: 'rest', access: 'customer' } as const;
/** Who may log in for a company is account security: closed in every assist session, whatever its mode (B16). */
const closed = { ...common, inContext: 'never' } as const;

/** The company of whoever the token stands for (G2): the handles, rules and entries of the pages under the account. */
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
  route({
    ...closed, method: 'GET', path: '/V1/customers/me/company/buyers', handle: 'company_buyer_index', summary: 'Who buys for it, and who was invited', input: z.object({}), output: BUYERS,
    run: async ({ request, unit }) => {
      const found = await membershipOf(unit, ownerOf(request).customerId);
      const refused = companyKeepingRefusals(found?.role ?? null);
      return found === null || refused.length > 0 ? { refused } : { answer: await buyers(unit, found, 200) };
    },
  }),
  route({
    ...closed, method: 'POST', path: '/V1/customers/me/company/buyers', handle: 'company_buyer_invite', summary: 'Invite a buyer by mail', audit: { group: 'company', action: 'invite-buyer' }, auditFor: 'everybody',
    input: z.object({ firstName: TEXT, lastName: TEXT, email: TEXT, role: z.enum(['administrator', 'buyer']).default('buyer') }), output: BUYERS,
    run: async (context) => {
      const invited = await inviteBuyer(context, { ...context.input, role: parseCompanyRole(context.input.role) ?? 'buyer' });
      return invited.ok ? { answer: await after(context, 201), entry: invited.value } : { refused: invited.error };
    },
  }),
  route({
    ...closed, method: 'DELETE', path: '/V1/customers/me/company/invitations/:id', handle: 'company_buyer_withdraw', summary: 'Withdraw an invitation', audit: { group: 'company', action: 'withdraw-invitation' }, auditFor: 'everybody', input: ROW,
    run: async (context) => {
      const withdrawn = await withdrawInvitation(context, context.input.id);
      return withdrawn.ok ? { answer: { kind: 'empty' }, entry: withdrawn.value } : { refused: withdrawn.error };
    },
  }),
  change('deactivate', 'deactivate-buyer', 'Keep a buyer out at once'),
  change('activate', 'activate-buyer', 'Let a buyer in again'),
  route({
    ...closed, method: 'PUT', path: '/V1/customers/me/company/buyers/:id/role', handle: 'company_buyer_role', summary: 'Give a buyer another role', audit: { group: 'company', action: 'change-role' }, auditFor: 'everybody',
    input: ROW.extend({ role: z.enum(['administrator', 'buyer']) }), output: BUYERS,
    run: (context) => changed(context, context.input.role),
  }),
];

function change(what: 'deactivate' | 'activate', action: 'deactivate-buyer' | 'activate-buyer', summary: string): Route {
  return route({
    ...closed, method: 'PUT', path: `/V1/customers/me/company/buyers/:id/${what}`, handle: `company_buyer_${what}`, summary, audit: { group: 'company', action }, auditFor: 'everybody', input: ROW, output: BUYERS,
    run: (context) => changed(context, what),
  });
}

type Asked = Pick<RouteContext<unknown>, 'deps' | 'request' | 'unit'>;

async function changed(context: RouteContext<{ id: string }>, what: BuyerChange) {
  const done = await changeBuyer(context, { buyerId: context.input.id, change: what });
  return done.ok ? { answer: await after(context, 200), entry: done.value } : { refused: done.error };
}

async function after({ request, unit }: Asked, status: number): Promise<Answer> {
  const found = await membershipOf(unit, ownerOf(request).customerId);
  if (found === null) throw new Error('A company that was just changed has no administrator');
  return buyers(unit, found, status);
}

// Who hasn't taken up an invitation is among those, and nowhere else: an address that had an account before looks the same.
async function buyers(unit: Asked['unit'], { company }: Membership, status: number): Promise<Answer> {
  const all = (await buyersOf(unit, company.id)).filter(({ confirmedAt }) => confirmedAt !== null);
  return json({ buyers: all.map(companyBuyerJson), invitations: (await invitationsOf(unit, company.id)).map(invitationJson) }, { status });
}

function ownCompany(found: Membership | null, customerId: string): Answer {
  const view = { type: 'customer', id: customerId };
  if (found === null) return json({ company: null }, { view });
  const { company: { name, vatNumber, orderVisibility, paymentDays }, role } = found;
  return json({ company: { name, vatNumber, role, orderVisibility, paymentDays } }, { view });
}
