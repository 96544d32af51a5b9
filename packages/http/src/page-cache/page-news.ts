import type { Unit } from '@onbehalf/assist';
import type { Pool, PoolClient } from 'pg';
import type { Deps } from '../deps.ts';
import { queuePool } from '../jobs/queue-pool.ts';
import { ALL, type Tag } from './page-cache.ts';

const CHANNEL = 'onbehalf_pages';
/** PostgreSQL takes less than 8,000 bytes. */
const LONGEST_NEWS = 7000;
const AGAIN_AFTER_MS = 1000;

/** In the transaction of the change: a job that tells every process once it has committed. Hot writes don't notify themselves. */
export async function tellOfChange(unit: Unit, tags: readonly Tag[]): Promise<void> {
  await unit.named('tell-of-change', `select (graphile_worker.add_job('forget-pages', $1::json)).id`, [JSON.stringify({ tags })]);
}

/** The job's own part. */
export async function notifyProcesses(unit: Unit, tags: readonly Tag[]): Promise<void> {
  const news = JSON.stringify(tags);
  await unit.query('select pg_notify($1, $2)', [CHANNEL, news.length > LONGEST_NEWS ? JSON.stringify([ALL]) : news]);
}

export interface Listening {
  stop(): Promise<void>;
}

/** Hears of changes for as long as it runs. A connection that breaks is opened again; meanwhile nothing is kept. */
export async function listenForNews({ pageCache, log }: Pick<Deps, 'pageCache' | 'log'>, pool: Pool): Promise<Listening> {
  const own = queuePool(pool);
  let isOver = false;
  let client: PoolClient | null = null;
  let timer: NodeJS.Timeout | undefined;

  const lost = (error?: Error): void => {
    if (client === null) return;
    client.release(true);
    client = null;
    pageCache.pause();
    if (isOver) return;
    log('warn', 'The page cache hears no news; nothing is kept until it does', { reason: error?.message ?? 'the connection ended' });
    timer = setTimeout(() => void open(), AGAIN_AFTER_MS);
  };
  const open = async (): Promise<void> => {
    try {
      client = await own.connect();
      client.on('notification', ({ payload }) => pageCache.forget(tagsIn(payload)));
      client.on('error', lost);
      client.on('end', () => lost());
      await client.query(`listen ${CHANNEL}`);
      pageCache.resume();
    } catch (error) {
      if (client === null && !isOver) timer = setTimeout(() => void open(), AGAIN_AFTER_MS);
      lost(error instanceof Error ? error : undefined);
    }
  };
  await open();
  return {
    stop: async () => {
      isOver = true;
      clearTimeout(timer);
      lost();
      await own.end();
    },
  };
}

function tagsIn(news: string | undefined): Tag[] {
  try {
    const tags: unknown = JSON.parse(news ?? '');
    if (Array.isArray(tags)) return tags.map(String);
  } catch {
    // not ours, or of a version to come: what it means can only be guessed
  }
  return [ALL];
}
