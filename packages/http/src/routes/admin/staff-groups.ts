import { allStaffGroups, deleteStaffGroup, saveStaffGroup, staffGroupById, type StaffGroup, type StaffGroupSaved } from '@onbehalf/assist';
import { RESOURCE, parsePercentIn, percentIn, type CanonicalValue, type Refusal } from '@onbehalf/core';
import { z } from 'zod';
import { page, redirect, type Answer } from '../../answer.ts';
import { actorOfRequest } from '../../present/actor.ts';
import { staffNames } from '../../present/admin-staff.ts';
import { problemsOf } from '../../problems.ts';
import { route, type Outcome, type Route, type RouteContext } from '../../route.ts';
import { followDefaultGroup } from '../../use-cases/default-staff-group.ts';

const PATH = '/admin/staff-groups';
const common = { area: 'admin', access: { resource: RESOURCE.staffGroups }, inContext: 'outside' } as const;
const NUMBER = z.string().regex(/^[1-9][0-9]{0,17}$/);
const ID = z.object({ id: NUMBER.catch('0') });
const FORM = z.object({ name: z.string().trim().max(80).catch(''), lead: NUMBER.nullable().catch(null), commissionRate: z.string().trim().max(20).catch('') });

/** Staff › Staff groups (A4). */
export const staffGroupRoutes: Route[] = [
  route({
    ...common, method: 'GET', path: PATH, handle: 'adminhtml_staffgroup_index', input: z.object({}),
    run: async ({ request, unit }) => {
      const groups = await allStaffGroups(unit);
      return { answer: page('admin/staff-groups', { rows: groups.map(({ id, name, leadName, staffCount }) => ({ id, name, href: `${PATH}/${id}`, isDefault: isDefault(request, name), leadName, staffCount })) }) };
    },
  }),
  route({
    ...common, method: 'GET', path: `${PATH}/new`, handle: 'adminhtml_staffgroup_new', input: z.object({}),
    run: async (context) => ({ answer: await show(context, { group: null, typed: { name: '', lead: null, commissionRate: '' } }) }),
  }),
  route({ ...common, method: 'POST', path: PATH, handle: 'adminhtml_staffgroup_create', audit: { group: 'staff-group', action: 'create' }, input: FORM, run: (context) => save(context, null, context.input) }),
  route({
    ...common, method: 'GET', path: `${PATH}/:id`, handle: 'adminhtml_staffgroup_edit', input: ID,
    run: async (context) => {
      const group = await staffGroupById(context.unit, context.input.id);
      if (group === null) return { refused: [{ code: 'staff-group-not-found' }] };
      return { answer: await show(context, { group, typed: typedOf(context.request, group) }) };
    },
  }),
  route({
    ...common, method: 'POST', path: `${PATH}/:id`, handle: 'adminhtml_staffgroup_save', audit: { group: 'staff-group', action: 'update' }, input: FORM.extend(ID.shape),
    run: (context) => save(context, context.input.id, context.input),
  }),
  route({
    ...common, method: 'POST', path: `${PATH}/:id/delete`, handle: 'adminhtml_staffgroup_delete', audit: { group: 'staff-group', action: 'delete' }, input: ID,
    run: async (context) => {
      const { request, unit, input: { id } } = context;
      const gone = await deleteStaffGroup(unit, { actorId: actorOfRequest(request).actor.id, id, defaultName: request.settings.get('staff/group/default') });
      if (!gone.ok) return refusedAt(context, id, { typed: null, refusals: gone.error });
      const { name } = gone.value;
      return { answer: redirect(PATH), entry: { object: { type: 'staff-group', id }, detail: { name } }, flash: { tone: 'good', code: 'staff-group-deleted', facts: { name } } };
    },
  }),
];

type Asked = Pick<RouteContext<unknown>, 'deps' | 'request' | 'unit'>;
type Typed = z.infer<typeof FORM>;

function isDefault({ settings }: Asked['request'], name: string): boolean {
  return settings.get('staff/group/default').trim().toLowerCase() === name.toLowerCase();
}

async function show({ deps, request, unit }: Asked, { group, typed, refusals = [] }: { group: StaffGroup | null; typed: Typed; refusals?: readonly Refusal[] }): Promise<Answer> {
  return page('admin/staff-group', {
    id: group?.id ?? null,
    title: group?.name ?? deps.web.message('staffGroups.newTitle', request.locale),
    name: typed.name,
    lead: typed.lead ?? '',
    commissionRate: typed.commissionRate,
    staff: (await staffNames(unit)).map(({ id, name }) => ({ value: id, label: name })),
    isDefault: group !== null && isDefault(request, group.name),
    staffCount: group?.staffCount ?? 0,
    problems: problemsOf(deps, refusals, request),
  }, { status: refusals.length > 0 ? 422 : 200 });
}

async function save(context: Asked, id: string | null, { name, lead, commissionRate }: Typed): Promise<Outcome> {
  const { request, unit } = context;
  const typed = { name, lead, commissionRate };
  const commissionBasisPoints = parsePercentIn(commissionRate, request.locale);
  if (commissionBasisPoints === undefined) return refusedAt(context, id, { typed, refusals: [{ code: 'staff-percent-invalid', field: 'commissionRate' }] });
  const done = await saveStaffGroup(unit, { actorId: actorOfRequest(request).actor.id, id, name, leadId: lead, commissionBasisPoints });
  if (!done.ok) return refusedAt(context, id, { typed, refusals: done.error });
  const { after } = done.value;
  const moved = await followDefaultGroup(unit, request, done.value);
  return {
    answer: redirect(`${PATH}/${after.id}`),
    entry: { object: { type: 'staff-group', id: after.id }, detail: { ...groupDetail(done.value), ...(moved ? { setting: 'staff/group/default' } : {}) } },
    flash: { tone: 'good', code: 'staff-group-saved', facts: { name: after.name } },
  };
}

function typedOf({ locale }: Asked['request'], group: StaffGroup | null): Typed {
  return { name: group?.name ?? '', lead: group?.leadId ?? null, commissionRate: percentIn(group?.commissionBasisPoints ?? null, locale) };
}

const rateOf = (group: StaffGroup | null): string => percentIn(group?.commissionBasisPoints ?? null, 'en');

function groupDetail({ before, after }: StaffGroupSaved): { [name: string]: CanonicalValue } {
  const facts = [['name', before?.name, after.name], ['lead', before?.leadId, after.leadId], ['commissionRate', rateOf(before), rateOf(after)]] as const;
  return { name: after.name, changes: facts.filter(([, was, is]) => (was ?? '') !== (is ?? '')).map(([path, was, is]) => ({ path, before: was ?? '', after: is ?? '' })) };
}

function refusedAt({ deps, request }: Asked, id: string | null, { typed, refusals }: { typed: Typed | null; refusals: Refusal[] }): Outcome {
  const object = id === null ? {} : { object: { type: 'staff-group', id } };
  if (refusals.some(({ code }) => code === 'staff-group-not-found' || code === 'forbidden')) return { refused: refusals, ...object };
  return {
    refused: refusals,
    ...object,
    show: async (fresh) => {
      const group = id === null ? null : await staffGroupById(fresh, id);
      return show({ deps, request, unit: fresh }, { group, typed: typed ?? typedOf(request, group), refusals });
    },
  };
}
