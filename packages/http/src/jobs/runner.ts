import { Logger, parseCronItems, run, type LogFunctionFactory, type TaskList } from 'graphile-worker';
import type { Pool } from 'pg';
import type { Deps } from '../deps.ts';
import { keepHouse } from './housekeeping.ts';
import { ALL } from '../page-cache/page-cache.ts';
import { notifyProcesses } from '../page-cache/page-news.ts';
import type { Mailer } from './mailer.ts';
import { sendRefund } from './payment-jobs.ts';
import { queuePool } from './queue-pool.ts';
import { sendMail } from './send-mail.ts';

export interface JobsNeed {
  /** The app's own: the queue lives in the same database, as the same role. */
  pool: Pool;
  deps: Deps;
  mailer: Mailer;
}

export interface Jobs {
  /** Resolves when the jobs in hand are done. */
  stop(): Promise<void>;
}

const EVERY_MINUTE = '* * * * *';

/** Takes jobs until `stop()`. Any number of processes may run them; `installJobs` has been called by the owner before. */
export async function startJobs({ pool, deps, mailer }: JobsNeed): Promise<Jobs> {
  const pgPool = queuePool(pool);
  const runner = await run({
    pgPool,
    concurrency: 2,
    noHandleSignals: true,
    logger: loggerOf(deps),
    taskList: tasks(deps, mailer),
    parsedCronItems: parseCronItems([{ task: 'sweep', match: EVERY_MINUTE, identifier: 'sweep', options: { jobKey: 'sweep', maxAttempts: 1, backfillPeriod: 0 } }]),
  });
  // What ends it from inside (the database is away for good) is in the log already; nobody waits for this promise.
  runner.promise.catch(() => {});
  return {
    stop: async () => {
      // Already over: it ended from inside, which its log has.
      await runner.stop().catch(() => {});
      await pgPool.end();
    },
  };
}

/** The jobs by name; names and payloads are stored in the queue and never renamed. */
export function tasks(deps: Deps, mailer: Mailer): TaskList {
  return {
    'send-mail': async (payload, { job }) => sendMail({ deps, mailer }, { id: idOf(payload), isLast: job.attempts >= job.max_attempts }),
    sweep: () => keepHouse(deps),
    'send-refund': (payload) => sendRefund(deps, idOf(payload)),
    'forget-pages': (payload) => deps.db.read((unit) => notifyProcesses(unit, tagsOf(payload))),
  };
}

function tagsOf(payload: unknown): string[] {
  const tags = typeof payload === 'object' && payload !== null && 'tags' in payload ? payload.tags : null;
  return Array.isArray(tags) ? tags.map(String) : [ALL];
}

function idOf(payload: unknown): string {
  const id = typeof payload === 'object' && payload !== null && 'id' in payload ? payload.id : undefined;
  if (typeof id !== 'string') throw new Error('A job without the id of what it is about');
  return id;
}

const LEVELS = { error: 'error', warning: 'warn', info: 'info', debug: null } as const;

function loggerOf(deps: Deps): Logger {
  const factory: LogFunctionFactory = (scope) => (level, message) => {
    const own = LEVELS[level];
    // Its news of every start and job is of no interest; whatever went wrong is.
    if (own !== null && own !== 'info') deps.log(own, message, { job: scope.taskIdentifier ?? scope.label ?? 'jobs' });
  };
  return new Logger(factory);
}
