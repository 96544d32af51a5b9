import { endByAdministrator, openScope, openSessionById, openSessions } from '@onbehalf/assist';
import { RESOURCE, type Refusal } from '@onbehalf/core';
import { z } from 'zod';
import { page, redirect, type Answer } from '../../answer.ts';
import { actorOfRequest } from '../../present/actor.ts';
import { addressOf, cursorOf, keysetPaging } from '../../present/admin-paging.ts';
import { openCursor, openPlace } from '../../present/open-cursor.ts';
import { openSessionRow } from '../../present/open-sessions.ts';
import { problemsOf } from '../../problems.ts';
import { route, type Route, type RouteContext } from '../../route.ts';

const PAGE = 50;
const PATH = '/admin/assist-sessions';
const NOTE = 200;
const FILTERS = z.object({ q: z.string().trim().max(200).catch(''), store: z.string().regex(/^[0-9]{1,4}$/).catch(''), after: z.string().max(4000).catch('') });
type Filters = z.infer<typeof FILTERS>;
const ID = z.object({ id: z.uuid() });
const common = { area: 'admin', access: { resource: RESOURCE.endAssistSessions }, inContext: 'outside' } as const;
const NOT_OPEN: readonly Refusal[] = [{ code: 'assist-session-not-open' }];

/** Customers › Assist sessions (B19): who is in whose account now, and the way to end it. */
export const assistSessionRoutes: Route[] = [
  route({ ...common, method: 'GET', path: PATH, handle: 'adminhtml_assistsession_index', input: FILTERS, run: async (context) => ({ answer: await list(context) }) }),
  route({
    // The page asks this by itself: the administrator's own session ends by its idle time all the same (B8).
    ...common, method: 'GET', path: `${PATH}/live`, handle: 'adminhtml_assistsession_index', countsAsUse: false, input: FILTERS,
    run: async (context) => ({ answer: await list(context) }),
  }),
  route({
    ...common, method: 'GET', path: `${PATH}/:id/end`, handle: 'adminhtml_assistsession_end', input: ID,
    run: async ({ request, unit, input }) => {
      const { actor } = actorOfRequest(request);
      const open = await openSessionById(unit, { id: input.id, scope: await openScope(unit, actor) });
      if (open === null) return { refused: [...NOT_OPEN] };
      const { id, actorName, subjectName, startedAt } = open;
      return { answer: page('admin/assist-session-end', { id, actorName, subjectName, startedAt }) };
    },
  }),
  route({
    ...common, method: 'POST', path: `${PATH}/:id/end`, handle: 'adminhtml_assistsession_endpost', audit: { group: 'login-as-customer', action: 'end-session' },
    input: ID.extend({ note: z.string().trim().max(NOTE).catch('') }),
    run: async (context) => {
      const { request, unit, input } = context;
      const { actor } = actorOfRequest(request);
      const open = await openSessionById(unit, { id: input.id, scope: await openScope(unit, actor) });
      const ended = open !== null && (await endByAdministrator(unit, { sessionId: input.id, administrator: actor, note: input.note, now: request.now, origin: request.origin }));
      if (!ended) {
        const again = { ...context, input: { q: '', store: '', after: '' } };
        return { refused: [...NOT_OPEN], object: { type: 'assist-session', id: input.id }, show: (fresh) => list({ ...again, unit: fresh }, NOT_OPEN) };
      }
      return { recorded: true, answer: redirect(PATH), flash: { tone: 'good', code: 'session-ended', facts: { staff: open.actorName, customer: open.subjectName } } };
    },
  }),
];

async function list({ deps, request, unit, input: { q, store, after } }: RouteContext<Filters>, refusals: readonly Refusal[] = []): Promise<Answer> {
  const { actor } = actorOfRequest(request);
  const scope = await openScope(unit, actor);
  const found = await openSessions(unit, { scope, text: q, storeId: store === '' ? null : Number(store), after: openPlace(cursorOf(after)), limit: PAGE, now: request.now, settings: request.settings });
  const query = { q, store };
  return page('admin/assist-sessions', {
    rows: found.sessions.map((one) => openSessionRow(deps, request.locale, one)),
    total: found.total,
    filters: { query: q, store },
    stores: deps.stores.filter(({ id }) => actor.storeIds.has(id)).map(({ id, name }) => ({ value: String(id), label: name })),
    everybody: scope.actorIds === null,
    liveHref: addressOf(`${PATH}/live`, { ...query, after }),
    problems: problemsOf(deps, refusals, request),
    paging: keysetPaging({ path: PATH, query, trail: after, next: openCursor(found.next) }),
  }, { status: refusals.length > 0 ? 404 : 200, view: { type: 'assist-sessions', id: 'open' } });
}
