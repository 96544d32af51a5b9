import { randomBytes, randomUUID } from 'node:crypto';
import { newToken, type Random, type Transactions } from '@onbehalf/assist';
import { testDatabase, type TestDatabase } from '@onbehalf/database/testing';
import { unitOfWork } from '@onbehalf/database/unit';
import { seedSmall, type SmallShop } from '@onbehalf/shop/testing/seed-small';
import type { Web } from '@onbehalf/web';
import type { FastifyInstance } from 'fastify';
import { cookieName } from '../cookies.ts';
import { formToken } from '../csrf.ts';
import type { Deps } from '../deps.ts';
import { installJobs } from '../jobs/install-jobs.ts';
import { PageCache } from '../page-cache/page-cache.ts';
import type { Route } from '../route.ts';
import { createServer } from '../server.ts';

export const random: Random = { uuid: () => randomUUID(), token: () => randomBytes(32).toString('base64url') };

/** A page is its name and props as JSON; a message is its id and parameters: enough to see what a route decided. */
export const plainWeb: Web = {
  renderPage: (name, props, request) => JSON.stringify({ page: name, props, flash: request.flash }, (_key, value: unknown) => (typeof value === 'bigint' ? value.toString() : value)),
  renderMail: (name, params) => ({ subject: `About ${name}`, html: `<p>${JSON.stringify(params, bigText)}</p>`, text: JSON.stringify(params, bigText) }),
  message: (id, _locale, params) => (params === undefined ? id : `${id} ${JSON.stringify(params)}`),
  formats: () => ({ money: ({ minor, currency }) => `${minor} ${currency}`, number: String, percent: (figure) => `${figure}%`, day: (at) => at.toISOString().slice(0, 10) }),
  refusalSentence: ({ code }) => ({ text: code }),
  endReasonSentence: (reason) => reason,
};

function bigText(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? value.toString() : value;
}

/** A small shop in a database of its own, with what a request or a job needs around it. */
export interface ShopServer {
  shop: SmallShop;
  database: TestDatabase;
  /** As the application. */
  db: Transactions;
  deps: Deps;
  clock: { at: Date };
  rows<Row extends object>(sql: string, params?: unknown[]): Promise<Row[]>;
  drop(): Promise<void>;
}

export async function openShopServer(): Promise<ShopServer> {
  const database = await testDatabase();
  await installJobs(database.owner);
  const shop = await unitOfWork(database.owner).transaction((unit) => seedSmall(unit));
  const db = unitOfWork(database.app);
  const clock = { at: new Date() };
  const deps: Deps = {
    config: { origin: 'http://localhost:3000', staffOrigin: 'http://localhost:3000', storeOrigins: {}, secret: randomBytes(32), demo: true, demoPassword: '', localInbox: true, trustedProxies: [] },
    db,
    clock: { now: () => clock.at },
    random,
    web: plainWeb,
    stores: [shop.us, shop.de],
    pageCache: new PageCache(),
    loginLimits: { take: async () => 0, wait: async () => 0, failed: async () => {}, succeeded: async () => {}, takeCart: async () => 0, takePayment: async () => 0 },
    log: () => {},
  };
  return {
    shop,
    database,
    db,
    deps,
    clock,
    rows: async <Row extends object>(sql: string, params: unknown[] = []) => (await database.owner.query<Row>(sql, params)).rows,
    drop: database.drop,
  };
}

export interface Shown {
  status: number;
  headers: Readonly<Record<string, unknown>>;
  body: string;
}

/** A browser that a member of staff is logged in with. */
export interface StaffBrowser {
  get(url: string, headers?: Record<string, string>): Promise<Shown>;
  post(url: string, form: Record<string, string | string[]>): Promise<Shown>;
}

/** Serves routes to a member of staff whose session was opened beside them. */
export async function staffBrowser(server: ShopServer, routes: readonly Route[], staffId: string): Promise<StaffBrowser> {
  const { deps, clock } = server;
  const app: FastifyInstance = await createServer(deps, [], routes);
  const token = newToken('staff', random);
  const sessionId = random.uuid();
  await server.rows(`insert into staff_session (id, token_hash, staff_id, kind, created_at, last_used_at) values ($1, $2, $3, 'browser', $4, $4)`, [sessionId, token.hash, staffId, clock.at]);
  const flashName = cookieName(deps.config.staffOrigin, 'flash');
  let flash = '';
  const cookie = (): string => `${cookieName(deps.config.staffOrigin, 'staff')}=${token.text}; ${flashName}=${flash}`;
  const kept = (response: Awaited<ReturnType<FastifyInstance['inject']>>): Shown => {
    flash = response.cookies.find((one) => one.name === flashName)?.value ?? flash;
    return shown(response);
  };
  const csrf = formToken(deps.config.secret, sessionId);
  return {
    get: async (url, headers = {}) => kept(await app.inject({ method: 'GET', url, headers: { cookie: cookie(), ...headers } })),
    post: async (url, form) => {
      const payload = new URLSearchParams(Object.entries({ ...form, _csrf: csrf }).flatMap(([name, value]) => [value].flat().map((one) => [name, one]))).toString();
      return kept(await app.inject({ method: 'POST', url, payload, headers: { cookie: cookie(), 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' } }));
    },
  };
}

function shown({ statusCode, headers, body }: Awaited<ReturnType<FastifyInstance['inject']>>): Shown {
  return { status: statusCode, headers, body };
}
