import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import fastifyStatic from '@fastify/static';
import { isGroundMoved, type Store } from '@onbehalf/assist';
import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import type { Answer } from './answer.ts';
import { callOf } from './arrive.ts';
import type { Arrived } from './arrived.ts';
import type { Deps } from './deps.ts';
import { handle } from './handle.ts';
import { anonymousVisit, sendKept } from './page-cache/kept-pages.ts';
import { mountFile } from './file-answer.ts';
import { mountHealth } from './health.ts';
import { securityHeaders } from './headers.ts';
import { respond } from './respond.ts';
import { checkRoutes, type Route } from './route.ts';
import { keepSentBodies } from './sent-body.ts';
import { routes as allRoutes } from './routes/index.ts';
import { placing } from './sites.ts';
import { answerFault, answerNothing } from './unrouted.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    takesFiles?: boolean;
  }
}

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
    rewriteUrl: ({ url = '/' }) => readable(url),
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 },
    exposeHeadRoutes: false,
    // What arrives on an open connection while the process ends is answered like everything else (K2).
    return503OnClosing: false,
  });
  await app.register(cookie);
  await app.register(formbody);
  keepSentBodies(app);
  // Left unread: a form with files is read by whoever has let its sender in (read-upload.ts).
  app.addContentTypeParser('multipart/form-data', (request, _payload, done) => {
    done(request.routeOptions.config.takesFiles === true ? null : Object.assign(new Error('No files are taken here'), { statusCode: 415 }));
  });
  const headers = securityHeaders(deps.config, deps.payments);
  app.addHook('onRequest', (_request, reply, done) => {
    reply.headers(headers);
    done();
  });
  await serveFolders(app, folders);
  mountHealth(app, deps);
  for (const route of routes) mount(app, deps, route);
  app.setNotFoundHandler((request, reply) => answerNothing(deps, request, reply));
  app.setErrorHandler((error, request, reply) => answerFault(deps, error, { request, reply }));
  return app;
}

const MOST_LOOKS = 5;

/**
 * Who may do what can move between the look and the act (B9): then nothing was done, and the request is judged anew, by
 * what holds now. It is refused if that says no, and done if it was none of its business.
 */
async function answerOf(deps: Deps, route: Route, at: { store: Store | null; request: FastifyRequest }): Promise<{ arrived: Arrived; answer: Answer }> {
  for (let look = 1; ; look += 1) {
    const call = await callOf(deps, route, at);
    try {
      return { arrived: call.arrived, answer: await handle(call) };
    } catch (error) {
      if (!isGroundMoved(error) || look === MOST_LOOKS) throw error;
    }
  }
}

// What can't be decoded is no page of ours. Left to the framework it would be answered without banner, in its own words (Z03).
function readable(url: string): string {
  const [path = ''] = url.split('?', 1);
  try {
    decodeURIComponent(path);
    return url;
  } catch {
    return path.replaceAll('%', '%25') + url.slice(path.length);
  }
}

async function serveFolders(app: FastifyInstance, folders: readonly StaticFolder[]): Promise<void> {
  for (const [at, { prefix, root, immutable }] of folders.entries()) {
    await app.register(fastifyStatic, { root, prefix, decorateReply: at === 0, index: false, maxAge: immutable ? '365d' : '1h', immutable, wildcard: true });
  }
}

function mount(app: FastifyInstance, deps: Deps, route: Route): void {
  if (route.file !== null) {
    mountFile(app, deps, { route, file: route.file });
    return;
  }
  const places: { base: string; store: Store | null }[] = route.area === 'storefront' ? deps.stores.map((store) => ({ base: store.base, store })) : [{ base: '', store: null }];
  for (const { base, store } of places) {
    app.route({
      method: route.method,
      url: `${base}${route.path}` || '/',
      config: { takesFiles: route.takesFiles },
      handler: async (request, reply) => {
        const place = placing(deps.config, deps.stores, { route, store, method: request.method, host: request.host, url: request.url });
        if (place.kind === 'redirect') return reply.code(303).header('location', place.to).header('cache-control', 'no-store').send('');
        if (place.kind === 'nowhere') return answerNothing(deps, request, reply);
        const visit = anonymousVisit(deps, route, { store, request });
        if (visit !== null && sendKept(deps, reply, visit)) return reply;
        const { arrived, answer } = await answerOf(deps, route, { store, request });
        return respond(deps, reply, { area: route.area, arrived, answer, visit });
      },
    });
  }
}
