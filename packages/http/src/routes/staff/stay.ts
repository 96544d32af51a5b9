import { z } from 'zod';
import { json, redirect } from '../../answer.ts';
import { countdownOf } from '../../present/time-left.ts';
import { portalReturn } from '../../return-path.ts';
import { route, type Route } from '../../route.ts';

/** "Stay logged in" in the portal, and what its countdown asks (B8). */
export const stayRoutes: Route[] = [
  route({
    // The request itself is what extends.
    method: 'POST', area: 'staff', path: '/staff/account/extend', handle: 'staff_account_extend', access: 'actor', inContext: 'outside',
    audit: { group: 'staff-session', action: 'extend' }, input: z.object({ next: z.string().max(400).catch(''), quiet: z.literal('1').optional().catch(undefined) }),
    run: async ({ request, input }) => {
      if (input.quiet === '1') return { answer: json(countdownOf(request)), entry: {} };
      return { answer: redirect(portalReturn(input.next, '/staff')), entry: {}, flash: { tone: 'good', code: 'still-here' } };
    },
  }),
  route({
    method: 'GET', area: 'staff', path: '/staff/account/session', handle: 'staff_account_session', access: 'public', inContext: 'outside', countsAsUse: false, input: z.object({}),
    run: async ({ request }) => ({ answer: json(countdownOf(request)) }),
  }),
];
