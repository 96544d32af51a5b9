import type { Actor, Unit } from '@onbehalf/assist';
import { RESOURCE, type Refusal } from '@onbehalf/core';
import { approvalById, decidedApprovals, waitingApprovals, type PriceApproval } from '@onbehalf/shop';
import { z } from 'zod';
import { page, redirect, type Answer } from '../../answer.ts';
import type { Arrived } from '../../arrived.ts';
import { actorOfRequest } from '../../present/actor.ts';
import { against, approvalQuestion, approvalView } from '../../present/approvals.ts';
import { problemsOf } from '../../problems.ts';
import { route, type Route, type RouteContext } from '../../route.ts';
import { decidePrice } from '../../use-cases/decide-price.ts';

const ID = z.object({ id: z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/) });
const access = { resource: RESOURCE.approvePrices };
const MOST = 100;
const RECENT = 10;

type Here = Pick<RouteContext<unknown>, 'deps' | 'request' | 'unit'>;

/** Prices beyond a limit, for a second person to decide (C5). A look changes nothing: the mail's link ends at a page that asks. */
export const approvalRoutes: Route[] = [
  route({
    method: 'GET', area: 'staff', path: '/staff/approvals', handle: 'staff_approvals_index', access, inContext: 'outside', input: z.object({}),
    run: async ({ deps, request, unit }) => {
      const { actor } = actorOfRequest(request);
      const waiting = await approvalsFor(unit, request, actor);
      const decided = await decidedApprovals(unit, { ...approvalQuestion(request, actor), limit: RECENT });
      const view = (approval: PriceApproval) => approvalView(deps, request, { actor, approval });
      return { answer: page('staff/approvals', { waiting: waiting.map(view), decided: decided.map(view) }) };
    },
  }),
  route({
    method: 'GET', area: 'staff', path: '/staff/approvals/:id', handle: 'staff_approvals_view', access, inContext: 'outside', input: ID,
    run: async (context) => showApproval(context, { id: context.input.id, refusals: [], comment: '' }),
  }),
  route({
    method: 'POST', area: 'staff', path: '/staff/approvals/:id', handle: 'staff_approvals_decide', access, inContext: 'outside',
    audit: { group: 'cart', action: 'approve-price' }, input: ID.extend({ decision: z.enum(['approve', 'decline']), comment: z.string().trim().max(500).default('') }),
    run: async ({ deps, request, unit, input }) => {
      const { actor } = actorOfRequest(request);
      const approved = input.decision === 'approve';
      const decided = await decidePrice(unit, { deps, arrived: request }, { id: input.id, approved, comment: input.comment, actor });
      if (!decided.ok) {
        const refusals = [decided.error];
        const object = { type: 'price-approval', id: input.id };
        return { refused: refusals, object, show: async (fresh) => (await showApproval({ deps, request, unit: fresh }, { id: input.id, refusals, comment: input.comment })).answer };
      }
      const { approval, entry, people } = decided.value;
      return {
        answer: redirect('/staff/approvals'), people, entry,
        flash: { tone: 'good', code: approved ? 'price-approved' : 'price-declined', facts: { sku: approval.sku } },
      };
    },
  }),
];

/** What waits for this member of staff: of the stores worked in, asked by somebody else, and still standing. */
export async function approvalsFor(unit: Unit, request: Arrived, actor: Actor): Promise<PriceApproval[]> {
  const waiting = await waitingApprovals(unit, { ...approvalQuestion(request, actor), limit: MOST });
  return waiting.filter((approval) => against(request, actor, approval) === null);
}

async function showApproval({ deps, request, unit }: Here, { id, refusals, comment }: { id: string; refusals: readonly Refusal[]; comment: string }): Promise<{ answer: Answer }> {
  const { actor } = actorOfRequest(request);
  const approval = await approvalById(unit, id, approvalQuestion(request, actor));
  const problems = problemsOf(deps, approval === null ? [{ code: 'approval-not-found' }] : refusals, request);
  const status = approval === null ? 404 : refusals.length > 0 ? 422 : 200;
  const shown = approval === null ? null : approvalView(deps, request, { actor, approval });
  const view = approval === null ? {} : { view: { type: 'customer', id: approval.customerId } };
  return { answer: page('staff/approval', { approval: shown, problems, comment }, { status, ...view }) };
}
