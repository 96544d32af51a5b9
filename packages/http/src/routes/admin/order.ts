import { RESOURCE, type Refusal } from '@onbehalf/core';
import { orderByNumber } from '@onbehalf/shop';
import type { OrderSection, Typed } from '@onbehalf/web';
import { z } from 'zod';
import { page, redirect, type Answer } from '../../answer.ts';
import { actorOfRequest } from '../../present/actor.ts';
import { shortAddress } from '../../present/payment.ts';
import { adminOrderProps } from '../../present/admin-order.ts';
import { route, type Outcome, type Route, type RouteContext } from '../../route.ts';
import { statusOf } from '../../problems.ts';
import type { OrderOutcome } from '../../use-cases/sales/act-on-order.ts';
import { sendLinkAgain } from '../../use-cases/payments/ask-for-payment.ts';
import { cancelOrder, commentOrder } from '../../use-cases/sales/cancel-order.ts';

export const ORDER_NUMBER = z.string().regex(/^[0-9]{1,18}$/).catch('0');
const SECTION = z.enum(['information', 'invoices', 'shipments', 'credit-memos', 'comments']).catch('information');
const common = { area: 'admin', access: { resource: RESOURCE.orders }, inContext: 'outside' } as const;

/** One order of any store and what is done with it as a whole (B12, F3). */
export const adminOrderPageRoutes: Route[] = [
  route({
    ...common, method: 'GET', path: '/admin/orders/:number', handle: 'adminhtml_order_view', input: z.object({ number: ORDER_NUMBER, section: SECTION }),
    run: async ({ input, ...context }) => {
      const found = await orderByNumber(context.unit, input.number, 'all');
      if (!found.ok) return { refused: [found.error], object: { type: 'order', id: input.number } };
      const props = await adminOrderProps(context, found.value, { section: input.section, refusals: [], typed: {} });
      return { answer: page('admin/order', props, { view: { type: 'order', id: input.number } }) };
    },
  }),
  route({
    ...common, method: 'POST', path: '/admin/orders/:number/cancel', handle: 'adminhtml_order_cancel', audit: { group: 'order', action: 'cancel' }, input: z.object({ number: ORDER_NUMBER }),
    run: async (context) => {
      const done = await cancelOrder(actOf(context));
      return done.ok ? { answer: redirect(hrefOf(context)), entry: done.value.entry, flash: { tone: 'good', code: 'order-cancelled' } } : refusedOn(context, done, { section: 'information', typed: {} });
    },
  }),
  route({
    ...common, method: 'POST', path: '/admin/orders/:number/payment-link', handle: 'adminhtml_order_paylink', audit: { group: 'order', action: 'send-payment-link' }, input: z.object({ number: ORDER_NUMBER }),
    run: async (context) => {
      const { deps, request, unit, input } = context;
      const sent = await sendLinkAgain(unit, { deps, request }, { number: input.number, actor: actorOfRequest(request).actor, visibleTo: 'all' });
      if (!sent.ok) return refusedOn(context, sent, { section: 'information', typed: {} });
      return { recorded: true, answer: redirect(hrefOf(context)), flash: { tone: 'good', code: 'payment-link-sent', facts: { recipient: shortAddress(sent.value.recipient) } } };
    },
  }),
  route({
    ...common, method: 'POST', path: '/admin/orders/:number/comments', handle: 'adminhtml_order_addcomment', audit: { group: 'order', action: 'comment' },
    input: z.object({ number: ORDER_NUMBER, text: z.string().max(262_144).catch(''), visibility: z.enum(['private', 'public']).catch('private') }),
    run: async (context) => {
      const { text, visibility } = context.input;
      const done = await commentOrder(actOf(context), { text, visibility });
      if (!done.ok) return refusedOn(context, done, { section: 'comments', typed: { text, visibility } });
      return { answer: redirect(`${hrefOf(context)}?section=comments`), entry: done.value.entry, flash: { tone: 'good', code: 'comment-added' } };
    },
  }),
];

type OnOrder = RouteContext<{ number: string }>;

const hrefOf = ({ input }: OnOrder): string => `/admin/orders/${input.number}`;

export const actOf = ({ deps, unit, request, input }: OnOrder) => ({ deps, unit, request, actor: actorOfRequest(request).actor, number: input.number });

function refusedOn(context: OnOrder, done: Pick<Extract<OrderOutcome, { ok: false }>, 'error'>, look: { section: OrderSection; typed: Typed }): Outcome {
  return { refused: done.error, object: { type: 'order', id: context.input.number }, show: (unit) => showAgain({ ...context, unit }, done.error, look) };
}

async function showAgain(context: OnOrder, refusals: Refusal[], look: { section: OrderSection; typed: Typed }): Promise<Answer> {
  const found = await orderByNumber(context.unit, context.input.number, 'all');
  if (!found.ok) return redirect('/admin/orders');
  return page('admin/order', await adminOrderProps(context, found.value, { ...look, refusals }), { status: statusOf(refusals) });
}
