import { connectDatabase, openPool, unitOfWork } from '@onbehalf/database';
import { loginLimits } from '@onbehalf/http/login-limits';
import { PageCache } from '@onbehalf/http/page-cache/page-cache';
import { createServer } from '@onbehalf/http/server';
import { failAfterStatement } from '@onbehalf/http/use-cases/fail-point';
import { loadStores } from '@onbehalf/shop';
import { readConfig } from '../config.ts';
import { loadPages } from '../pages.ts';
import { systemRandom } from '../random.ts';

const clock = { now: () => new Date() };

/** What mortal-server.ts runs: configured as the server is, by its environment. */
export async function serveUntilKilled(): Promise<void> {
  const { host, port, origin, staffOrigin, secret, storeOrigins, database } = readConfig(process.env);
  if (origin === null || secret === null) throw new Error('A server that is to be killed is told its origin and secret');
  const pool = openPool({ ...(await connectDatabase(database)).app, max: 4 });
  const db = unitOfWork(pool, { onQuery: failAfterStatement });
  const app = await createServer(
    {
      config: { origin, staffOrigin: staffOrigin ?? origin, storeOrigins, secret, demo: true, demoPassword: '', localInbox: true, trustedProxies: [] },
      db, clock, random: systemRandom, web: await loadPages(), stores: await db.read(loadStores),
      loginLimits: loginLimits({ db, clock, secret }), pageCache: new PageCache(), log: (level, message) => level === 'error' && console.error(message),
    },
    [],
  );
  await app.listen({ host, port });
}
