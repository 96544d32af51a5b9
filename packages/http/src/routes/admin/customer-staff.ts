import { assignableStaff, assignedStaff, holds } from '@onbehalf/assist';
import { RESOURCE, type Refusal } from '@onbehalf/core';
import { z } from 'zod';
import { page, redirect, type Answer } from '../../answer.ts';
import { actorOfRequest } from '../../present/actor.ts';
import { adminCustomerFrame } from '../../present/admin-customer.ts';
import { KIND, asksFor } from '../../present/assignments.ts';
import { problemsOf } from '../../problems.ts';
import { route, type Route, type RouteContext } from '../../route.ts';
import { keepAssignments } from '../../use-cases/assign-customers.ts';

const PATH = '/admin/customers/:id/staff';
const ID = z.object({ id: z.string().regex(/^[1-9][0-9]{0,17}$/).catch('0') });
const common = { area: 'admin', inContext: 'outside' } as const;

/** Customer Information › Assigned staff (A5). */
export const customerStaffRoutes: Route[] = [
  route({
    ...common, method: 'GET', path: PATH, handle: 'adminhtml_customer_staff', access: { resource: RESOURCE.customers }, input: ID,
    run: async (context) => {
      const answer = await show(context, context.input.id);
      return answer === null ? { refused: [{ code: 'not-found' }] } : { answer };
    },
  }),
  route({
    ...common, method: 'POST', path: PATH, handle: 'adminhtml_customer_assign', access: { resource: RESOURCE.assignments }, audit: { group: 'staff', action: 'assign-customer' }, input: ID.extend({ staff: z.string().max(40).catch(''), kind: KIND }),
    run: async ({ deps, request, unit, input: { id, staff, kind } }) => {
      const change = staff === '' ? null : asksFor(kind, staff);
      const kept = change === null ? { ok: false as const, error: [{ code: 'assignment-staff-unknown', field: 'staff' } as const] } : await keepAssignments(unit, request, [{ customerId: id, change }]);
      if (kept.ok) return { recorded: true, answer: redirect(`/admin/customers/${id}/staff`), flash: { tone: 'good', code: kind === 'none' ? 'customers-unassigned' : 'customers-assigned', facts: { count: 1 } } };
      const refusals = kept.error;
      return { refused: refusals, object: { type: 'customer', id }, show: async (fresh) => (await show({ deps, request, unit: fresh }, id, { staff, refusals })) ?? redirect('/admin/customers') };
    },
  }),
];

async function show({ deps, request, unit }: Pick<RouteContext<unknown>, 'deps' | 'request' | 'unit'>, id: string, { staff = '', refusals = [] }: { staff?: string; refusals?: readonly Refusal[] } = {}): Promise<Answer | null> {
  const framed = await adminCustomerFrame({ deps, request, unit }, id, 'staff');
  if (framed === null) return null;
  return page('admin/customer-staff', {
    frame: framed.frame,
    assigned: (await assignedStaff(unit, [id])).map((one) => ({ id: one.staffId, name: one.name, isPrimary: one.isPrimary })),
    people: (await assignableStaff(unit)).map((one) => ({ value: one.id, label: one.name })),
    multiple: request.settings.get('staff/assignment/multiple'),
    mayAssign: holds(actorOfRequest(request).actor, RESOURCE.assignments),
    typed: { staff },
    problems: problemsOf(deps, refusals, request),
  }, { status: refusals.length > 0 ? 422 : 200, view: { type: 'customer', id } });
}
