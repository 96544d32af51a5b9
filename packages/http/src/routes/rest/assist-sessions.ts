import { endByAdministrator, openScope, openSessionById, openSessions, type OpenSession } from '@onbehalf/assist';
import { RESOURCE } from '@onbehalf/core';
import { z } from 'zod';
import { json } from '../../answer.ts';
import type { Arrived } from '../../arrived.ts';
import type { Deps } from '../../deps.ts';
import { actorOfRequest } from '../../present/actor.ts';
import { openCursor, openPlace } from '../../present/open-cursor.ts';
import { lastAction } from '../../present/open-sessions.ts';
import { route, type Route } from '../../route.ts';
import { OPEN_ASSIST_SESSION } from './schemas.ts';

const PAGE = 50;
const common = { area: 'rest', access: { resource: RESOURCE.endAssistSessions }, inContext: 'never' } as const;

/** The live view over REST (B19, H1): the page's handle, scope and refusals. */
export const assistSessionRestRoutes: Route[] = [
  route({
    ...common, method: 'GET', path: '/V1/assist-sessions', handle: 'adminhtml_assistsession_index', summary: 'Assist sessions that are open now, newest first: those in one’s own stores, and without a right to all customers only the own team’s',
    input: z.object({ search: z.string().trim().max(200).default(''), store: z.string().max(40).optional(), cursor: z.string().max(100).optional() }),
    output: z.object({ items: z.array(OPEN_ASSIST_SESSION), total: z.number(), next: z.string().nullable() }),
    run: async ({ deps, request, unit, input }) => {
      const store = input.store === undefined ? null : deps.stores.find((one) => one.code === input.store);
      if (store === undefined) return { refused: [{ code: 'store-unavailable', field: 'store' }] };
      const scope = await openScope(unit, actorOfRequest(request).actor);
      const found = await openSessions(unit, { scope, text: input.search, storeId: store?.id ?? null, after: openPlace(input.cursor ?? null), limit: PAGE, now: request.now, settings: request.settings });
      const items = found.sessions.map((one) => openSessionJson(deps, request, one));
      return { answer: json({ items, total: found.total, next: openCursor(found.next) }, { view: { type: 'assist-sessions', id: 'open' } }) };
    },
  }),
  route({
    ...common, method: 'DELETE', path: '/V1/assist-sessions/:sessionId', handle: 'adminhtml_assistsession_endpost', audit: { group: 'login-as-customer', action: 'end-session' },
    summary: 'End an open assist session at once; the note goes to the record', input: z.object({ sessionId: z.uuid(), note: z.string().trim().max(200).default('') }),
    run: async ({ request, unit, input }) => {
      const { actor } = actorOfRequest(request);
      const open = await openSessionById(unit, { id: input.sessionId, scope: await openScope(unit, actor) });
      const ended = open !== null && (await endByAdministrator(unit, { sessionId: input.sessionId, administrator: actor, note: input.note, now: request.now, origin: request.origin }));
      return ended ? { recorded: true, answer: { kind: 'empty' } } : { refused: [{ code: 'assist-session-not-open' }], object: { type: 'assist-session', id: input.sessionId } };
    },
  }),
];

function openSessionJson(deps: Deps, { locale }: Arrived, session: OpenSession): z.infer<typeof OPEN_ASSIST_SESSION> {
  const { id, kind, mode, reason, reference, actorId, actorName, groupName, subjectId, subjectName, company, storeId, startedAt, idleSeconds, secondsLeft } = session;
  const last = lastAction(deps, locale, session);
  return {
    id, kind, mode, reason, reference, idleSeconds, secondsLeft,
    staff: { id: actorId, name: actorName, group: groupName }, customer: { id: subjectId, name: subjectName, company },
    store: deps.stores.find((one) => one.id === storeId)?.code ?? '', startedAt: startedAt.toISOString(),
    lastAction: last === null ? null : { at: last.at.toISOString(), text: last.text },
  };
}
