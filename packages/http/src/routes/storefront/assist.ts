import { sessionReceipt, type Caller, type Unit } from '@onbehalf/assist';
import { z } from 'zod';
import { json, redirect } from '../../answer.ts';
import type { Arrived } from '../../arrived.ts';
import type { Deps } from '../../deps.ts';
import { inStore } from '../../present/names.ts';
import { countdownOf } from '../../present/time-left.ts';
import { receiptProps } from '../../present/receipt.ts';
import { recordReturn, storefrontReturn } from '../../return-path.ts';
import { route, type FlashNote, type Route } from '../../route.ts';
import { leaveCustomer } from '../../use-cases/side-cart.ts';

/** The ways out of a context, and the one to stay in it. */
export const assistRoutes: Route[] = [
  route({
    // B6: ends the context alone; the staff cookie was never touched, so there is nothing to restore.
    method: 'POST', area: 'storefront', path: '/assist/exit', handle: 'staff_customer_logout', access: 'public', inContext: 'view',
    audit: { group: 'login-as-customer', action: 'end' }, input: z.object({}),
    run: async ({ deps, request, unit }) => {
      const { caller } = request;
      if (caller.kind !== 'context') return { refused: [{ code: 'not-in-context' }] };
      await leaveCustomer(unit, { deps, request, caller });
      const back = recordReturn(caller.session.returnTo, '/staff');
      const to = back === '/staff' ? `/staff?receipt=${caller.session.id}` : back;
      const answer = redirect(`${deps.config.staffOrigin}${to}`, { cookies: [{ name: 'assist', value: null }] });
      return { recorded: true, answer, ...(back === '/staff' ? {} : { flash: await leftNote({ deps, request, unit }, caller), flashFor: caller.session.staffSessionId }) };
    },
  }),
  route({
    // B8: the request itself is what extends; it is on record that it was asked for.
    method: 'POST', area: 'storefront', path: '/assist/extend', handle: 'staff_customer_extend', access: 'context', inContext: 'view',
    audit: { group: 'login-as-customer', action: 'extend' }, input: z.object({ next: z.string().max(400).catch(''), quiet: z.literal('1').optional().catch(undefined) }),
    run: async ({ request, input }) => {
      if (input.quiet === '1') return { answer: json(countdownOf(request)), entry: {} };
      return { answer: redirect(storefrontReturn(input.next, `${inStore(request).store.base}/account`)), entry: {}, flash: { tone: 'good', code: 'still-here' } };
    },
  }),
  route({
    // B8: what a countdown asks after a sleep and at the end. It keeps nothing alive, and says no more than whether and how long.
    method: 'GET', area: 'storefront', path: '/assist/state', handle: 'staff_customer_state', access: 'public', inContext: 'view', whenEnded: true, countsAsUse: false, input: z.object({}),
    run: async ({ request }) => ({ answer: json(countdownOf(request)) }),
  }),
  route({
    // Off the page "Assist session ended": only its bearer's own click forgets the cookie.
    method: 'POST', area: 'storefront', path: '/assist/leave', handle: 'staff_customer_leave', access: 'public', inContext: 'view',
    audit: { group: 'login-as-customer', action: 'end' }, whenEnded: true, input: z.object({ to: z.enum(['portal', 'shop']).catch('portal') }),
    run: async ({ deps, request, input }) => {
      if (request.caller.kind === 'context') return { refused: [{ code: 'not-in-context' }] };
      const to = input.to === 'portal' ? `${deps.config.staffOrigin}/staff/customers` : `${inStore(request).store.base}/`;
      return { recorded: true, answer: redirect(to, { cookies: [{ name: 'assist', value: null }] }) };
    },
  }),
];

// Back on a record there is no room for the receipt: a sentence says what was done (B6).
async function leftNote({ deps, request, unit }: { deps: Deps; request: Arrived; unit: Unit }, { session, actor, subject }: Extract<Caller, { kind: 'context' }>): Promise<FlashNote> {
  const receipt = await sessionReceipt(unit, { sessionId: session.id, actorId: actor.id });
  const done = receipt === null ? null : receiptProps(deps, request, receipt);
  const facts = { customer: subject.name, orders: done?.orders.length ?? 0, prices: done?.priceChanges.length ?? 0, edits: done?.edits.length ?? 0 };
  return { tone: 'good', code: 'assist-left', facts };
}
