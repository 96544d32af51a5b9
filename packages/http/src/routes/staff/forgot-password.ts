import { endStaffSessions, presentedToken, staffActorById, staffByEmail, type Actor } from '@onbehalf/assist';
import type { Refusal } from '@onbehalf/core';
import { z } from 'zod';
import { page, redirect, type Answer } from '../../answer.ts';
import type { Arrived } from '../../arrived.ts';
import type { Deps } from '../../deps.ts';
import { problemsOf } from '../../problems.ts';
import { route, type Route } from '../../route.ts';
import { requestReset, useReset } from '../../use-cases/password-reset.ts';
import { deviceChange, staffAttempt } from '../../use-cases/sign-in.ts';

const EMAIL = z.string().trim().max(254).catch('');
const PASSWORD = z.string().max(1024).catch('');
const TOKEN = z.object({ token: z.string().max(100).catch('') });

/** A new password by a link in a mail (A1). */
export const forgotPasswordRoutes: Route[] = [
  route({
    method: 'GET', area: 'staff', path: '/staff/account/forgot', handle: 'staff_account_forgot', access: 'public', inContext: 'outside', input: z.object({}),
    run: async () => ({ answer: page('staff/forgot', { sent: false, problems: [], typed: {} }) }),
  }),
  route({
    method: 'POST', area: 'staff', path: '/staff/account/forgot', handle: 'staff_account_forgotpost', access: 'public', inContext: 'outside',
    audit: { group: 'staff-session', action: 'request-password-reset' }, input: z.object({ email: EMAIL }),
    run: async ({ deps, request, unit, input: { email } }) => {
      const wait = await deps.loginLimits.take(staffAttempt({ deps, request }, { kind: 'staff', email, about: `forgot:${email}` }));
      const account = await staffByEmail(unit, email);
      const answer = page('staff/forgot', { sent: true, problems: [], typed: {} });
      if (account === null || !account.active || wait > 0) return { recorded: true, answer };
      await requestReset(unit, { deps, now: request.now }, { kind: 'staff', id: account.actor.id, email: account.actor.email, locale: account.actor.language, store: '' });
      return { answer, people: aboutStaff(account.actor), entry: { object: { type: 'staff', id: account.actor.id } } };
    },
  }),
  route({
    method: 'GET', area: 'staff', path: '/staff/account/reset', handle: 'staff_account_reset', access: 'public', inContext: 'outside', input: TOKEN,
    run: async ({ input }) => ({ answer: page('staff/reset', { token: input.token, over: presentedToken(input.token, 'reset') === null, problems: [] }, NO_REFERRER) }),
  }),
  route({
    method: 'POST', area: 'staff', path: '/staff/account/reset', handle: 'staff_account_resetpost', access: 'public', inContext: 'outside',
    audit: { group: 'staff-session', action: 'reset-password' }, input: TOKEN.extend({ password: PASSWORD }),
    run: async ({ deps, request, unit, input }) => {
      const { now, origin } = request;
      const used = await useReset(unit, { deps, now }, { kind: 'staff', token: input.token, password: input.password });
      if (!used.ok) return { refused: used.error, show: async () => resetAgain(deps, request, input.token, used.error) };
      const actor = await staffActorById(unit, used.value);
      await endStaffSessions(unit, { staffId: actor.id, reason: 'password-changed', keep: null, now, origin });
      // Who reads the mailbox is no stranger: however many guess at this account, this browser gets to its login (D03).
      return { answer: redirect('/staff/account/login', { cookies: [deviceChange({ deps, request }, actor.email)] }), people: aboutStaff(actor), entry: { object: { type: 'staff', id: actor.id } } };
    },
  }),
];

const NO_REFERRER = { headers: { 'referrer-policy': 'no-referrer' } };

const aboutStaff = (actor: Actor) => ({ actor, subject: null, assistSessionId: null, storeId: null, chained: false });

function resetAgain(deps: Deps, request: Arrived, token: string, refusals: Refusal[]): Answer {
  const over = refusals.some((refusal) => refusal.code === 'reset-link-over');
  return page('staff/reset', { token, over, problems: problemsOf(deps, refusals, request) }, { status: 422, ...NO_REFERRER });
}
