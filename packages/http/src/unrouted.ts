import { isSessionOver, type Store } from '@onbehalf/assist';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { callOf } from './arrive.ts';
import type { Deps } from './deps.ts';
import { handle } from './handle.ts';
import { problemJson, problemPage } from './problems.ts';
import { respond } from './respond.ts';
import type { Area, Route } from './route.ts';
import { originsOf, siteAt } from './sites.ts';

/** The page nobody declared: still with the banner, still never another's (B5, B9). */
export async function answerNothing(deps: Deps, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  return answerRefusal(deps, { request, reply, code: 'not-found' });
}

/** What went wrong without anybody's decision: a body that can't be read, or a fault of ours. */
export async function answerFault(deps: Deps, error: unknown, { request, reply }: { request: FastifyRequest; reply: FastifyReply }): Promise<FastifyReply> {
  const status = error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : 500;
  if (status < 500) return answerRefusal(deps, { request, reply, code: codeOf(status, request.method) });
  // It ended between the work and the page around it, which is recorded too: an end, no fault.
  if (isSessionOver(error)) return answerRefusal(deps, { request, reply, code: 'assist-session-over' });
  deps.log('error', error instanceof Error ? (error.stack ?? error.message) : String(error), { requestId: request.id });
  try {
    return await answerRefusal(deps, { request, reply, code: 'server-error' });
  } catch {
    return reply.code(503).type('text/plain; charset=utf-8').header('cache-control', 'no-store').send('The shop is not available at the moment. Please try again in a minute.\n');
  }
}

// An address written in a way that nothing is found by is not found, whatever it was that noticed (B15).
function codeOf(status: number, method: string): Unrouted['code'] {
  if (status === 415) return 'unsupported-media-type';
  return method === 'GET' || method === 'HEAD' ? 'not-found' : 'invalid-input';
}

interface Unrouted {
  request: FastifyRequest;
  reply: FastifyReply;
  code: 'not-found' | 'assist-session-over' | 'server-error' | 'invalid-input' | 'unsupported-media-type';
}

async function answerRefusal(deps: Deps, { request, reply, code }: Unrouted): Promise<FastifyReply> {
  const { area, store } = placeOf(deps, request);
  const call = await callOf(deps, nothing(area), { store, request });
  const { arrived } = call;
  if (call.refusal?.code === 'assist-session-over' && area !== 'rest') return respond(deps, reply, { area, arrived, answer: await handle(call) });
  const home = { label: deps.web.message('problem.home', arrived.locale), href: area === 'storefront' ? `${store?.base ?? ''}/` : '/staff' };
  const answer = area === 'rest' ? problemJson(deps, [{ code }], arrived) : problemPage(deps, [{ code }], arrived, [home]);
  return respond(deps, reply, { area, arrived, answer });
}

/** What the host serves decides, then the path: no page of a store is shown at the portal's origin, nor the other way about. */
function placeOf(deps: Deps, { host, url }: FastifyRequest): { area: Area; store: Store | null } {
  const asked = areaOf(url);
  const site = originsOf(deps.config).length === 1 ? null : siteAt(deps.config, deps.stores, host);
  if (asked === 'rest' || site === null) return { area: asked, store: asked === 'storefront' ? storeOf(deps.stores, url) : null };
  if (!site.isStaff) return { area: 'storefront', store: storeOf(site.stores, url) };
  return asked === 'storefront' && site.stores.length > 0 ? { area: asked, store: storeOf(site.stores, url) } : { area: asked === 'storefront' ? 'staff' : asked, store: null };
}

function areaOf(url: string): Area {
  if (url.startsWith('/V1/')) return 'rest';
  if (/^\/staff(\/|$|\?)/.test(url)) return 'staff';
  return /^\/admin(\/|$|\?)/.test(url) ? 'admin' : 'storefront';
}

function storeOf(stores: readonly Store[], url: string): Store | null {
  const named = stores.find((one) => one.base !== '' && (url === one.base || url.startsWith(`${one.base}/`)));
  return named ?? stores.find((one) => one.base === '') ?? stores[0] ?? null;
}

const nothing = (area: Area): Route => ({
  method: 'GET', area, path: '', handle: 'nothing', access: 'public', inContext: 'view', audit: null, auditFor: 'actors',
  ownTransaction: false, whenEnded: false, anyContext: false, countsAsUse: true, takesFiles: false, file: null, prepare: async (input) => input, refuseFiles: null, asks: [], formOf: null, cached: false, input: z.object({}), output: null, summary: '', run: async () => ({ refused: [{ code: 'not-found' }] }),
});
