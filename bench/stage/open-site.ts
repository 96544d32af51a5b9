import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { randomBytes, randomUUID } from 'node:crypto';
import { unitOfWork, type QueryObservation } from '@onbehalf/database';
import { loginLimits } from '@onbehalf/http/login-limits';
import { PageCache } from '@onbehalf/http/page-cache/page-cache';
import { createServer } from '@onbehalf/http/server';
import { loadStores } from '@onbehalf/shop';
import type { Web } from '@onbehalf/web';
import type { BenchContext } from './seed-bench.ts';
import type { Stage } from './open-stage.ts';

const DIST = path.resolve(import.meta.dirname, '../../packages/web/dist');
const ORIGIN = 'http://localhost:3000';

/** The whole server without a socket, and what it asks of the database. */
export interface Site {
  readonly get: (url: string, as: Visitor) => Promise<Visit>;
  readonly post: (url: string, as: Visitor, form: Readonly<Record<string, string>>) => Promise<Visit>;
}

/** A context, or whose cookie is named: a customer. */
export type Visitor = Pick<BenchContext, 'token'> & { readonly cookie?: string };

export interface Visit {
  readonly status: number;
  readonly body: string;
  readonly location: string | undefined;
  /** Every round trip, begin and commit included. */
  readonly roundTrips: readonly string[];
}

export async function openSite(stage: Pick<Stage, 'openPool'>): Promise<Site> {
  const seen: QueryObservation[] = [];
  const pool = stage.openPool(4);
  const db = unitOfWork(pool, { onQuery: (observation) => void seen.push(observation) });
  const clock = { now: () => new Date() };
  const secret = randomBytes(32);
  const app = await createServer({
    config: { origin: ORIGIN, staffOrigin: ORIGIN, storeOrigins: {}, secret, demo: false, demoPassword: '', localInbox: true, trustedProxies: [] },
    db,
    clock,
    random: { uuid: randomUUID, token: () => randomBytes(32).toString('base64url') },
    web: await builtWeb(),
    stores: await db.read(loadStores),
    pageCache: new PageCache(),
    loginLimits: loginLimits({ db: unitOfWork(pool), clock, secret }),
    log: (level, message) => level === 'error' && console.error(message),
  }, []);
  return { get: visits(app, seen, 'GET'), post: visits(app, seen, 'POST') };
}

function visits(app: Awaited<ReturnType<typeof createServer>>, seen: QueryObservation[], method: 'GET' | 'POST') {
  return async (url: string, { token, cookie = '__Host-assist' }: Visitor, form: Readonly<Record<string, string>> = {}): Promise<Visit> => {
    seen.length = 0;
    const headers = { cookie: `${cookie}=${token}`, 'sec-fetch-site': 'same-origin', 'user-agent': 'bench' };
    const sent = method === 'GET' ? { headers } : { headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' }, payload: new URLSearchParams(form).toString() };
    const { statusCode, body, headers: answered } = await app.inject({ method, url, ...sent });
    return { status: statusCode, body, location: answered.location, roundTrips: seen.map(nameOf) };
  };
}

/** A statement's name, or how it begins. */
export const nameOf = ({ name, text }: QueryObservation): string => name ?? text.trim().replaceAll(/\s+/gu, ' ').slice(0, 40);

async function builtWeb(): Promise<Web> {
  const entry = path.join(DIST, 'server', 'entry-server.js');
  if (!existsSync(entry)) throw new Error('The pages are not built: npm run bench builds them.');
  const manifest: unknown = JSON.parse(readFileSync(path.join(DIST, 'client', 'manifest.json'), 'utf8'));
  const { createWeb } = (await import(pathToFileURL(entry).href)) as { createWeb: (options: { manifest: unknown }) => Web };
  return createWeb({ manifest });
}
