import type { Clock } from '@onbehalf/assist';
import { closePool, connectDatabase, openPool, unitOfWork, type Database } from '@onbehalf/database';
import { createServer, loginLimits, type Deps, type HttpConfig } from '@onbehalf/http';
import { demoInbox, smtpMailer, type Mailer } from '@onbehalf/http/jobs/mailer';
import { startJobs } from '@onbehalf/http/jobs/runner';
import { PageCache } from '@onbehalf/http/page-cache/page-cache';
import { listenForNews } from '@onbehalf/http/page-cache/page-news';
import { failAfterStatement, hasFailPoint } from '@onbehalf/http/use-cases/fail-point';
import { loadStores } from '@onbehalf/shop';
import type { Pool } from 'pg';
import { alignedClock } from './clock.ts';
import { Closing, within } from './closing.ts';
import { ConfigProblem, type Config } from './config.ts';
import { freePort } from './free-port.ts';
import { log } from './log.ts';
import { FOLDERS, loadPages } from './pages.ts';
import { paymentsOf } from './payment-providers.ts';
import { databaseTime, prepareDatabase } from './prepare-database.ts';
import { DEMO_ACCOUNTS_REASON } from './production-rules.ts';
import { systemRandom } from './random.ts';
import { keptSecret } from './secret.ts';
import { DEMO_PASSWORD, hasDemoAccounts } from './seed/seed-demo.ts';

/** What tests put in place of the real thing. */
export interface Overrides {
  clock?: Clock;
  log?: Deps['log'];
  mailer?: Mailer;
}

export interface RunningServer {
  /** Where stores are reached that have no origin of their own, no slash at the end. */
  origin: string;
  staffOrigin: string;
  /** Demo accounts are there. */
  demo: boolean;
  /** Is no longer ready, then takes no further request, lets running ones end, gives back everything. Safe to call twice. */
  stop(): Promise<void>;
}

/** Puts the parts together and listens. What was started is given back when a later step fails. */
export async function startServer(config: Config, overrides: Overrides = {}): Promise<RunningServer> {
  const closing = new Closing();
  try {
    const settled = config.port === 0 ? { ...config, port: await freePort(config.host) } : config;
    const deps = await compose({ config: settled, overrides, closing });
    await listen(deps, settled, closing);
    const { origin, staffOrigin, demo } = deps.config;
    return { origin, staffOrigin, demo, stop: () => drained(settled, deps.ending, closing) };
  } catch (error) {
    await closing.close().catch(() => {}); // what went wrong first is what is told
    throw error;
  }
}

interface Composition {
  config: Config;
  overrides: Overrides;
  closing: Closing;
}

const POOL_SIZE = 10;

interface Ending {
  begun: boolean;
}

/** First told to whoever sends requests, and only when they have had time to hear it are no more taken (K2). */
async function drained({ drainSeconds }: Config, ending: Ending, closing: Closing): Promise<void> {
  if (!ending.begun && drainSeconds > 0) {
    ending.begun = true;
    await new Promise((resolve) => setTimeout(resolve, drainSeconds * 1000));
  }
  ending.begun = true;
  return closing.close();
}

async function compose({ config, overrides, closing }: Composition): Promise<Deps & { ending: Ending }> {
  const ending: Ending = { begun: false };
  const say = overrides.log ?? log;
  const pages = loadPages();
  pages.catch(() => {}); // thrown where it is waited for
  const database = await connectDatabase(config.database, (line) => say('info', line));
  closing.add(async () => database.embedded?.stop());
  await prepareDatabase({ database, demo: !config.production, log: say });
  const pool = openPool({ ...database.app, max: POOL_SIZE }, ({ message }) => say('warn', 'A connection to the database was lost', { reason: message }));
  closing.add(() => closePool(pool));
  const db = unitOfWork(pool, hasFailPoint() ? { onQuery: failAfterStatement } : {});
  const demo = await db.read(hasDemoAccounts);
  if (config.production && demo) throw new ConfigProblem([DEMO_ACCOUNTS_REASON]);
  const settled = httpConfig(config, demo);
  const clock = overrides.clock ?? (await databaseClock(pool, closing));
  const deps = {
    config: settled,
    db,
    clock,
    random: systemRandom,
    web: await pages,
    stores: await storesOf(db, config),
    loginLimits: loginLimits({ db: unitOfWork(limiterPool({ database, closing, say })), clock, secret: settled.secret }),
    pageCache: new PageCache(),
    ...paymentsOf(config.paymentProvider, { db, clock, random: systemRandom, secret: settled.secret }),
    log: say,
    isStopping: () => ending.begun,
    ending,
  };
  const news = await listenForNews(deps, pool);
  closing.add(() => news.stop());
  await startMailing({ deps, pool, closing, mailer: overrides.mailer ?? mailerOf(config, deps) });
  return deps;
}

const LIMITER_CONNECTIONS = 2;

// The limiter is asked from within transactions: from the pool they hold, it would wait for itself.
function limiterPool({ database, closing, say }: { database: Database; closing: Closing; say: Deps['log'] }): Pool {
  const pool = openPool({ ...database.app, max: LIMITER_CONNECTIONS }, ({ message }) => say('warn', 'A connection of the limiter was lost', { reason: message }));
  closing.add(() => closePool(pool));
  return pool;
}

async function storesOf(db: Deps['db'], { storeOrigins }: Config): Promise<Deps['stores']> {
  const stores = await db.read(loadStores);
  const unknown = Object.keys(storeOrigins).filter((code) => !stores.some((store) => store.code === code));
  if (unknown.length > 0) throw new ConfigProblem(unknown.map((code) => `STORE_ORIGINS names the store ${JSON.stringify(code)}, which is not there.`));
  return stores;
}

function httpConfig(config: Config, demo: boolean): HttpConfig {
  const origin = config.origin ?? `http://localhost:${config.port}`;
  return {
    origin,
    staffOrigin: config.staffOrigin ?? origin,
    storeOrigins: config.storeOrigins,
    secret: config.secret ?? keptSecret(config.dataDir),
    demo,
    demoPassword: DEMO_PASSWORD,
    localInbox: config.smtpUrl === null,
    trustedProxies: config.trustedProxies,
  };
}

async function databaseClock(pool: Pool, closing: Closing): Promise<Clock> {
  const clock = await alignedClock(() => unitOfWork(pool).read(databaseTime));
  closing.add(async () => clock.stop());
  return clock;
}

const mailerOf = ({ smtpUrl }: Config, { db }: Deps): Mailer => (smtpUrl === null ? demoInbox(db) : smtpMailer(smtpUrl));

const JOBS_GRACE_MS = 4000;

async function startMailing({ deps, pool, closing, mailer }: { deps: Deps; pool: Pool; closing: Closing; mailer: Mailer }): Promise<void> {
  closing.add(async () => mailer.close?.());
  const jobs = await startJobs({ pool, deps, mailer });
  closing.add(() => within(JOBS_GRACE_MS, jobs.stop()));
}

/** Longer than any page and most exports; container tools kill after ten seconds. */
const REQUEST_GRACE_MS = 5000;

async function listen(deps: Deps, { host, port }: Config, closing: Closing): Promise<void> {
  const app = await createServer(deps, FOLDERS);
  closing.add(async () => {
    const impatience = setTimeout(() => app.server.closeAllConnections(), REQUEST_GRACE_MS);
    await app.close();
    clearTimeout(impatience);
  });
  try {
    await app.listen({ host, port });
  } catch (error) {
    const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
    throw isTaken ? new ConfigProblem([`Port ${port} is taken by another program: choose another one with PORT=${port + 1}.`]) : error;
  }
}
