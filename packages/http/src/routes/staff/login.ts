import {
  changeStaffPassword,
  endStaffSession,
  endStaffSessionsOf,
  hashPassword,
  openStaffSession,
  presentedToken,
  recordLoginRefused,
  staffByEmail,
  verifyPassword,
  type Actor,
  type Unit,
} from '@onbehalf/assist';
import { isLocale, type Refusal } from '@onbehalf/core';
import { z } from 'zod';
import { page, redirect, type Answer } from '../../answer.ts';
import type { Arrived } from '../../arrived.ts';
import type { Deps } from '../../deps.ts';
import { problemsOf } from '../../problems.ts';
import { portalReturn } from '../../return-path.ts';
import { route, type Route } from '../../route.ts';
import { actorOfRequest } from '../../present/actor.ts';
import { timeZones } from '../../present/admin-staff-accounts.ts';
import { demoAccounts } from '../../present/demo-accounts.ts';
import { passwordRefusals, requestReset, tellPasswordChanged, useReset } from '../../use-cases/password-reset.ts';

const EMAIL = z.string().trim().max(254).catch('');
const PASSWORD = z.string().max(1024).catch('');
const NEXT = z.string().max(400).catch('');

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
      const { now, origin } = request;
      const { token } = await deps.db.transaction((unit) => openStaffSession(unit, { actor: checked.actor, kind: 'browser', now, origin, random: deps.random }));
      return { recorded: true, answer: redirect(portalReturn(input.next, '/staff'), { cookies: [{ name: 'staff', value: token }] }) };
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
  route({
    method: 'GET', area: 'staff', path: '/staff/account/forgot', handle: 'staff_account_forgot', access: 'public', inContext: 'outside', input: z.object({}),
    run: async () => ({ answer: page('staff/forgot', { sent: false, problems: [], typed: {} }) }),
  }),
  route({
    method: 'POST', area: 'staff', path: '/staff/account/forgot', handle: 'staff_account_forgotpost', access: 'public', inContext: 'outside',
    audit: { group: 'staff-session', action: 'request-password-reset' }, input: z.object({ email: EMAIL }),
    run: async ({ deps, request, unit, input }) => {
      const attempt = { kind: 'staff', email: `forgot:${input.email}`, ip: request.peer } as const;
      const wait = await deps.loginLimits.wait(attempt);
      await deps.loginLimits.failed(attempt);
      const account = await staffByEmail(unit, input.email);
      const answer = page('staff/forgot', { sent: true, problems: [], typed: {} });
      if (account === null || !account.active || wait > 0) return { recorded: true, answer };
      await requestReset(unit, { deps, now: request.now }, { kind: 'staff', id: account.actor.id, email: account.actor.email, locale: account.actor.language, store: '' });
      return { answer, people: aboutStaff(account.actor), entry: { object: { type: 'staff', id: account.actor.id } } };
    },
  }),
  route({
    method: 'GET', area: 'staff', path: '/staff/account/reset', handle: 'staff_account_reset', access: 'public', inContext: 'outside', input: z.object({ token: z.string().max(100).catch('') }),
    run: async ({ input }) => ({ answer: page('staff/reset', { token: input.token, over: presentedToken(input.token, 'reset') === null, problems: [] }, NO_REFERRER) }),
  }),
  route({
    method: 'POST', area: 'staff', path: '/staff/account/reset', handle: 'staff_account_resetpost', access: 'public', inContext: 'outside',
    audit: { group: 'staff-session', action: 'reset-password' }, input: z.object({ token: z.string().max(100).catch(''), password: PASSWORD }),
    run: async ({ deps, request, unit, input }) => {
      const used = await useReset(unit, { deps, now: request.now }, { kind: 'staff', token: input.token, password: input.password });
      if (!used.ok) return { refused: used.error, show: async () => resetAgain(deps, request, input.token, used.error) };
      await endStaffSessionsOf(unit, { staffId: used.value, keep: null, reason: 'password-changed', now: request.now, origin: request.origin });
      return { recorded: true, answer: redirect('/staff/account/login') };
    },
  }),
  route({
    method: 'GET', area: 'staff', path: '/staff/account', handle: 'staff_account_index', access: 'actor', inContext: 'outside', input: z.object({}),
    run: async ({ request, unit }) => ({ answer: page('staff/account', await accountProps(unit, request)) }),
  }),
  route({
    method: 'POST', area: 'staff', path: '/staff/account/ways', handle: 'staff_account_ways', access: 'actor', inContext: 'outside',
    audit: { group: 'staff', action: 'update' }, input: z.object({ language: z.string().max(10).catch(''), timeZone: z.string().max(120).catch('') }),
    run: async ({ deps, request, unit, input: { language, timeZone } }) => {
      const { actor } = actorOfRequest(request);
      const object = { type: 'staff', id: actor.id };
      const refusals: Refusal[] = [...(isLocale(language) ? [] : [{ code: 'invalid-input', field: 'language' } as const]), ...(timeZones(actor.timeZone).includes(timeZone) ? [] : [{ code: 'staff-time-zone-unknown', field: 'timeZone' } as const])];
      if (refusals.length > 0) return { refused: refusals, object, show: async (fresh) => page('staff/account', { ...(await accountProps(fresh, request)), problems: problemsOf(deps, refusals, request) }, { status: 422 }) };
      await unit.query('update staff set language = $2, time_zone = $3 where id = $1::bigint', [actor.id, language, timeZone]);
      const changes = [{ path: 'language', before: actor.language, after: language }, { path: 'timeZone', before: actor.timeZone, after: timeZone }].filter(({ before, after }) => before !== after);
      return { answer: redirect('/staff/account'), entry: { object, detail: { changes } }, recorded: changes.length === 0, flash: { tone: 'good', code: 'ways-saved' } };
    },
  }),
  route({
    method: 'POST', area: 'staff', path: '/staff/account/password', handle: 'staff_account_password', access: 'actor', inContext: 'outside',
    audit: { group: 'staff-session', action: 'change-password' }, input: z.object({ current: PASSWORD, password: PASSWORD }),
    run: async ({ deps, request, unit, input }) => {
      const refusals = await changeOwnPassword(deps, unit, request, input);
      if (refusals.length === 0) return { recorded: true, answer: redirect('/staff/account'), flash: { tone: 'good', code: 'password-changed' } };
      return { refused: refusals, show: async (fresh) => page('staff/account', { ...(await accountProps(fresh, request)), problems: problemsOf(deps, refusals, request) }, { status: 422 }) };
    },
  }),
];

const NO_REFERRER = { headers: { 'referrer-policy': 'no-referrer' } };

function aboutStaff(actor: Actor) {
  return { actor, subject: null, assistSessionId: null, storeId: null, chained: false };
}

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

function resetAgain(deps: Deps, request: Arrived, token: string, refusals: Refusal[]): Answer {
  const over = refusals.some((refusal) => refusal.code === 'reset-link-over');
  return page('staff/reset', { token, over, problems: problemsOf(deps, refusals, request) }, { status: 422, ...NO_REFERRER });
}

/** A1: wrong password, unknown e-mail and inactive account get the same answer after the same work. */
export async function checkStaff({ deps, request }: { deps: Deps; request: Arrived }, { email, password }: { email: string; password: string }): Promise<{ actor: Actor } | { refusal: Refusal }> {
  const attempt = { kind: 'staff', email, ip: request.peer } as const;
  const wait = await deps.loginLimits.wait(attempt);
  const account = await deps.db.read((unit) => staffByEmail(unit, email));
  const code = wait > 0 ? 'too-many-attempts' : 'credentials-wrong';
  const right = wait === 0 && (await verifyPassword(account?.passwordHash ?? null, password));
  if (right && account !== null && account.active) {
    await deps.loginLimits.succeeded(attempt);
    return { actor: account.actor };
  }
  if (wait === 0) await deps.loginLimits.failed(attempt);
  const { now, origin } = request;
  await deps.db.transaction((unit) => recordLoginRefused(unit, { account: account?.actor ?? null, now, origin, code }));
  return { refusal: wait > 0 ? { code, facts: { minutes: Math.ceil(wait / 60), seconds: wait } } : { code } };
}

async function accountProps(unit: Unit, { caller }: Arrived) {
  if (caller.kind !== 'actor') throw new Error('A staff page without a member of staff');
  const { actor } = caller;
  const [row] = await unit.query<{ phone: string }>('select phone from staff where id = $1', [actor.id]);
  return { name: actor.name, email: actor.email, phone: row?.phone ?? '', groupName: actor.groupName, roleName: actor.roleName, language: actor.language, timeZone: actor.timeZone, timeZones: timeZones(actor.timeZone), problems: [] };
}

async function changeOwnPassword(deps: Deps, unit: Unit, request: Arrived, { current, password }: { current: string; password: string }): Promise<Refusal[]> {
  const { caller, now, origin } = request;
  if (caller.kind !== 'actor') return [{ code: 'not-signed-in' }];
  const account = await staffByEmail(unit, caller.actor.email);
  if (!(await verifyPassword(account?.passwordHash ?? null, current))) return [{ code: 'password-wrong', field: 'current' }];
  if (current === password) return [{ code: 'password-same', field: 'password' }];
  const weak = passwordRefusals(password);
  if (weak.length > 0) return weak;
  const others = await changeStaffPassword(unit, { actor: caller.actor, hash: await hashPassword(password), now, origin, keepSession: caller.sessionId });
  for (const staffSessionId of others) await endStaffSession(unit, { staffSessionId, reason: 'password-changed', now, origin });
  await tellPasswordChanged(unit, { deps, now }, { kind: 'staff', id: caller.actor.id });
  return [];
}

