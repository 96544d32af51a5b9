import { addDeputy, assignableStaff, assignerOf, deputiesOf, removeDeputy } from '@onbehalf/assist';
import { RESOURCE, type Refusal } from '@onbehalf/core';
import { z } from 'zod';
import { page, redirect, type Answer } from '../../answer.ts';
import { actorOfRequest } from '../../present/actor.ts';
import { isDay } from '../../present/admin-days.ts';
import { framedStaff } from '../../present/staff-frame.ts';
import { problemsOf } from '../../problems.ts';
import { route, type Route, type RouteContext } from '../../route.ts';

const PATH = '/admin/staff/:id/deputies';
const NUMBER = z.string().regex(/^[1-9][0-9]{0,17}$/).catch('0');
const WORD = z.string().trim().max(40).catch('');
const ID = z.object({ id: NUMBER });
const common = { area: 'admin', inContext: 'outside' } as const;
const changes = { ...common, method: 'POST', access: { resource: RESOURCE.assignments } } as const;

/** Staff › All Staff › account › Deputy: who stands in from one day to another (A5). */
export const staffDeputyRoutes: Route[] = [
  route({
    ...common, method: 'GET', path: PATH, handle: 'adminhtml_staff_deputies', access: { anyOf: [RESOURCE.staffAccounts, RESOURCE.assignments] }, input: ID,
    run: async (context) => {
      const answer = await show(context, { id: context.input.id });
      return answer === null ? { refused: [{ code: 'staff-not-found' }] } : { answer };
    },
  }),
  route({
    ...changes, path: PATH, handle: 'adminhtml_staff_adddeputy', audit: { group: 'staff', action: 'add-deputy' }, input: ID.extend({ deputy: WORD, from: WORD, to: WORD }),
    run: async ({ deps, request, unit, input }) => {
      const { id, deputy, from, to } = input;
      const wrong: Refusal[] = (['from', 'to'] as const).filter((field) => !isDay(input[field])).map((field) => ({ code: 'date-invalid', field }));
      if (!/^[1-9][0-9]{0,17}$/.test(deputy)) wrong.unshift({ code: 'assignment-staff-unknown', field: 'deputy' });
      const added = wrong.length > 0 ? { ok: false as const, error: wrong } : await addDeputy(unit, { staffId: id, deputyId: deputy, from, to, assigner: assignerOf(actorOfRequest(request).actor), now: request.now });
      if (!added.ok) {
        const refusals = added.error;
        return { refused: refusals, object: { type: 'staff', id }, show: async (fresh) => (await show({ deps, request, unit: fresh }, { id, typed: { deputy, from, to }, refusals })) ?? redirect('/admin/assignments') };
      }
      return { answer: redirect(`/admin/staff/${id}/deputies`), entry: { object: { type: 'staff', id }, detail: { deputy, from, to } }, flash: { tone: 'good', code: 'deputy-added' } };
    },
  }),
  route({
    ...changes, path: `${PATH}/remove`, handle: 'adminhtml_staff_removedeputy', audit: { group: 'staff', action: 'remove-deputy' }, input: ID.extend({ entry: NUMBER }),
    run: async ({ unit, input: { id, entry } }) => {
      const gone = await removeDeputy(unit, { staffId: id, id: entry });
      if (gone === null) return { refused: [{ code: 'not-found' }], object: { type: 'staff', id } };
      return { answer: redirect(`/admin/staff/${id}/deputies`), entry: { object: { type: 'staff', id }, detail: { deputy: gone.deputyId, from: gone.from, to: gone.to } }, flash: { tone: 'good', code: 'deputy-removed' } };
    },
  }),
];

interface Shown {
  id: string;
  typed?: { deputy: string; from: string; to: string };
  refusals?: readonly Refusal[];
}

async function show({ deps, request, unit }: Pick<RouteContext<unknown>, 'deps' | 'request' | 'unit'>, { id, typed = { deputy: '', from: '', to: '' }, refusals = [] }: Shown): Promise<Answer | null> {
  const framed = await framedStaff({ request, unit }, id, 'deputies');
  if (framed === null) return null;
  const deputies = await deputiesOf(unit, id, request.now);
  return page('admin/staff-deputies', {
    frame: framed.frame,
    timeZone: framed.account.timeZone,
    deputies: deputies.map(({ id: entry, name, isActive, from, to, state }) => ({ id: entry, name, isActive, from, to, state })),
    people: (await assignableStaff(unit)).filter((one) => one.id !== id).map((one) => ({ value: one.id, label: one.name })),
    mayAssign: framed.mayAssign,
    typed,
    problems: problemsOf(deps, refusals, request),
  }, { status: refusals.length > 0 ? 422 : 200, view: { type: 'staff', id } });
}
