import { databaseEnvironment, testDatabase, type Content, type TestDatabase } from '@onbehalf/database/testing';
import { readConfig, type Environment } from '../config.ts';
import { prepareDatabase } from '../prepare-database.ts';
import { startServer, type Overrides, type RunningServer } from '../start-server.ts';
import { TestBrowser } from './test-browser.ts';

/** A clock that stands where a test puts it, from the real time on. */
export class TestClock {
  #aheadMs = 0;
  now(): Date {
    return new Date(Date.now() + this.#aheadMs);
  }
  advance(seconds: number): void {
    this.#aheadMs += seconds * 1000;
  }
}

export interface DemoShop {
  server: RunningServer;
  database: TestDatabase;
  clock: TestClock;
  /** A browser of its own: no cookie of another. */
  browser(): TestBrowser;
  /** Rows as the owner sees them. */
  rows<Row extends object>(sql: string, params?: unknown[]): Promise<Row[]>;
  close(): Promise<void>;
}

const DEMO: Content = {
  name: 'demo',
  fill: ({ ownerConfig, appConfig }) => prepareDatabase({ database: { owner: ownerConfig, app: appConfig }, demo: true, log: faultsOnly }),
};

/** The whole server on a database of its own with the demo shop in it. */
export async function openDemoShop(overrides: Pick<Overrides, 'mailer' | 'log'> = {}, environment: Environment = {}): Promise<DemoShop> {
  const database = await testDatabase(DEMO);
  const clock = new TestClock();
  const server = await startServer(readConfig({ ...environmentFor(database), ...environment }), { clock, log: faultsOnly, ...overrides });
  return {
    server,
    database,
    clock,
    browser: () => new TestBrowser(server.origin),
    rows: async <Row extends object>(sql: string, params: unknown[] = []) => (await database.owner.query<Row>(sql, params)).rows,
    close: async () => {
      await server.stop();
      await database.drop();
    },
  };
}

/** A second server on the same database, with connections, caches and jobs of its own, as another process would have (K2). */
export function openBeside({ database, clock }: DemoShop): Promise<RunningServer> {
  return startServer(readConfig(environmentFor(database)), { clock, log: faultsOnly });
}

/** All that processes of one shop have in common. */
export const environmentFor = (database: TestDatabase): Environment => ({ PORT: '0', ...databaseEnvironment(database), ONBEHALF_SECRET: 'a-secret-for-tests-only-0123456789abcdef' });

function faultsOnly(level: string, message: string): void {
  if (level === 'error') console.error(message);
}

export { databaseEnvironment };
