import { endStaffSession } from '@onbehalf/assist';
import type { Refusal } from '@onbehalf/core';
import { z } from 'zod';
import { page, redirect, type Answer } from '../../answer.ts';
import type { Arrived } from '../../arrived.ts';
import type { Deps } from '../../deps.ts';
import { demoAccounts } from '../../present/demo-accounts.ts';
import { problemsOf } from '../../problems.ts';
import { portalReturn } from '../../return-path.ts';
import { route, type Route } from '../../route.ts';
import { checkStaff, enterPortal, refuseLogin } from '../../use-cases/sign-in.ts';

const EMAIL = z.string().trim().max(254).catch('');
const PASSWORD = z.string().max(1024).catch('');
const NEXT = z.string().max(400).catch('');

/** One way in for members of staff and administrators, and the way out (A1). */
export const staffLoginRoutes: Route[] = [
  route({
    method: 'GET', area: 'staff', path: '/staff/account/login', handle: 'staff_account_login', access: 'public', inContext: 'outside', input: z.object({ next: NEXT }),
    run: async ({ deps, request, input }) => {
      if (request.caller.kind === 'actor') return { answer: redirect(portalReturn(input.next, '/staff')) };
      return { answer: showLogin(deps, request, { next: input.next, email: '', refusals: [] }) };
    },
  }),
  route({
    method: 'POST', area: 'staff', path: '/staff/account/login', handle: 'staff_account_loginpost', access: 'public', inContext: 'outside',
    audit: { group: 'staff-session', action: 'login' }, ownTransaction: true, input: z.object({ email: EMAIL, password: PASSWORD, next: NEXT }),
    run: async ({ deps, request, input }) => {
      const checked = await checkStaff({ deps, request }, input);
      if ('refusal' in checked) return { recorded: true, answer: showLogin(deps, request, { next: input.next, email: input.email, refusals: [checked.refusal] }) };
      const entry = await enterPortal({ deps, request }, checked.actor, input.next);
      if (entry !== null) return { recorded: true, answer: redirect(entry.to, { cookies: entry.cookies }) };
      await refuseLogin({ deps, request }, checked.actor, { code: 'sign-in-over' });
      return { recorded: true, answer: showLogin(deps, request, { next: input.next, email: input.email, refusals: [{ code: 'sign-in-over' }] }) };
    },
  }),
  route({
    method: 'POST', area: 'staff', path: '/staff/account/logout', handle: 'staff_account_logout', access: 'actor', inContext: 'outside',
    audit: { group: 'staff-session', action: 'logout' }, input: z.object({}),
    run: async ({ request, unit }) => {
      const { caller, now, origin } = request;
      if (caller.kind === 'actor') await endStaffSession(unit, { staffSessionId: caller.sessionId, reason: 'staff-logout', now, origin });
      return { recorded: true, answer: redirect('/staff/account/login', { cookies: [{ name: 'staff', value: null }] }) };
    },
  }),
];

function showLogin(deps: Deps, request: Arrived, { next, email, refusals }: { next: string; email: string; refusals: Refusal[] }): Answer {
  const { demo, demoPassword } = deps.config;
  const notice: Refusal[] = request.staffSessionOver && refusals.length === 0 ? [{ code: 'staff-session-over' }] : refusals;
  return page('staff/login', {
    next: portalReturn(next, ''),
    problems: problemsOf(deps, notice, request),
    typed: { email },
    demoAccounts: demo ? demoAccounts(deps, request.locale) : [],
    demoPassword: demo ? demoPassword : null,
  }, { status: refusals.length > 0 ? 422 : 200 });
}
