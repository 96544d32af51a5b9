import { randomBytes } from 'node:crypto';
import http from 'node:http';
import path from 'node:path';
import { newToken } from '@onbehalf/assist';
import type { Candidate, Race, Sample } from '../frame/figure.ts';
import type { Stage } from '../stage/open-stage.ts';
import { peerProgram, startServer, type ServerProcess } from '../stage/server-process.ts';

/** Both servers have a pool of this size. */
const POOL = 10;
/** As many as go in and out; each is in one customer at a time, and never near the limit on starts (D02). */
const ACTORS = 128;
const CUSTOMERS = 10_000;
const MAIN = path.resolve(import.meta.dirname, '../../apps/server/src/main.ts');

/** Into a customer and out again over HTTP, against better-auth's impersonate-user and stop-impersonating on the same PostgreSQL. */
export async function enterAndLeave(stage: Stage, concurrency: number): Promise<Race> {
  const peer = await betterAuth(stage);
  const own = await onbehalf(stage);
  stage.onEnd(peer.server.end);
  stage.onEnd(own.server.end);
  return {
    kind: 'race',
    name: `enter-and-leave-${concurrency}`,
    unit: `customers entered and left a second, ${concurrency} at a time`,
    goal: 1,
    candidates: { baselines: [visits('better-auth', peer, concurrency)], ours: visits('Onbehalf', own, concurrency) },
    notes: ['CPU is of the server process. Only ours locks what it rests on, checks B1, allows one context per actor and writes both steps into the chained record.'],
  };
}

interface Side {
  server: ServerProcess;
  /** The nth way in and out; it belongs to one worker at a time. */
  visit: (agent: http.Agent, actor: number) => Promise<void>;
}

async function onbehalf(stage: Stage): Promise<Side> {
  const tokens = await seedActors(stage);
  const server = await startServer({
    program: MAIN,
    readyAt: '/V1/openapi.json',
    environment: ({ port, origin }) => ({ ...stage.environment, PORT: String(port), ORIGIN: origin, ONBEHALF_SECRET: randomBytes(32).toString('base64url') }),
  });
  return {
    server,
    visit: async (agent, actor) => {
      const { token, customer } = tokens[actor] ?? { token: '', customer: '' };
      const address = `${server.origin}/V1/staff/customers/${customer}/token`;
      const entered = await send(agent, address, { method: 'POST', headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' }, body: '{}' });
      expectStatus(entered, 201);
      const { token: context } = JSON.parse(entered.body) as { token: string };
      expectStatus(await send(agent, address, { method: 'DELETE', headers: { authorization: `Bearer ${context}` } }), 204);
    },
  };
}

/** Staff whose contexts of the other figures are over, with a token for the API each, and a customer each. */
async function seedActors(stage: Stage): Promise<{ token: string; customer: string }[]> {
  const random = { uuid: () => '', token: () => randomBytes(32).toString('base64url') };
  const tokens = Array.from({ length: ACTORS }, () => newToken('staffApi', random));
  const found = await stage.rows<{ customer: string }>(
    `with actor as (select id, row_number() over (order by id desc) as n from staff where email like 'seller-%' order by id desc limit $1),
      over as (update assist_session set ended_at = now(), end_reason = 'exit' where actor_id in (select id from actor) and ended_at is null),
      opened as (insert into staff_session (id, token_hash, staff_id, kind, created_at, last_used_at) select gen_random_uuid(), ($2::bytea[])[n], id, 'api', now(), now() from actor)
     select (select min(customer_id)::text from customer_staff where staff_id = actor.id) as customer from actor order by n`,
    [ACTORS, tokens.map(({ hash }) => hash)],
  );
  return found.map(({ customer }, at) => ({ customer, token: tokens[at]?.text ?? '' }));
}

interface PeerTold {
  admins: string[];
  customers: string[];
}

async function betterAuth(stage: Stage): Promise<Side> {
  const database = await stage.emptyDatabase('bench_peer');
  const server = await startServer({
    program: peerProgram('better-auth-server.mjs'),
    environment: ({ port, origin }) => ({ PEER_DATABASE_URL: database, PEER_POOL_SIZE: String(POOL), PEER_ADMINS: String(ACTORS), PEER_CUSTOMERS: String(CUSTOMERS), PEER_ORIGIN: origin, PEER_PORT: String(port), NODE_ENV: 'production' }),
  });
  const { admins, customers } = server.told as PeerTold;
  return {
    server,
    visit: async (agent, actor) => {
      const headers = { 'content-type': 'application/json', origin: server.origin };
      const entered = await send(agent, `${server.origin}/api/auth/admin/impersonate-user`, {
        method: 'POST', headers: { ...headers, cookie: admins[actor] ?? '' }, body: JSON.stringify({ userId: customers[actor] }),
      });
      expectStatus(entered, 200);
      const cookie = entered.cookies.map((one) => one.split(';')[0] ?? '').filter((one) => !one.endsWith('=')).join('; ');
      expectStatus(await send(agent, `${server.origin}/api/auth/admin/stop-impersonating`, { method: 'POST', headers: { ...headers, cookie }, body: '{}' }), 200);
    },
  };
}

interface Sent {
  status: number;
  body: string;
  cookies: string[];
}

function send(agent: http.Agent, address: string, { body, ...how }: { method: string; headers: Record<string, string>; body?: string }): Promise<Sent> {
  return new Promise((resolve, reject) => {
    const request = http.request(address, { agent, ...how }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body: text, cookies: response.headers['set-cookie'] ?? [] }));
    });
    request.on('error', reject);
    request.end(body);
  });
}

function expectStatus({ status, body }: Sent, wanted: number): void {
  if (status !== wanted) throw new Error(`Answered with ${status}: ${body.slice(0, 500)}`);
}

/** Workers that go in and out one after the other; actors take turns. */
function visits(name: string, { server, visit }: Side, concurrency: number): Candidate {
  let at = 0;
  const agent = new http.Agent({ keepAlive: true, maxSockets: concurrency });
  const work = async (worker: number, end: number): Promise<number> => {
    let done = 0;
    for (; performance.now() < end; done += 1) {
      at += 1;
      await visit(agent, (worker + at * concurrency) % ACTORS);
    }
    return done;
  };
  return {
    name,
    turn: async (seconds): Promise<Sample> => {
      const [cpu, began] = [server.cpuSeconds(), performance.now()];
      const counts = await Promise.all(Array.from({ length: concurrency }, (_, worker) => work(worker, began + seconds * 1000)));
      const after = server.cpuSeconds();
      return {
        operations: counts.reduce((sum, count) => sum + count, 0),
        seconds: (performance.now() - began) / 1000,
        cpuSeconds: cpu === null || after === null ? null : after - cpu,
      };
    },
  };
}
