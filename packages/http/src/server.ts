import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import fastifyStatic from '@fastify/static';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Origin, Store } from '@onbehalf/assist';
import type { Locale } from '@onbehalf/core';
import type { Arrived } from './arrived.ts';
import { cookieName } from './cookies.ts';
import { isUnsafe } from './csrf.ts';
import type { Deps } from './deps.ts';
import { sessionIdOf } from './frame.ts';
import { handle, type Call } from './handle.ts';
import { securityHeaders } from './headers.ts';
import { identify, type Credentials, type Identity } from './identify.ts';
import { problemJson, problemPage } from './problems.ts';
import { respond } from './respond.ts';
import { checkRoutes, type Area, type Route } from './route.ts';
import { routes as allRoutes } from './routes/index.ts';

export interface StaticFolder {
  prefix: string;
  root: string;
  /** File names carry a digest: they may be kept for a year. */
  immutable: boolean;
}

const BODY_LIMIT = 256 * 1024;

/** The server over its route tables. Starting fails on a table with a gap. */
export async function createServer(deps: Deps, folders: readonly StaticFolder[], routes: readonly Route[] = allRoutes): Promise<FastifyInstance> {
  checkRoutes(routes);
  const app = Fastify({
    logger: false,
    bodyLimit: BODY_LIMIT,
    trustProxy: deps.config.trustedProxies.length === 0 ? false : deps.config.trustedProxies,
    genReqId: () => deps.random.uuid(),
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 },
    exposeHeadRoutes: false,
  });
  await app.register(cookie);
  await app.register(formbody);
  const headers = securityHeaders(deps.config);
  app.addHook('onRequest', async (_request, reply) => {
    reply.headers(headers);
  });
  await serveFolders(app, folders);
  for (const route of routes) mount(app, deps, route);
  app.setNotFoundHandler((request, reply) => answerNothing(deps, request, reply));
  app.setErrorHandler((error, request, reply) => answerFault(deps, error, request, reply));
  return app;
}

async function serveFolders(app: FastifyInstance, folders: readonly StaticFolder[]): Promise<void> {
  for (const [at, { prefix, root, immutable }] of folders.entries()) {
    await app.register(fastifyStatic, { root, prefix, decorateReply: at === 0, index: false, maxAge: immutable ? '365d' : '1h', immutable, wildcard: true });
  }
}

function mount(app: FastifyInstance, deps: Deps, route: Route): void {
  const places: { base: string; store: Store | null }[] = route.area === 'storefront' ? deps.stores.map((store) => ({ base: store.base, store })) : [{ base: '', store: null }];
  for (const { base, store } of places) {
    app.route({
      method: route.method,
      url: `${base}${route.path}` || '/',
      handler: async (request, reply) => {
        const call = await callOf(deps, route, { store, request });
        return respond(deps, reply, { area: route.area, arrived: call.arrived, answer: await handle(call) });
      },
    });
  }
}

async function callOf(deps: Deps, route: Route, { store, request }: { store: Store | null; request: FastifyRequest }): Promise<Call> {
  const now = deps.clock.now();
  const origin: Origin = { ip: request.ip, userAgent: request.headers['user-agent'] ?? '', requestId: request.id };
  const identity = await identify(deps, { area: route.area, credentials: credentialsOf(deps, request), store, now, origin });
  return {
    deps,
    route,
    arrived: arrivedOf(deps, { request, store, now, origin, identity }),
    refusal: identity.refusal ?? mediaRefusal(request, route.area),
    form: {
      method: request.method,
      secFetchSite: headerOf(request, 'sec-fetch-site'),
      origin: headerOf(request, 'origin'),
      ownOrigins: [deps.config.origin, deps.config.staffOrigin],
    },
    input: { body: objectOf(request.body), query: objectOf(request.query), params: objectOf(request.params) },
  };
}

// A form posts a form, REST takes JSON: nothing else is guessed at (X04).
function mediaRefusal(request: FastifyRequest, area: Area): Identity['refusal'] {
  if (!isUnsafe(request.method) || request.body === undefined || request.body === null) return null;
  const type = (headerOf(request, 'content-type') ?? '').split(';')[0];
  const wanted = area === 'rest' ? 'application/json' : 'application/x-www-form-urlencoded';
  return type === wanted ? null : { code: 'unsupported-media-type' };
}

function credentialsOf({ config }: Deps, request: FastifyRequest): Credentials {
  const authorization = headerOf(request, 'authorization');
  return {
    staffCookie: request.cookies[cookieName(config, 'staff')],
    shopCookie: request.cookies[cookieName(config, 'shop')],
    assistCookie: request.cookies[cookieName(config, 'assist')],
    bearer: authorization === undefined ? undefined : (/^Bearer (\S+)$/i.exec(authorization)?.[1] ?? ''),
  };
}

interface Arrival {
  request: FastifyRequest;
  store: Store | null;
  now: Date;
  origin: Origin;
  identity: Identity;
}

function arrivedOf(deps: Deps, { request, store, now, origin, identity }: Arrival): Arrived {
  const { caller, settings, ended, staffSessionOver } = identity;
  const tracked = settings.get('audit/ip_tracking');
  return {
    caller,
    store: store ?? (caller.kind === 'context' ? caller.store : null),
    settings,
    locale: localeOf(store, identity, headerOf(request, 'accept-language')),
    timeZone: caller.kind === 'actor' ? caller.actor.timeZone : (store?.timeZone ?? deps.stores[0]?.timeZone ?? 'UTC'),
    now,
    origin: { ...origin, ip: tracked ? origin.ip : null },
    url: request.url,
    method: request.method,
    formKey: sessionIdOf(caller) ?? 'guest',
    isPrefetch: (headerOf(request, 'sec-purpose') ?? '').includes('prefetch'),
    idempotencyKey: headerOf(request, 'idempotency-key') ?? null,
    ended,
    staffSessionOver,
  };
}

const LOCALES: readonly Locale[] = ['en', 'de', 'es'];

function localeOf(store: Store | null, { caller }: Identity, accepted: string | undefined): Locale {
  if (store !== null) return store.locale;
  if (caller.kind === 'actor') return caller.actor.language;
  if (caller.kind === 'context') return caller.store.locale;
  const wanted = (accepted ?? '').split(',').map((part) => part.trim().slice(0, 2).toLowerCase());
  return LOCALES.find((locale) => locale === wanted.find((one) => LOCALES.some((known) => known === one))) ?? 'en';
}

function headerOf(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}

function objectOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

/** The page nobody declared: still with the banner, still never another's (B5, B9). */
async function answerNothing(deps: Deps, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  return answerRefusal(deps, request, reply, request.url.startsWith('/V1/') ? 'rest' : areaOf(request.url), 'not-found');
}

function areaOf(url: string): Area {
  if (/^\/staff(\/|$|\?)/.test(url)) return 'staff';
  return /^\/admin(\/|$|\?)/.test(url) ? 'admin' : 'storefront';
}

async function answerRefusal(deps: Deps, request: FastifyRequest, reply: FastifyReply, area: Area, code: 'not-found' | 'server-error' | 'invalid-input' | 'unsupported-media-type'): Promise<FastifyReply> {
  const store = area === 'storefront' ? (deps.stores.find((one) => one.base !== '' && (request.url === one.base || request.url.startsWith(`${one.base}/`))) ?? deps.stores.find((one) => one.base === '') ?? null) : null;
  const route = NOTHING(area);
  const call = await callOf(deps, route, { store, request });
  const { arrived } = call;
  if (call.refusal?.code === 'assist-session-over' && area !== 'rest') return respond(deps, reply, { area, arrived, answer: await handle(call) });
  const home = area === 'storefront' ? `${store?.base ?? ''}/` : '/staff';
  const answer = area === 'rest' ? problemJson(deps, [{ code }], arrived) : problemPage(deps, [{ code }], arrived, [{ label: deps.web.message('problem.home', arrived.locale), href: home }]);
  return respond(deps, reply, { area, arrived, answer });
}

const NOTHING = (area: Area): Route => ({
  method: 'GET', area, path: '', handle: 'nothing', access: 'public', inContext: 'view', audit: null, auditFor: 'actors',
  ownTransaction: false, whenEnded: false, input: NO_INPUT, output: null, summary: '', run: async () => ({ refused: [{ code: 'not-found' }] }),
});

async function answerFault(deps: Deps, error: unknown, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const status = error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : 500;
  const area = request.url.startsWith('/V1/') ? 'rest' : areaOf(request.url);
  if (status < 500) return answerRefusal(deps, request, reply, area, status === 415 ? 'unsupported-media-type' : 'invalid-input');
  deps.log('error', error instanceof Error ? (error.stack ?? error.message) : String(error), { requestId: request.id });
  try {
    return await answerRefusal(deps, request, reply, area, 'server-error');
  } catch {
    return reply.code(503).type('text/plain; charset=utf-8').header('cache-control', 'no-store').send('The shop is not available at the moment. Please try again in a minute.\n');
  }
}

const NO_INPUT = z.object({});
