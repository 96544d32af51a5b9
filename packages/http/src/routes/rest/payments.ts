import { RESOURCE } from '@onbehalf/core';
import { z } from 'zod';
import { json } from '../../answer.ts';
import { actorOfRequest } from '../../present/actor.ts';
import { shortAddress } from '../../present/payment.ts';
import { route, type Route } from '../../route.ts';
import { sendLinkAgain } from '../../use-cases/payments/ask-for-payment.ts';
import { settleByNotice } from '../../use-cases/payments/settle-payment.ts';

const NUMBER = z.object({ number: z.string().regex(/^[0-9]{1,18}$/) });

/** Paying by a link, for programs (D8). */
export const paymentRestRoutes: Route[] = [
  route({
    // Believed by its signature alone: whoever else calls is told nothing.
    method: 'POST', area: 'rest', path: '/V1/payments/:provider/callback', handle: 'payment_provider_callback', access: 'public', inContext: 'never',
    summary: 'For the payment provider: what became of a payment, signed', audit: { group: 'order', action: 'pay' },
    input: z.object({ provider: z.string().max(30) }), output: z.object({ heard: z.boolean() }),
    run: async ({ deps, request, unit, input }) => {
      const provider = deps.payments?.provider;
      const sent = request.sent ?? null;
      const notice = provider?.code === input.provider && sent !== null ? provider.hear({ ...sent, now: request.now }) : null;
      if (notice === null) return { refused: [{ code: 'payment-notice-refused' }] };
      const settled = await settleByNotice(unit, { deps, request }, { provider: input.provider, notice });
      if (!settled.ok) return { refused: [settled.error], evenNobody: true, object: { type: 'order', id: notice.word.orderNumber.slice(0, 20) }, detail: { provider: input.provider } };
      return { recorded: true, answer: json({ heard: true }) };
    },
  }),
  route({
    method: 'POST', area: 'rest', path: '/V1/sales/orders/:number/payment-link', handle: 'adminhtml_order_paylink', access: { resource: RESOURCE.orders }, inContext: 'never',
    summary: 'Send the payment link again: a new one to the customer; the one before stops working', audit: { group: 'order', action: 'send-payment-link' }, input: NUMBER, output: z.object({ sentTo: z.string() }),
    run: async ({ deps, request, unit, input }) => {
      const sent = await sendLinkAgain(unit, { deps, request }, { number: input.number, actor: actorOfRequest(request).actor, visibleTo: 'all' });
      if (!sent.ok) return { refused: sent.error, object: { type: 'order', id: input.number } };
      return { recorded: true, answer: json({ sentTo: shortAddress(sent.value.recipient) }, { status: 201 }) };
    },
  }),
];
