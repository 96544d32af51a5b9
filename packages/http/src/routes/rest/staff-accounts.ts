import { customersOfStaff, endStaffSession, ownTokens, searchStaff, staffById, type StaffFields, type StaffFilters } from '@onbehalf/assist';
import { RESOURCE } from '@onbehalf/core';
import { z } from 'zod';
import { json } from '../../answer.ts';
import { actorOfRequest } from '../../present/actor.ts';
import { NEW_STAFF, STAFF_CHANGE, atBodyNames, bareStaff, readStaffBody, staffJson } from '../../present/rest-staff.ts';
import { route, type Outcome, type Route, type RouteContext } from '../../route.ts';
import { keepStaffAccount } from '../../use-cases/save-staff-account.ts';
import { ASSIGNED_CUSTOMER, OWN_TOKEN, STAFF_ACCOUNT } from './schemas.ts';

const PAGE = 50;
const NUMBER = z.string().regex(/^[1-9][0-9]{0,17}$/);
const STAFF_ID = z.object({ staffId: NUMBER });
const CURSOR = z.string().max(600).optional();
const LIST = z.object({ items: z.array(STAFF_ACCOUNT), next: z.string().nullable() });
const common = { area: 'rest', access: { resource: RESOURCE.staffAccounts }, inContext: 'never' } as const;

/** Staff accounts over REST (H1): the pages' handles, rules and refusals. */
export const staffAccountRestRoutes: Route[] = [
  route({
    ...common, method: 'GET', path: '/V1/staff', handle: 'adminhtml_staff_index', summary: 'Staff accounts by name',
    input: z.object({ active: z.enum(['true', 'false']).optional(), roleId: NUMBER.optional(), groupId: NUMBER.optional(), cursor: CURSOR }), output: LIST,
    run: async (context) => {
      const { active, roleId, groupId, cursor } = context.input;
      return list(context, { text: '', active: active === undefined ? null : active === 'true', roleId: roleId ?? null, groupId: groupId ?? null }, cursor);
    },
  }),
  route({
    ...common, method: 'GET', path: '/V1/staff/search', handle: 'adminhtml_staff_index', summary: 'Staff accounts whose name, e-mail or phone has the text', input: z.object({ q: z.string().trim().max(100), cursor: CURSOR }), output: LIST,
    run: async (context) => list(context, { text: context.input.q, active: null, roleId: null, groupId: null }, context.input.cursor),
  }),
  route({
    // Before the accounts by id: a member of staff's own tokens need no right to anybody's account.
    method: 'GET', area: 'rest', path: '/V1/staff/tokens', handle: 'staff_account_tokens', access: 'actor', inContext: 'never', summary: 'One’s own API tokens that have not ended; never the tokens themselves',
    input: z.object({}), output: z.object({ items: z.array(OWN_TOKEN) }),
    run: async ({ request, unit }) => {
      const { actor, sessionId } = actorOfRequest(request);
      const tokens = await ownTokens(unit, actor.id);
      return { answer: json({ items: tokens.map(({ id, createdAt, lastUsedAt, userAgent }) => ({ id, createdAt: createdAt.toISOString(), lastUsedAt: lastUsedAt.toISOString(), userAgent, current: id === sessionId })) }) };
    },
  }),
  route({
    method: 'DELETE', area: 'rest', path: '/V1/staff/tokens/:tokenId', handle: 'staff_account_revoke', access: 'actor', inContext: 'never', summary: 'Revoke one of one’s own API tokens and the context begun with it',
    audit: { group: 'staff-session', action: 'revoke-token' }, input: z.object({ tokenId: z.uuid() }),
    run: async ({ request, unit, input }) => {
      const { actor, sessionId } = actorOfRequest(request);
      const own = (await ownTokens(unit, actor.id)).some(({ id }) => id === input.tokenId);
      if (!own) return { refused: [{ code: 'not-found' }] };
      await endStaffSession(unit, { staffSessionId: input.tokenId, reason: input.tokenId === sessionId ? 'staff-logout' : 'ended-elsewhere', now: request.now, origin: request.origin });
      return { answer: { kind: 'empty' }, entry: { object: { type: 'staff', id: actor.id } } };
    },
  }),
  route({
    ...common, method: 'POST', path: '/V1/staff', handle: 'adminhtml_staff_create', summary: 'Make a staff account; its owner is invited by mail to choose a password', audit: { group: 'staff', action: 'create' }, input: NEW_STAFF, output: STAFF_ACCOUNT,
    run: async (context) => {
      const read = readStaffBody(context.deps, await bareStaff(context), context.input);
      return read.ok ? keep(context, null, read.value) : { refused: read.error };
    },
  }),
  route({
    ...common, method: 'GET', path: '/V1/staff/:staffId', handle: 'adminhtml_staff_edit', summary: 'One staff account', input: STAFF_ID, output: STAFF_ACCOUNT,
    run: async ({ deps, unit, input }) => {
      const account = await staffById(unit, input.staffId);
      return account === null ? { refused: [{ code: 'staff-not-found' }] } : { answer: json(staffJson(deps, account), { view: { type: 'staff', id: account.id } }) };
    },
  }),
  route({
    ...common, method: 'PUT', path: '/V1/staff/:staffId', handle: 'adminhtml_staff_save', summary: 'Change a staff account; what is left out stays', audit: { group: 'staff', action: 'update' }, input: STAFF_CHANGE.extend(STAFF_ID.shape), output: STAFF_ACCOUNT,
    run: async (context) => {
      const { staffId, ...body } = context.input;
      const account = await staffById(context.unit, staffId);
      if (account === null) return { refused: [{ code: 'staff-not-found' }], object: { type: 'staff', id: staffId } };
      const read = readStaffBody(context.deps, account, body);
      return read.ok ? keep(context, staffId, read.value) : { refused: read.error, object: { type: 'staff', id: staffId } };
    },
  }),
  route({
    ...common, method: 'DELETE', path: '/V1/staff/:staffId', handle: 'adminhtml_staff_save', summary: 'Make a staff account inactive: its sessions end at once. Its orders and its record stay', audit: { group: 'staff', action: 'deactivate' }, input: STAFF_ID, output: STAFF_ACCOUNT,
    run: async (context) => {
      const { staffId } = context.input;
      const account = await staffById(context.unit, staffId);
      if (account === null) return { refused: [{ code: 'staff-not-found' }], object: { type: 'staff', id: staffId } };
      return keep(context, staffId, { ...account, active: false });
    },
  }),
  route({
    method: 'GET', area: 'rest', path: '/V1/staff/:staffId/customers', handle: 'adminhtml_staff_customers', access: { anyOf: [RESOURCE.staffAccounts, RESOURCE.assignments, RESOURCE.customers] }, inContext: 'never',
    summary: 'Customers assigned to a member of staff', input: STAFF_ID.extend({ cursor: NUMBER.optional() }), output: z.object({ items: z.array(ASSIGNED_CUSTOMER), next: z.string().nullable() }),
    run: async ({ unit, input }) => {
      if ((await staffById(unit, input.staffId)) === null) return { refused: [{ code: 'staff-not-found' }] };
      const found = await customersOfStaff(unit, { staffId: input.staffId, after: input.cursor ?? null, limit: PAGE });
      return { answer: json({ items: found.rows, next: found.next }, { view: { type: 'staff-customers', id: input.staffId } }) };
    },
  }),
];

type Asked = Pick<RouteContext<unknown>, 'deps' | 'request' | 'unit'>;

async function list({ deps, unit }: Asked, filters: StaffFilters, cursor: string | undefined): Promise<Outcome> {
  const found = await searchStaff(unit, { filters, after: cursor ?? null, limit: PAGE });
  return { answer: json({ items: found.rows.map((account) => staffJson(deps, account)), next: found.next }) };
}

async function keep(asked: Asked, id: string | null, fields: StaffFields): Promise<Outcome> {
  const kept = await keepStaffAccount(asked.unit, asked, { id, fields });
  if (!kept.ok) return { refused: atBodyNames(kept.error), ...(id === null ? {} : { object: { type: 'staff', id } }) };
  const { saved, entry, recorded } = kept.value;
  return { answer: json(staffJson(asked.deps, saved.after), { status: id === null ? 201 : 200 }), ...(entry === undefined ? {} : { entry }), recorded: recorded === true };
}
