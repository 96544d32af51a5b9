import { holds, ownRights, isStaffAbove, secondFactorOf } from '@onbehalf/assist';
import { RESOURCE, type Refusal } from '@onbehalf/core';
import { z } from 'zod';
import { page, redirect, type Answer } from '../../answer.ts';
import { actorOfRequest } from '../../present/actor.ts';
import { framedStaff } from '../../present/staff-frame.ts';
import { staffSessionViews } from '../../present/staff-sessions.ts';
import { problemsOf } from '../../problems.ts';
import { route, type Outcome, type Route, type RouteContext } from '../../route.ts';
import { isAskedByRole } from '../../use-cases/own-second-factor.ts';
import { endAllSessionsOf, endSessionOf, resetFactorOf } from '../../use-cases/staff-security.ts';

const ID = z.object({ id: z.string().regex(/^[1-9][0-9]{0,17}$/).catch('0') });
const common = { area: 'admin', inContext: 'outside' } as const;
const ending = { ...common, method: 'POST', access: { resource: RESOURCE.staffSessions } } as const;
const pathOf = (id: string): string => `/admin/staff/${id}/security`;

/** Staff › All Staff › account › Sessions and second factor (A2). */
export const staffSecurityRoutes: Route[] = [
  route({
    ...common, method: 'GET', path: pathOf(':id'), handle: 'adminhtml_staff_security', access: { anyOf: [RESOURCE.staffSessions, RESOURCE.resetSecondFactor] }, input: ID,
    run: async (context) => {
      const answer = await show(context, context.input.id, []);
      return answer === null ? { refused: [{ code: 'staff-not-found' }] } : { answer };
    },
  }),
  route({
    ...ending, path: '/admin/staff/:id/sessions/:session/end', handle: 'adminhtml_staff_endsession', audit: { group: 'staff-session', action: 'end-session' }, input: ID.extend({ session: z.uuid() }),
    run: async (context) => {
      const { id, session } = context.input;
      const ended = await endSessionOf(context.unit, context, { staffId: id, sessionId: session });
      if (!ended.ok) return refusedAt(context, id, ended.error);
      return { answer: redirect(pathOf(id)), entry: { object: { type: 'staff', id }, detail: { session } }, flash: { tone: 'good', code: 'staff-session-ended' } };
    },
  }),
  route({
    ...ending, path: '/admin/staff/:id/sessions/end-all', handle: 'adminhtml_staff_endallsessions', audit: { group: 'staff-session', action: 'end-all-sessions' }, input: ID,
    run: async (context) => {
      const { id } = context.input;
      const ended = await endAllSessionsOf(context.unit, context, id);
      if (!ended.ok) return refusedAt(context, id, ended.error);
      return { answer: redirect(pathOf(id)), entry: { object: { type: 'staff', id }, detail: { count: ended.value } }, flash: { tone: 'good', code: 'sessions-ended', facts: { count: ended.value } } };
    },
  }),
  route({
    ...common, method: 'POST', path: '/admin/staff/:id/second-factor/reset', handle: 'adminhtml_staff_resetfactor', access: { resource: RESOURCE.resetSecondFactor }, audit: { group: 'staff-session', action: 'reset-second-factor' }, input: ID,
    run: async (context) => {
      const { id } = context.input;
      const done = await resetFactorOf(context.unit, context, id);
      if (!done.ok) return refusedAt(context, id, done.error);
      return { recorded: true, answer: redirect(pathOf(id)), flash: { tone: 'good', code: 'second-factor-reset', facts: { name: done.value.name } } };
    },
  }),
];

type Asked = Pick<RouteContext<unknown>, 'deps' | 'request' | 'unit'>;

function refusedAt({ deps, request }: Asked, id: string, refused: Refusal[]): Outcome {
  const object = { type: 'staff', id };
  if (refused.some(({ code }) => code === 'staff-not-found' || code === 'forbidden')) return { refused, object };
  return { refused, object, show: async (unit) => (await show({ deps, request, unit }, id, refused)) ?? redirect('/admin/staff') };
}

async function show({ deps, request, unit }: Asked, id: string, refusals: readonly Refusal[]): Promise<Answer | null> {
  const framed = await framedStaff({ request, unit }, id, 'security');
  if (framed === null) return null;
  const { actor } = actorOfRequest(request);
  const reaches = async (needs: typeof RESOURCE.staffSessions | typeof RESOURCE.resetSecondFactor): Promise<boolean> => {
    const own = holds(actor, needs) ? await ownRights(unit, { actorId: actor.id, needs }) : null;
    return own !== null && !isStaffAbove(own, framed.account);
  };
  return page('admin/staff-security', {
    frame: framed.frame,
    sessions: await staffSessionViews(unit, request, id),
    factor: await secondFactorOf(unit, id),
    askedByRole: await isAskedByRole(unit, id),
    mayEnd: await reaches(RESOURCE.staffSessions),
    mayReset: await reaches(RESOURCE.resetSecondFactor),
    isOwn: actor.id === id,
    problems: problemsOf(deps, refusals, request),
  }, { status: refusals.length > 0 ? 422 : 200, view: { type: 'staff', id } });
}
