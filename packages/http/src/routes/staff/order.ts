import { teamOf } from '@onbehalf/assist';
import type { Refusal } from '@onbehalf/core';
import { orderByNumber } from '@onbehalf/shop';
import { z } from 'zod';
import { page, redirect, type Answer } from '../../answer.ts';
import { actorOfRequest } from '../../present/actor.ts';
import { orderView } from '../../present/order.ts';
import { shortAddress } from '../../present/payment.ts';
import { problemsOf, statusOf } from '../../problems.ts';
import { route, type Outcome, type Route, type RouteContext } from '../../route.ts';
import { sendLinkAgain } from '../../use-cases/payments/ask-for-payment.ts';

export const staffOrderRoutes: Route[] = [
  route({
    method: 'GET', area: 'staff', path: '/staff/orders/:number', handle: 'staff_order_view', access: 'actor', inContext: 'outside', input: z.object({ number: z.string().regex(/^[0-9]{1,18}$/) }),
    run: (context) => showOwn(context, []),
  }),
  route({
    method: 'POST', area: 'staff', path: '/staff/orders/:number/payment-link', handle: 'staff_order_paylink', formOf: 'staff_order_view', access: 'actor', inContext: 'outside',
    audit: { group: 'order', action: 'send-payment-link' }, input: z.object({ number: z.string().regex(/^[0-9]{1,18}$/) }),
    run: async (context) => {
      const { deps, request, unit, input } = context;
      const { actor } = actorOfRequest(request);
      const sent = await sendLinkAgain(unit, { deps, request }, { number: input.number, actor, visibleTo: { ownerStaffId: (await teamOf(unit, actor.id)) ?? actor.id } });
      if (sent.ok) return { recorded: true, answer: redirect(`/staff/orders/${input.number}`), flash: { tone: 'good', code: 'payment-link-sent', facts: { recipient: shortAddress(sent.value.recipient) } } };
      const refused = sent.error;
      const object = { type: 'order', id: input.number };
      return refused.some(({ code }) => code === 'order-not-found') ? { refused, object } : { refused, object, show: async (fresh) => shownAgain(await showOwn({ ...context, unit: fresh }, refused)) };
    },
  }),
];

/** One of the orders that are the actor's, or his team's (A11). */
async function showOwn({ deps, request, unit, input }: RouteContext<{ number: string }>, refusals: Refusal[]): Promise<Outcome> {
  const { actor } = actorOfRequest(request);
  const found = await orderByNumber(unit, input.number, { ownerStaffId: (await teamOf(unit, actor.id)) ?? actor.id });
  if (!found.ok) return { refused: [found.error] };
  const props = { order: orderView(deps, request, found.value, 'staff'), backHref: '/staff/orders', problems: problemsOf(deps, refusals, request) };
  return { answer: page('staff/order', props, { status: refusals.length > 0 ? statusOf(refusals) : 200, view: { type: 'order', id: input.number } }) };
}

const shownAgain = (shown: Outcome): Answer => ('answer' in shown ? shown.answer : redirect('/staff/orders'));
