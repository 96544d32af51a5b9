import { customersByKey, customersOfStaff, type AssignmentAsk } from '@onbehalf/assist';
import { RESOURCE, type Refusal } from '@onbehalf/core';
import { z } from 'zod';
import { page, redirect, type Answer } from '../../answer.ts';
import { cursorOf, keysetPaging } from '../../present/admin-paging.ts';
import { framedStaff } from '../../present/staff-frame.ts';
import { problemsOf } from '../../problems.ts';
import { route, type Outcome, type Route, type RouteContext } from '../../route.ts';
import { keepAssignments } from '../../use-cases/assign-customers.ts';

const PATH = '/admin/staff/:id/customers';
const PAGE = 50;
const NUMBER = z.string().regex(/^[1-9][0-9]{0,17}$/).catch('0');
const ID = z.object({ id: NUMBER });
const common = { area: 'admin', inContext: 'outside' } as const;
const changes = { ...common, method: 'POST', access: { resource: RESOURCE.assignments } } as const;

/** Staff › All Staff › account › Assigned customers (A5). */
export const staffCustomerRoutes: Route[] = [
  route({
    ...common, method: 'GET', path: PATH, handle: 'adminhtml_staff_customers', access: { anyOf: [RESOURCE.staffAccounts, RESOURCE.assignments] }, input: ID.extend({ q: z.string().trim().max(200).catch(''), after: z.string().max(2000).catch('') }),
    run: async (context) => {
      const { id, q, after } = context.input;
      const answer = await show(context, { id, q, after });
      return answer === null ? { refused: [{ code: 'staff-not-found' }] } : { answer };
    },
  }),
  route({
    ...changes, path: PATH, handle: 'adminhtml_staff_assign', audit: { group: 'staff', action: 'assign-customer' }, input: ID.extend({ customer: z.string().trim().max(254).catch(''), kind: z.enum(['primary', 'further']).catch('primary') }),
    run: async (context) => {
      const { id, customer, kind } = context.input;
      const [found, another] = await customersByKey(context.unit, [customer]);
      if (found === undefined || another !== undefined) return refused(context, { id, customer, refusals: [{ code: found === undefined ? 'assignment-customer-unknown' : 'assignment-customer-ambiguous', field: 'customer' }] });
      return keep(context, { id, customer, ask: { customerId: found.id, change: { kind, staffId: id } } });
    },
  }),
  route({
    ...changes, path: `${PATH}/remove`, handle: 'adminhtml_staff_unassign', audit: { group: 'staff', action: 'unassign-customer' }, input: ID.extend({ customer: NUMBER }),
    run: (context) => keep(context, { id: context.input.id, customer: '', ask: { customerId: context.input.customer, change: { kind: 'none', staffId: context.input.id } } }),
  }),
];

type Asked = Pick<RouteContext<unknown>, 'deps' | 'request' | 'unit'>;

async function keep(asked: Asked, { id, customer, ask }: { id: string; customer: string; ask: AssignmentAsk }): Promise<Outcome> {
  const kept = await keepAssignments(asked.unit, asked.request, [ask]);
  if (!kept.ok) return refused(asked, { id, customer, refusals: kept.error });
  return { recorded: true, answer: redirect(`/admin/staff/${id}/customers`), flash: { tone: 'good', code: ask.change.kind === 'none' ? 'customers-unassigned' : 'customers-assigned', facts: { count: 1 } } };
}

function refused({ deps, request }: Asked, { id, customer, refusals }: { id: string; customer: string; refusals: Refusal[] }): Outcome {
  return { refused: refusals, object: { type: 'staff', id }, show: async (unit) => (await show({ deps, request, unit }, { id, q: '', after: '', customer, refusals })) ?? redirect('/admin/assignments') };
}

async function show({ deps, request, unit }: Asked, { id, q, after, customer = '', refusals = [] }: { id: string; q: string; after: string; customer?: string; refusals?: readonly Refusal[] }): Promise<Answer | null> {
  const framed = await framedStaff({ request, unit }, id, 'customers');
  if (framed === null) return null;
  const cursor = cursorOf(after);
  const found = await customersOfStaff(unit, { staffId: id, after: cursor !== null && /^[0-9]{1,18}$/.test(cursor) ? cursor : null, limit: PAGE, text: q });
  return page('admin/staff-customers', {
    frame: framed.frame,
    rows: found.rows.map(({ id: customerId, externalId, name, company, email, store, isPrimary }) => ({ id: customerId, externalId, name, company, email, storeName: deps.stores.find((one) => one.code === store)?.name ?? '', isPrimary })),
    query: q,
    multiple: request.settings.get('staff/assignment/multiple'),
    mayAssign: framed.mayAssign,
    typed: { customer },
    problems: problemsOf(deps, refusals, request),
    paging: keysetPaging({ path: `/admin/staff/${id}/customers`, query: { q }, trail: after, next: found.next }),
  }, { status: refusals.length > 0 ? 422 : 200, view: { type: 'staff-customers', id } });
}
