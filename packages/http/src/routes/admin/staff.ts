import { allRoles, searchStaff, staffById, type StaffAccountRecord } from '@onbehalf/assist';
import { RESOURCE, type Refusal } from '@onbehalf/core';
import type { StaffAccountFields } from '@onbehalf/web';
import { z } from 'zod';
import { page, redirect, type Answer } from '../../answer.ts';
import { cursorOf, keysetPaging } from '../../present/admin-paging.ts';
import { STAFF_FORM, groupChoices, newFields, readStaffForm, shownFields, staffFormProps, staffRow } from '../../present/admin-staff-accounts.ts';
import { route, type Outcome, type Route, type RouteContext } from '../../route.ts';
import { keepStaffAccount } from '../../use-cases/save-staff-account.ts';

const PAGE = 50;
const PATH = '/admin/staff';
const common = { area: 'admin', access: { resource: RESOURCE.staffAccounts }, inContext: 'outside' } as const;
const NUMBER = z.string().regex(/^[1-9][0-9]{0,17}$/);
const ID = z.object({ id: NUMBER.catch('0') });
const FILTERS = z.object({ q: z.string().trim().max(100).catch(''), active: z.enum(['', 'yes', 'no']).catch(''), role: NUMBER.catch(''), group: NUMBER.catch(''), after: z.string().max(4000).catch('') });

/** Staff › All Staff (A3). */
export const staffAccountRoutes: Route[] = [
  route({
    ...common, method: 'GET', path: PATH, handle: 'adminhtml_staff_index', input: FILTERS,
    run: async ({ unit, input: { q, active, role, group, after } }) => {
      const filters = { text: q, active: active === '' ? null : active === 'yes', roleId: role === '' ? null : role, groupId: group === '' ? null : group };
      const found = await searchStaff(unit, { filters, after: cursorOf(after), limit: PAGE });
      return {
        answer: page('admin/staff', {
          rows: found.rows.map(staffRow),
          filters: { q, active, role, group },
          roles: (await allRoles(unit)).map(({ id, name }) => ({ value: id, label: name })),
          groups: await groupChoices(unit),
          paging: keysetPaging({ path: PATH, query: { q, active, role, group }, trail: after, next: found.next }),
        }),
      };
    },
  }),
  route({
    ...common, method: 'GET', path: `${PATH}/new`, handle: 'adminhtml_staff_new', input: z.object({}),
    run: async (context) => ({ answer: await show(context, { account: null, fields: await newFields(context) }) }),
  }),
  route({
    ...common, method: 'POST', path: PATH, handle: 'adminhtml_staff_create', audit: { group: 'staff', action: 'create' }, input: STAFF_FORM,
    run: async (context) => save(context, { id: null, typed: context.input }),
  }),
  route({
    ...common, method: 'GET', path: `${PATH}/:id`, handle: 'adminhtml_staff_edit', input: ID,
    run: async (context) => {
      const account = await staffById(context.unit, context.input.id);
      if (account === null) return { refused: [{ code: 'staff-not-found' }] };
      return { answer: { ...(await show(context, { account, fields: shownFields(context, account) })), view: { type: 'staff', id: account.id } } };
    },
  }),
  route({
    ...common, method: 'POST', path: `${PATH}/:id`, handle: 'adminhtml_staff_save', audit: { group: 'staff', action: 'update' }, input: STAFF_FORM.extend(ID.shape),
    run: async (context) => save(context, { id: context.input.id, typed: context.input }),
  }),
];

type Asked = Pick<RouteContext<unknown>, 'deps' | 'request' | 'unit'>;

async function show(asked: Asked, { account, fields, refusals = [] }: { account: StaffAccountRecord | null; fields: StaffAccountFields; refusals?: readonly Refusal[] }): Promise<Answer> {
  return page('admin/staff-account', await staffFormProps(asked, { account, fields, refusals }), { status: refusals.length > 0 ? 422 : 200 });
}

async function save(asked: Asked, { id, typed }: { id: string | null; typed: StaffAccountFields }): Promise<Outcome> {
  const read = await readStaffForm(asked, typed);
  const kept = read.ok ? await keepStaffAccount(asked.unit, asked, { id, fields: read.value }) : read;
  if (!kept.ok) return refusedAt(asked, { id, typed, refusals: kept.error });
  const { saved: { after }, entry, recorded } = kept.value;
  return {
    answer: redirect(`${PATH}/${after.id}`),
    ...(entry === undefined ? {} : { entry }),
    recorded: recorded === true,
    flash: { tone: 'good', code: id === null ? 'staff-invited' : 'staff-saved', facts: { name: after.name, email: after.email } },
  };
}

function refusedAt({ deps, request }: Asked, { id, typed, refusals }: { id: string | null; typed: StaffAccountFields; refusals: Refusal[] }): Outcome {
  const object = id === null ? {} : { object: { type: 'staff', id } };
  if (refusals.some(({ code }) => code === 'staff-not-found' || code === 'forbidden')) return { refused: refusals, ...object };
  return {
    refused: refusals,
    ...object,
    show: async (fresh) => show({ deps, request, unit: fresh }, { account: id === null ? null : await staffById(fresh, id), fields: typed, refusals }),
  };
}
