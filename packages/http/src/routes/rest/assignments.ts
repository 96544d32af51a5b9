import { RESOURCE, type AssignmentChange } from '@onbehalf/core';
import { z } from 'zod';
import { json } from '../../answer.ts';
import { route, type Outcome, type Route, type RouteContext } from '../../route.ts';
import { keepAssignments } from '../../use-cases/assign-customers.ts';

const NUMBER = z.string().regex(/^[1-9][0-9]{0,17}$/);
const MEANT = z.object({ staffId: NUMBER, customerIds: z.array(NUMBER).min(1).max(500) });
const CHANGED = z.object({ changed: z.array(z.string()), unchanged: z.array(z.string()).meta({ description: 'Customers that stood as asked already.' }) }).meta({ id: 'AssignmentsChanged' });
const common = { area: 'rest', method: 'POST', access: { resource: RESOURCE.assignments }, inContext: 'never' } as const;

/** Assigning over REST (A5, H1): the pages' rules and refusals, all of it or nothing. */
export const assignmentRestRoutes: Route[] = [
  route({
    ...common, path: '/V1/staffcustomers', handle: 'adminhtml_assignment_save', summary: 'Assign customers to a member of staff, as the primary one unless `primary` is false', audit: { group: 'staff', action: 'assign-customer' },
    input: MEANT.extend({ primary: z.boolean().optional() }), output: CHANGED,
    run: (context) => assign(context, context.input.customerIds, { kind: context.input.primary === false ? 'further' : 'primary', staffId: context.input.staffId }),
  }),
  route({
    ...common, path: '/V1/unassign-staffcustomers', handle: 'adminhtml_assignment_save', summary: 'Take customers away from a member of staff', audit: { group: 'staff', action: 'unassign-customer' },
    input: MEANT, output: CHANGED,
    run: (context) => assign(context, context.input.customerIds, { kind: 'none', staffId: context.input.staffId }),
  }),
];

async function assign({ request, unit }: RouteContext<unknown>, customerIds: readonly string[], change: AssignmentChange): Promise<Outcome> {
  const kept = await keepAssignments(unit, request, [...new Set(customerIds)].map((customerId) => ({ customerId, change })));
  if (!kept.ok) return { refused: kept.error };
  return { recorded: true, answer: json({ changed: kept.value.made.map(({ customerId }) => customerId), unchanged: kept.value.unchanged }) };
}
