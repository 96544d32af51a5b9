import type { Actor } from '@onbehalf/assist';
import { RESOURCE, toDecimal } from '@onbehalf/core';
import { approvalById, decidedApprovals, type PriceApproval } from '@onbehalf/shop';
import { z } from 'zod';
import { json } from '../../answer.ts';
import type { Arrived } from '../../arrived.ts';
import type { Deps } from '../../deps.ts';
import { actorOfRequest } from '../../present/actor.ts';
import { against, approvalQuestion, approvalView } from '../../present/approvals.ts';
import { moneyJson } from '../../present/rest.ts';
import { route, type Route } from '../../route.ts';
import { decidePrice } from '../../use-cases/decide-price.ts';
import { approvalsFor } from '../staff/approvals.ts';
import { PRICE_APPROVAL } from './schemas.ts';

const RECENT = 50;
const common = { area: 'rest', access: { resource: RESOURCE.approvePrices }, inContext: 'never' } as const;
const ID = z.object({ approvalId: z.uuid() });

/** Prices that wait for a second person, over REST (C5, H1): the page's handles, rights and refusals. */
export const approvalRestRoutes: Route[] = [
  route({
    ...common, method: 'GET', path: '/V1/price-approvals', handle: 'staff_approvals_index', summary: 'Prices beyond a limit in one’s own stores: those that wait for oneself, the oldest first, or the last that were decided',
    input: z.object({ status: z.enum(['waiting', 'decided']).default('waiting') }), output: z.object({ items: z.array(PRICE_APPROVAL) }),
    run: async ({ deps, request, unit, input }) => {
      const { actor } = actorOfRequest(request);
      const found = input.status === 'waiting' ? await approvalsFor(unit, request, actor) : await decidedApprovals(unit, { ...approvalQuestion(request, actor), limit: RECENT });
      return { answer: json({ items: found.map((one) => approvalJson(deps, request, { actor, approval: one })) }) };
    },
  }),
  route({
    ...common, method: 'GET', path: '/V1/price-approvals/:approvalId', handle: 'staff_approvals_view', summary: 'One of them: who asks for what, for whom, and what it is beyond', input: ID, output: PRICE_APPROVAL,
    run: async ({ deps, request, unit, input }) => {
      const { actor } = actorOfRequest(request);
      const approval = await approvalById(unit, input.approvalId, approvalQuestion(request, actor));
      if (approval === null) return { refused: [{ code: 'approval-not-found' }] };
      return { answer: json(approvalJson(deps, request, { actor, approval }), { view: { type: 'customer', id: approval.customerId } }) };
    },
  }),
  route({
    ...common, method: 'POST', path: '/V1/price-approvals/:approvalId', handle: 'staff_approvals_decide', summary: 'Approve or decline, with a comment for whoever asked; of two who decide at once, one does',
    audit: { group: 'cart', action: 'approve-price' }, input: ID.extend({ decision: z.enum(['approve', 'decline']), comment: z.string().trim().max(500).default('') }), output: PRICE_APPROVAL,
    run: async ({ deps, request, unit, input }) => {
      const { actor } = actorOfRequest(request);
      const { approvalId: id, comment } = input;
      const decided = await decidePrice(unit, { deps, arrived: request }, { id, approved: input.decision === 'approve', comment, actor });
      if (!decided.ok) return { refused: [decided.error], object: { type: 'price-approval', id } };
      const { entry, people } = decided.value;
      const approval = await approvalById(unit, id, approvalQuestion(request, actor));
      if (approval === null) throw new Error('A price just decided on is not there');
      return { answer: json(approvalJson(deps, request, { actor, approval })), entry, people };
    },
  }),
];

function approvalJson(deps: Deps, arrived: Arrived, { actor, approval }: { actor: Actor; approval: PriceApproval }): z.infer<typeof PRICE_APPROVAL> {
  const { id, sku, quantity, currency, reason, askedAt, decidedAt, comment, deciderName, customerId, actorId } = approval;
  const { status, margin, product, customer, actorName } = approvalView(deps, arrived, { actor, approval });
  const stopped = status === 'approved' || status === 'declined' ? null : against(arrived, actor, approval);
  return {
    id, status, sku, name: product.name, quantity, reason,
    price: moneyJson(approval.minor, currency), normalPrice: moneyJson(approval.catalogueMinor, currency),
    margin: margin === null ? null : { amount: toDecimal(margin.money.minor, currency), currency },
    limits: approval.codes, canDecide: status === 'waiting' && stopped === null,
    customer: { id: customerId, name: customer.name, company: customer.company }, askedBy: { id: actorId, name: actorName }, askedAt: askedAt.toISOString(),
    decision: decidedAt === null || deciderName === null ? null : { by: deciderName, at: decidedAt.toISOString(), comment },
  };
}
