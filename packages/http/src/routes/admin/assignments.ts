import { assignableStaff, assignedStaff, assignmentsAfter, peopleOf, record, searchInTime, type AssignmentAsk, type CustomerFilters, type ListedAssignment, type Unit } from '@onbehalf/assist';
import { RESOURCE, type Refusal } from '@onbehalf/core';
import { customerGroups } from '@onbehalf/shop';
import type { ImportState } from '@onbehalf/web';
import { z } from 'zod';
import { page, redirect, type Answer } from '../../answer.ts';
import { inLocale } from '../../frame.ts';
import { actorOfRequest } from '../../present/actor.ts';
import { addressOf, cursorOf, keysetPaging } from '../../present/admin-paging.ts';
import { KIND, asksFor } from '../../present/assignments.ts';
import { csvAnswer } from '../../present/csv-answer.ts';
import { NO_IMPORT, importState } from '../../present/import-state.ts';
import { problemsOf } from '../../problems.ts';
import { route, type Outcome, type Route, type RouteContext } from '../../route.ts';
import { importAssignments, keepAssignments } from '../../use-cases/assign-customers.ts';
import { dryRun } from '../../use-cases/dry-run.ts';

const PATH = '/admin/assignments';
const PAGE = 50;
const BATCH = 1000;
const WORD = z.string().trim().max(200).catch('');
const FILTERS = z.object({ q: WORD, group: WORD, store: WORD, assigned: z.string().regex(/^(none|[1-9][0-9]{0,17})$/).catch(''), after: z.string().max(8000).catch('') });
const MANY = z.union([z.string().max(20), z.array(z.string().max(20)).max(1000)]).optional().transform((sent) => [sent ?? []].flat().filter((one) => /^[1-9][0-9]{0,17}$/.test(one)).slice(0, PAGE));
const CSV = z.object({ csv: z.string().max(2_000_000).catch('') });
type Filters = z.infer<typeof FILTERS>;
const common = { area: 'admin', access: { resource: RESOURCE.assignments }, inContext: 'outside' } as const;
const assigns = { group: 'staff', action: 'assign-customer' } as const;

/** Staff › Assignments: who looks after whom, many at once and by file (A5). */
export const assignmentRoutes: Route[] = [
  route({
    ...common, method: 'GET', path: PATH, handle: 'adminhtml_assignment_index', audit: { group: 'customer', action: 'search' }, input: FILTERS,
    run: async (context) => ({ answer: await show(context, context.input) }),
  }),
  route({
    ...common, method: 'POST', path: PATH, handle: 'adminhtml_assignment_save', audit: assigns, input: FILTERS.extend({ customers: MANY, staff: WORD, kind: KIND }),
    run: (context) => assignTicked(context, context.input),
  }),
  route({
    ...common, method: 'GET', path: `${PATH}/export.csv`, handle: 'adminhtml_assignment_export', input: z.object({}),
    run: async ({ deps, request }) => {
      await deps.db.transaction((unit) => record(unit, { people: peopleOf(request.caller), origin: request.origin, now: request.now }, { group: 'report', action: 'export', object: { type: 'assignments', id: 'all' } }));
      return { answer: csvAnswer(deps, request, { name: 'assignments', columns: ['customer', 'email', 'website', 'staff', 'kind'], batches: exported }) };
    },
  }),
  route({
    ...common, method: 'POST', path: `${PATH}/import/check`, handle: 'adminhtml_assignment_check', audit: assigns, ownTransaction: true, input: CSV,
    run: async (context) => {
      const { deps, request, input } = context;
      const outcome = await dryRun(deps.db, (unit) => importAssignments(unit, request, { csv: input.csv, keep: false }));
      return { recorded: true, answer: await show(context, NO_FILTERS, { importing: importState(deps, request, input.csv, outcome) }) };
    },
  }),
  route({
    ...common, method: 'POST', path: `${PATH}/import`, handle: 'adminhtml_assignment_import', audit: assigns, input: CSV,
    run: async ({ deps, request, unit, input }) => {
      const outcome = await importAssignments(unit, request, { csv: input.csv, keep: true });
      if (outcome.ok) return { recorded: true, answer: redirect(PATH), flash: { tone: 'good', code: 'assignments-imported', facts: { count: outcome.value.rows } } };
      return { refused: outcome.error.refusals, show: (fresh) => show({ deps, request, unit: fresh }, NO_FILTERS, { importing: importState(deps, request, input.csv, outcome), status: 422 }) };
    },
  }),
];

const NO_FILTERS: Filters = { q: '', group: '', store: '', assigned: '', after: '' };

type Asked = Pick<RouteContext<unknown>, 'deps' | 'request' | 'unit'>;

interface Shown {
  importing?: ImportState;
  chosen?: readonly string[];
  typed?: { staff: string; kind: string };
  refusals?: readonly Refusal[];
  status?: number;
}

async function show({ deps, request, unit }: Asked, input: Filters, { importing = NO_IMPORT, chosen = [], typed = { staff: '', kind: 'primary' }, refusals = [], status = 200 }: Shown = {}): Promise<Answer> {
  const { actor } = actorOfRequest(request);
  const { q, group, store, assigned, after } = input;
  const filters: CustomerFilters = { text: q, group, store, lastOrder: '', cart: '', consent: '', assigned };
  const found = await searchInTime(deps.db, { actor, filters, settings: request.settings, now: request.now, limit: PAGE, cursor: cursorOf(after), everybody: true });
  const staff = Map.groupBy(await assignedStaff(unit, found.rows.map(({ id }) => id)), ({ customerId }) => customerId);
  const query = { q, group, store, assigned };
  return page('admin/assignments', {
    rows: found.rows.map(({ id, externalId, name, company, email, groupName, storeName }) => ({
      id, externalId, name, company, email, groupName: inLocale(groupName, request.locale), storeName, staff: (staff.get(id) ?? []).map((one) => ({ name: one.name, href: `/admin/staff/${one.staffId}/customers`, isPrimary: one.isPrimary })),
    })),
    filters: query,
    after,
    stores: deps.stores.map(({ code, name }) => ({ value: code, label: name })),
    groups: (await customerGroups(unit)).map(({ code, name }) => ({ value: code, label: inLocale(name, request.locale) })),
    people: (await assignableStaff(unit)).map(({ id, name }) => ({ value: id, label: name })),
    multiple: request.settings.get('staff/assignment/multiple'),
    incomplete: found.incomplete,
    chosen: [...chosen],
    typed,
    problems: problemsOf(deps, refusals, request),
    importing,
    paging: keysetPaging({ path: PATH, query, trail: after, next: found.next }),
  }, { status: refusals.length > 0 ? 422 : status, ...(q === '' ? {} : { view: { type: 'search', id: q.toLowerCase().slice(0, 60) } }) });
}

type Ticked = Filters & { customers: string[]; staff: string; kind: z.infer<typeof KIND> };

async function assignTicked({ deps, request, unit }: Asked, input: Ticked): Promise<Outcome> {
  const { customers, staff, kind, ...filters } = input;
  const { q, group, store, assigned, after } = filters;
  const change = asksFor(kind, staff);
  const asks: AssignmentAsk[] = change === null ? [] : customers.map((customerId) => ({ customerId, change }));
  const kept = change === null ? { ok: false as const, error: [{ code: 'assignment-staff-unknown', field: 'staff' } as const] } : await keepAssignments(unit, request, asks);
  if (!kept.ok) {
    const refusals = kept.error;
    return { refused: refusals, show: (fresh) => show({ deps, request, unit: fresh }, { q, group, store, assigned, after }, { chosen: customers, typed: { staff, kind }, refusals }) };
  }
  return { recorded: true, answer: redirect(addressOf(PATH, { q, group, store, assigned, after })), flash: { tone: 'good', code: kind === 'none' ? 'customers-unassigned' : 'customers-assigned', facts: { count: kept.value.made.length } } };
}

async function* exported(unit: Unit): AsyncGenerator<string[][]> {
  let last: ListedAssignment | undefined;
  do {
    const rows: ListedAssignment[] = await assignmentsAfter(unit, last === undefined ? null : { customerId: last.customerId, isFurther: !last.isPrimary, staffId: last.staffId }, BATCH);
    yield rows.map(({ customerId, email, website, staffEmail, isPrimary }) => [customerId, email, website, staffEmail, isPrimary ? 'primary' : 'further']);
    last = rows.length === BATCH ? rows.at(-1) : undefined;
  } while (last !== undefined);
}
