import { allRoles, createRole, deleteRole, roleById, saveRole, type Role, type RoleFields, type RoleSaved, type Unit } from '@onbehalf/assist';
import { ASSIST_MODES, RESOURCE, isResourceId, type CanonicalValue, type Refusal, type ResourceId } from '@onbehalf/core';
import { z } from 'zod';
import { page, redirect } from '../../answer.ts';
import type { Arrived } from '../../arrived.ts';
import type { Deps } from '../../deps.ts';
import { actorOfRequest } from '../../present/actor.ts';
import { roleProps, roleResourcesProps, roleRow, type RoleTyped } from '../../present/admin-roles.ts';
import { route, type Done, type Outcome, type Route } from '../../route.ts';

const common = { area: 'admin', access: { resource: RESOURCE.roles }, inContext: 'outside' } as const;
const ID = z.object({ id: z.string().regex(/^[1-9][0-9]{0,17}$/).catch('0') });
const INFO = z.object({ name: z.string().trim().max(80).catch(''), mode: z.enum(ASSIST_MODES).catch('view'), secondFactorRequired: z.enum(['0', '1']).catch('0').transform((value) => value === '1') });
const TICKED = z.union([z.string().max(100), z.array(z.string().max(100)).max(1000)]).optional().transform((sent) => [sent ?? []].flat());
const RESOURCES = ID.extend({ scope: z.enum(['all', 'custom']), resources: TICKED });

/** System › Permissions › User Roles (F2). */
export const roleRoutes: Route[] = [
  route({
    ...common, method: 'GET', path: '/admin/roles', handle: 'adminhtml_user_role_index', input: z.object({}),
    run: async ({ unit }) => ({ answer: page('admin/roles', { rows: (await allRoles(unit)).map(roleRow) }) }),
  }),
  route({
    ...common, method: 'GET', path: '/admin/roles/new', handle: 'adminhtml_user_role_new', input: z.object({}),
    run: async ({ deps, request }) => ({ answer: showInfo({ deps, request }, { role: null, typed: { name: '', mode: 'full', secondFactorRequired: false } }) }),
  }),
  route({
    ...common, method: 'POST', path: '/admin/roles', handle: 'adminhtml_user_role_create', audit: { group: 'role', action: 'create' }, input: INFO,
    run: async ({ deps, request, unit, input }) => {
      const made = await createRole(unit, { actorId: actorOfRequest(request).actor.id, fields: { ...input, resources: [] } });
      if (!made.ok) return { refused: made.error, show: async () => showInfo({ deps, request }, { role: null, typed: input, refusals: made.error }) };
      return saved(made.value, `/admin/roles/${made.value.id}/resources`);
    },
  }),
  route({
    ...common, method: 'GET', path: '/admin/roles/:id', handle: 'adminhtml_user_role_editrole', input: ID,
    run: async ({ deps, request, unit, input }) => {
      const role = await roleById(unit, input.id);
      return role === null ? { refused: [{ code: 'role-not-found' }] } : { answer: showInfo({ deps, request }, { role, typed: infoOf(role) }) };
    },
  }),
  route({
    ...common, method: 'POST', path: '/admin/roles/:id', handle: 'adminhtml_user_role_saverole', audit: { group: 'role', action: 'update' }, input: ID.extend(INFO.shape),
    run: async ({ deps, request, unit, input: { id, ...typed } }) => {
      const done = await saveRole(unit, { actorId: actorOfRequest(request).actor.id, id, fields: typed, now: request.now, origin: request.origin });
      return done.ok ? saved(done.value, `/admin/roles/${id}`) : refusedAt(id, done.error, (role) => showInfo({ deps, request }, { role, typed, refusals: done.error }));
    },
  }),
  route({
    ...common, method: 'GET', path: '/admin/roles/:id/resources', handle: 'adminhtml_user_role_resources', input: ID,
    run: async ({ deps, request, unit, input }) => {
      const role = await roleById(unit, input.id);
      return role === null ? { refused: [{ code: 'role-not-found' }] } : { answer: showResources({ deps, request }, { role, chosen: chosenIn(role) }) };
    },
  }),
  route({
    ...common, method: 'POST', path: '/admin/roles/:id/resources', handle: 'adminhtml_user_role_saveresources', audit: { group: 'role', action: 'update' }, input: RESOURCES,
    run: async ({ deps, request, unit, input }) => {
      const chosen = input.scope === 'all' ? 'all' : input.resources.filter(isResourceId);
      const done = await saveRole(unit, { actorId: actorOfRequest(request).actor.id, id: input.id, fields: { resources: chosen }, now: request.now, origin: request.origin });
      if (done.ok) return saved(done.value, `/admin/roles/${input.id}/resources`);
      return refusedAt(input.id, done.error, (role) => showResources({ deps, request }, { role, chosen, refusals: done.error }));
    },
  }),
  route({
    ...common, method: 'POST', path: '/admin/roles/:id/delete', handle: 'adminhtml_user_role_delete', audit: { group: 'role', action: 'delete' }, input: ID,
    run: async ({ deps, request, unit, input: { id } }) => {
      const gone = await deleteRole(unit, { actorId: actorOfRequest(request).actor.id, id });
      if (!gone.ok) return refusedAt(id, gone.error, (role) => showInfo({ deps, request }, { role, typed: infoOf(role), refusals: gone.error }));
      const { name } = gone.value;
      return { answer: redirect('/admin/roles'), entry: { object: { type: 'role', id }, detail: { name, taken: resourcesText(gone.value) } }, flash: { tone: 'good', code: 'role-deleted', facts: { name } } };
    },
  }),
];

const infoOf = ({ name, rights: { mode }, secondFactorRequired }: Role): RoleTyped => ({ name, mode, secondFactorRequired });

type Asked = { deps: Deps; request: Arrived };

function showInfo(asked: Asked, { role, typed, refusals = [] }: { role: Role | null; typed: RoleTyped; refusals?: readonly Refusal[] }) {
  const { actor } = actorOfRequest(asked.request);
  return page('admin/role', roleProps(asked, { viewer: actor, role, typed, refusals }), { status: refusals.length > 0 ? 422 : 200 });
}

function showResources(asked: Asked, { role, chosen, refusals = [] }: { role: Role; chosen: RoleFields['resources']; refusals?: readonly Refusal[] }) {
  const { actor } = actorOfRequest(asked.request);
  return page('admin/role-resources', roleResourcesProps(asked, { viewer: actor, role, chosen, refusals }), { status: refusals.length > 0 ? 422 : 200 });
}

// A role that is gone by now has no form to show again.
function refusedAt(id: string, refused: Refusal[], show: (role: Role) => ReturnType<typeof showInfo>): Outcome {
  const object = { type: 'role', id };
  if (refused.some(({ code }) => code === 'role-not-found' || code === 'forbidden')) return { refused, object };
  return {
    refused,
    object,
    show: async (fresh: Unit) => {
      const role = await roleById(fresh, id);
      if (role === null) throw new Error('A role that was there a moment ago is gone');
      return show(role);
    },
  };
}

function chosenIn({ rights }: Role): RoleFields['resources'] {
  return rights.resources === 'all' ? 'all' : [...rights.resources].filter((one): one is ResourceId => isResourceId(one));
}

function saved(done: RoleSaved, to: string): Done {
  const { id, after } = done;
  return { answer: redirect(to), entry: { object: { type: 'role', id }, detail: roleDetail(done) }, flash: { tone: 'good', code: 'role-saved', facts: { name: after.name } } };
}

/** Before and after of what changed, and the rights that came and went (E1). */
function roleDetail({ before, after }: RoleSaved): { [name: string]: CanonicalValue } {
  const facts = [['name', before?.name, after.name], ['mode', before?.rights.mode, after.rights.mode], ['secondFactorRequired', before === null ? 'false' : String(before.secondFactorRequired), String(after.secondFactorRequired)], ['resources', before === null ? undefined : scopeOf(before), scopeOf(after)]] as const;
  const changes = facts.filter(([, was, is]) => was !== is).map(([path, was, is]) => ({ path, before: was ?? '', after: is }));
  const [had, has] = [before === null ? [] : listOf(before), listOf(after)];
  const given = has.filter((one) => !had.includes(one));
  const taken = had.filter((one) => !has.includes(one));
  return { name: after.name, changes, ...(given.length > 0 ? { given: given.join(', ') } : {}), ...(taken.length > 0 ? { taken: taken.join(', ') } : {}) };
}

const scopeOf = ({ rights }: Role): string => (rights.resources === 'all' ? 'all' : 'custom');
const listOf = ({ rights }: Role): string[] => (rights.resources === 'all' ? [] : [...rights.resources]);
const resourcesText = (role: Role): string => (role.rights.resources === 'all' ? 'all' : listOf(role).join(', '));
