import { endStaffSession, endStaffSessions, isOpenSessionOf } from '@onbehalf/assist';
import { z } from 'zod';
import { page, redirect } from '../../answer.ts';
import { actorOfRequest } from '../../present/actor.ts';
import { staffSessionViews } from '../../present/staff-sessions.ts';
import { route, type Route } from '../../route.ts';

const PATH = '/staff/account/sessions';
const LOGIN = '/staff/account/login';
const common = { area: 'staff', access: 'actor', inContext: 'outside' } as const;

/** My account › Sessions: who else is logged in as me (A2, S14). */
export const ownSessionRoutes: Route[] = [
  route({
    ...common, method: 'GET', path: PATH, handle: 'staff_account_sessions', input: z.object({}),
    run: async ({ request, unit }) => ({ answer: page('staff/sessions', { sessions: await staffSessionViews(unit, request, actorOfRequest(request).actor.id) }) }),
  }),
  route({
    ...common, method: 'POST', path: `${PATH}/:session/end`, handle: 'staff_account_sessionend', audit: { group: 'staff-session', action: 'end-session' }, input: z.object({ session: z.uuid() }),
    run: async ({ request, unit, input: { session } }) => {
      const { actor, sessionId } = actorOfRequest(request);
      const { now, origin } = request;
      const object = { type: 'staff', id: actor.id };
      if (!(await isOpenSessionOf(unit, { staffId: actor.id, sessionId: session }))) return { refused: [{ code: 'not-found' }], object };
      const isOwn = session === sessionId;
      await endStaffSession(unit, { staffSessionId: session, reason: isOwn ? 'staff-logout' : 'ended-elsewhere', now, origin });
      if (isOwn) return { recorded: true, answer: redirect(LOGIN, { cookies: [{ name: 'staff', value: null }] }) };
      return { answer: redirect(PATH), entry: { object, detail: { session } }, flash: { tone: 'good', code: 'staff-session-ended' } };
    },
  }),
  route({
    ...common, method: 'POST', path: `${PATH}/end-all`, handle: 'staff_account_sessionendall', audit: { group: 'staff-session', action: 'end-all-sessions' }, input: z.object({}),
    run: async ({ request, unit }) => {
      const { actor } = actorOfRequest(request);
      const { now, origin } = request;
      const count = await endStaffSessions(unit, { staffId: actor.id, reason: 'ended-elsewhere', keep: null, now, origin });
      return {
        answer: redirect(LOGIN, { cookies: [{ name: 'staff', value: null }] }), entry: { object: { type: 'staff', id: actor.id }, detail: { count } },
        flash: { tone: 'good', code: 'logged-out-everywhere' }, flashFor: 'guest',
      };
    },
  }),
];
