/** The page of the provider that moves no money (G3). Not there where another one collects. */
import type { TestPayment } from '@onbehalf/shop';
import { z } from 'zod';
import { page, redirect, type Answer } from '../../answer.ts';
import { money } from '../../present/names.ts';
import { route, type Route } from '../../route.ts';
import { UNKEPT } from '../../use-cases/enter-customer.ts';

const PAYMENT = z.object({ reference: z.string().max(60) });
const ANSWER = PAYMENT.extend({ answer: z.enum(['paid', 'declined', 'cancelled']) });

export const testProviderRoutes: Route[] = [
  route({
    method: 'GET', area: 'storefront', path: '/pay/test-provider/:reference', handle: 'payment_test_view', access: 'public', inContext: 'never', input: PAYMENT,
    run: async ({ deps, input }) => {
      const payment = (await deps.payments?.test?.look(input.reference)) ?? null;
      return payment === null ? { refused: [{ code: 'not-found' }] } : { answer: shown(payment) };
    },
  }),
  route({
    // What is chosen here is the provider's own book; the shop hears of it by the callback, and writes down what it hears.
    method: 'POST', area: 'storefront', path: '/pay/test-provider/:reference', handle: 'payment_test_answer', formOf: 'payment_test_view', access: 'public', inContext: 'never', ownTransaction: true,
    audit: { group: 'order', action: 'pay' }, input: ANSWER,
    run: async ({ deps, input }) => {
      const payment = (await deps.payments?.test?.answer(input.reference, input.answer)) ?? null;
      if (payment === null) return { refused: [{ code: 'not-found' }] };
      return { recorded: true, answer: redirect(payment.returnUrl, UNKEPT) };
    },
  }),
];

const shown = ({ word, shopName, returnUrl }: TestPayment): Answer =>
  page('storefront/test-provider', {
    reference: word.reference, shopName, number: word.orderNumber, total: money(word.amountMinor, word.currency), state: word.state, returnHref: new URL(returnUrl).pathname,
  }, UNKEPT);
