import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Deps } from './deps.ts';

const ANSWER_WITHIN_MS = 2000;

/**
 * For whoever starts processes and sends requests to them (E8, K2). `/healthz`: this process runs; a database that is away
 * is no reason to kill it. `/readyz`: it may be sent requests: it listens only once the schema is up to date, the
 * database answers it, and it is not about to end. Neither says anything about the shop, and neither is on record.
 */
export function mountHealth(app: FastifyInstance, deps: Pick<Deps, 'db' | 'isStopping'>): void {
  app.get('/healthz', async (_request, reply) => say(reply, 200, 'ok'));
  app.get('/readyz', async (_request, reply) => {
    if (deps.isStopping?.() === true) return say(reply, 503, 'stopping');
    return (await isDatabaseThere(deps)) ? say(reply, 200, 'ready') : say(reply, 503, 'no database');
  });
}

function say(reply: FastifyReply, status: 200 | 503, word: string): FastifyReply {
  return reply.code(status).type('text/plain; charset=utf-8').header('cache-control', 'no-store').send(`${word}\n`);
}

async function isDatabaseThere({ db }: Pick<Deps, 'db'>): Promise<boolean> {
  const { promise: late, resolve } = Promise.withResolvers<false>();
  const timer = setTimeout(() => resolve(false), ANSWER_WITHIN_MS);
  const asked = db.read((unit) => unit.named('ready', 'select 1 from store limit 1', [])).then(() => true, () => false);
  try {
    return await Promise.race([asked, late]);
  } finally {
    clearTimeout(timer);
  }
}
