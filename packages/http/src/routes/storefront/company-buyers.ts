import { companyKeepingRefusals, type Refusal } from '@onbehalf/core';
import { buyersOf, changeCompany, companyOrders, invitationsOf, membershipOf, ORDER_VISIBILITIES, parseCompanyRole, type CompanyBuyer } from '@onbehalf/shop';
import type { CompanyBuyerRow, Typed } from '@onbehalf/web';
import { z } from 'zod';
import { page, redirect, type Answer } from '../../answer.ts';
import { inStore, ownerOf } from '../../present/names.ts';
import { problemsOf, statusOf } from '../../problems.ts';
import { route, type Outcome, type Route, type RouteContext } from '../../route.ts';
import { changeBuyer, inviteBuyer, keptCompany, withdrawInvitation } from '../../use-cases/company-buyers.ts';
import { seesCompanyOrders } from './company.ts';
import { ordersProps } from './orders.ts';

const PAGE = 20;
const FIELD = z.string().max(500).catch('');
const ID = z.object({ id: z.string().regex(/^[1-9][0-9]{0,17}$/) });
/**
 * Who may log in for a company is account security: closed in every assist session whatever its mode (B16). So is what the others
 * ordered: their consent is theirs (B10).
 */
const common = { area: 'storefront', access: 'customer', inContext: 'never' } as const;

/** The company's buyers and their orders (G2), for themselves. */
export const companyBuyerRoutes: Route[] = [
  route({
    ...common, method: 'GET', path: '/account/company/buyers', handle: 'company_buyer_index', input: z.object({}),
    run: (context) => showBuyers(context, { typed: {}, refusals: [] }),
  }),
  route({
    ...common, method: 'POST', path: '/account/company/buyers', handle: 'company_buyer_invite', audit: { group: 'company', action: 'invite-buyer' }, auditFor: 'everybody',
    input: z.object({ firstName: FIELD, lastName: FIELD, email: FIELD, role: FIELD }),
    run: async (context) => {
      const { input } = context;
      const invited = await inviteBuyer(context, { ...input, role: parseCompanyRole(input.role) ?? 'buyer' });
      if (!invited.ok) return again(context, input, invited.error);
      return { answer: toBuyers(context), entry: invited.value, flash: { tone: 'good', code: 'buyer-invited', facts: { email: input.email.trim().toLowerCase() } } };
    },
  }),
  route({
    ...common, method: 'POST', path: '/account/company/invitations/:id/withdraw', handle: 'company_buyer_withdraw', audit: { group: 'company', action: 'withdraw-invitation' }, auditFor: 'everybody', input: ID,
    run: async (context) => {
      const withdrawn = await withdrawInvitation(context, context.input.id);
      return withdrawn.ok ? { answer: toBuyers(context), entry: withdrawn.value, flash: { tone: 'good', code: 'invitation-withdrawn' } } : { refused: withdrawn.error };
    },
  }),
  ...(['deactivate', 'activate'] as const).map((change) => route({
    ...common, method: 'POST', path: `/account/company/buyers/:id/${change}`, handle: `company_buyer_${change}`, audit: { group: 'company', action: `${change}-buyer` }, auditFor: 'everybody', input: ID,
    run: async (context) => {
      const changed = await changeBuyer(context, { buyerId: context.input.id, change });
      return changed.ok ? { answer: toBuyers(context), entry: changed.value, flash: { tone: 'good', code: 'buyer-saved' } } : again(context, {}, changed.error);
    },
  })),
  route({
    ...common, method: 'POST', path: '/account/company/buyers/:id/role', handle: 'company_buyer_role', audit: { group: 'company', action: 'change-role' }, auditFor: 'everybody', input: ID.extend({ role: z.enum(['administrator', 'buyer']) }),
    run: async (context) => {
      const changed = await changeBuyer(context, { buyerId: context.input.id, change: context.input.role });
      return changed.ok ? { answer: toBuyers(context), entry: changed.value, flash: { tone: 'good', code: 'buyer-saved' } } : again(context, {}, changed.error);
    },
  }),
  route({
    ...common, method: 'POST', path: '/account/company/visibility', handle: 'company_order_visibility', audit: { group: 'company', action: 'show-orders' }, auditFor: 'everybody', input: z.object({ orderVisibility: z.enum(ORDER_VISIBILITIES) }),
    run: async (context) => {
      const { unit, input: { orderVisibility } } = context;
      const kept = await keptCompany(context);
      if (!kept.ok) return { refused: kept.error };
      const { company } = kept.value;
      await changeCompany(unit, { ...company, orderVisibility });
      return { answer: toBuyers(context), entry: { object: { type: 'company', id: company.id }, detail: { before: company.orderVisibility, after: orderVisibility } }, flash: { tone: 'good', code: 'company-saved' } };
    },
  }),
  route({
    ...common, method: 'GET', path: '/account/company/orders', handle: 'company_order_history', input: z.object({ after: z.string().max(200).optional() }),
    run: async ({ request, unit, input }) => {
      const found = await membershipOf(unit, ownerOf(request).customerId);
      if (found === null || !seesCompanyOrders(found)) return { refused: [{ code: found === null ? 'company-none' : 'company-administrator-only' }] };
      const orders = await companyOrders(unit, { companyId: found.company.id, limit: PAGE, before: input.after ?? null });
      return { answer: page('storefront/orders', ordersProps(orders, request, { after: input.after, q: '', scope: 'company', seesBoth: true })) };
    },
  }),
];

type Here = Pick<RouteContext<unknown>, 'deps' | 'request' | 'unit'>;

const toBuyers = ({ request }: Pick<Here, 'request'>): Answer => redirect(`${inStore(request).store.base}/account/company/buyers`);

const CLOSED: ReadonlySet<string> = new Set(['company-none', 'company-administrator-only']);

function again(context: Here, typed: Typed, refusals: Refusal[]): Outcome {
  // Who may not see the page isn't shown it for having been refused.
  if (refusals.some(({ code }) => CLOSED.has(code))) return { refused: refusals };
  return { refused: refusals, show: async (fresh) => {
    const shown = await showBuyers({ ...context, unit: fresh }, { typed, refusals });
    return 'answer' in shown ? shown.answer : redirect(`${inStore(context.request).store.base}/account/company`);
  } };
}

async function showBuyers({ deps, request, unit }: Here, { typed, refusals }: { typed: Typed; refusals: Refusal[] }): Promise<Outcome> {
  const own = ownerOf(request).customerId;
  const found = await membershipOf(unit, own);
  const closed = companyKeepingRefusals(found?.role ?? null);
  if (found === null || closed.length > 0) return { refused: closed };
  // Who hasn't taken up an invitation is among those, and nowhere else: an address that had an account before looks the same.
  const buyers = (await buyersOf(unit, found.company.id)).filter(({ confirmedAt }) => confirmedAt !== null);
  const invitations = await invitationsOf(unit, found.company.id);
  return { answer: page('storefront/company-buyers', {
    companyName: found.company.name,
    buyers: buyers.map((buyer) => rowOf(buyer, own)),
    invitations: invitations.map(({ id, name, email, role, at }) => ({ id, name, email, role, at })),
    orderVisibility: found.company.orderVisibility,
    typed,
    problems: problemsOf(deps, refusals, request),
  }, { status: refusals.length > 0 ? statusOf(refusals) : 200 }) };
}

function rowOf({ id, name, email, role, status, deactivatedByCompany }: CompanyBuyer, own: string): CompanyBuyerRow {
  return { id, name, email, role, state: status === 'active' ? 'active' : deactivatedByCompany ? 'inactive' : 'closed-by-shop', isSelf: id === own };
}
