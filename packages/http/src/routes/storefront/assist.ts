import { endAssist } from '@onbehalf/assist';
import { z } from 'zod';
import { redirect } from '../../answer.ts';
import { inStore } from '../../present/names.ts';
import { portalReturn, storefrontReturn } from '../../return-path.ts';
import { route, type Route } from '../../route.ts';

/** The ways out of a context, and the one to stay in it. */
export const assistRoutes: Route[] = [
  route({
    // B6: ends the context alone; the staff cookie was never touched, so there is nothing to restore.
    method: 'POST', area: 'storefront', path: '/assist/exit', handle: 'staff_customer_logout', access: 'public', inContext: 'view',
    audit: { group: 'login-as-customer', action: 'end' }, input: z.object({}),
    run: async ({ deps, request, unit }) => {
      const { caller } = request;
      if (caller.kind !== 'context') return { refused: [{ code: 'not-in-context' }] };
      await endAssist(unit, { sessionId: caller.session.id, reason: 'exit', now: request.now, origin: request.origin });
      const back = portalReturn(caller.session.returnTo, '/staff');
      const receipt = back === '/staff' ? `/staff?receipt=${caller.session.id}` : back;
      return { recorded: true, answer: redirect(`${deps.config.staffOrigin}${receipt}`, { cookies: [{ name: 'assist', value: null }] }) };
    },
  }),
  route({
    // B8: the request itself is what extends; it is on record that it was asked for.
    method: 'POST', area: 'storefront', path: '/assist/extend', handle: 'staff_customer_extend', access: 'context', inContext: 'view',
    audit: { group: 'login-as-customer', action: 'extend' }, input: z.object({ next: z.string().max(400).catch('') }),
    run: async ({ request, input }) => ({
      answer: redirect(storefrontReturn(input.next, `${inStore(request).store.base}/account`)),
      entry: {},
      flash: { tone: 'good', code: 'still-here' },
    }),
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
