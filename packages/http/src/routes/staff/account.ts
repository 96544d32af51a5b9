import type { Unit } from '@onbehalf/assist';
import { isLocale, type Refusal } from '@onbehalf/core';
import { z } from 'zod';
import { page, redirect } from '../../answer.ts';
import type { Arrived } from '../../arrived.ts';
import { actorOfRequest } from '../../present/actor.ts';
import { timeZones } from '../../present/admin-staff-accounts.ts';
import { problemsOf } from '../../problems.ts';
import { route, type Route } from '../../route.ts';
import { changeOwnPassword } from '../../use-cases/own-password.ts';

const PASSWORD = z.string().max(1024).catch('');

/** The own account: what an administrator set, the ways of speaking, and the password (A1). */
export const staffAccountPageRoutes: Route[] = [
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
      const refusals = await changeOwnPassword(unit, { deps, request }, input);
      if (refusals.length === 0) return { recorded: true, answer: redirect('/staff/account'), flash: { tone: 'good', code: 'password-changed' } };
      return { refused: refusals, show: async (fresh) => page('staff/account', { ...(await accountProps(fresh, request)), problems: problemsOf(deps, refusals, request) }, { status: 422 }) };
    },
  }),
];

async function accountProps(unit: Unit, request: Arrived) {
  const { actor } = actorOfRequest(request);
  const [row] = await unit.query<{ phone: string }>('select phone from staff where id = $1', [actor.id]);
  return { name: actor.name, email: actor.email, phone: row?.phone ?? '', groupName: actor.groupName, roleName: actor.roleName, language: actor.language, timeZone: actor.timeZone, timeZones: timeZones(actor.timeZone), problems: [] };
}
