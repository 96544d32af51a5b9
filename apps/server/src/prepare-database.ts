import type { Unit } from '@onbehalf/assist';
import { closePool, migrate, openPool, unitOfWork, type Database } from '@onbehalf/database';
import type { Deps } from '@onbehalf/http';
import { installJobs } from '@onbehalf/http/jobs/install-jobs';
import { expireRecord } from './expire-record.ts';
import { systemRandom } from './random.ts';
import { isEmpty, seedDemo } from './seed/seed-demo.ts';

export interface Preparation {
  database: Database;
  /** Whether an empty database is filled with the demo shop. */
  demo: boolean;
  log: Deps['log'];
}

/** Brings the schema and the queue's up to date, as their owner, and makes sure that there is a shop. */
export async function prepareDatabase({ database, demo, log }: Preparation): Promise<void> {
  const { applied } = await migrate(database);
  if (applied.length > 0) log('info', `The database is at ${applied.at(-1) ?? ''}`);
  const pool = openPool({ ...database.owner, max: 2 });
  try {
    await installJobs(pool);
    const owner = unitOfWork(pool);
    const expired = await owner.transaction(async (unit) => expireRecord(unit, { now: await databaseTime(unit), requestId: systemRandom.uuid() }));
    if (expired.length > 0) log('info', `The record is past its time and deleted for ${expired.join(', ')}`);
    if (!(await owner.read(isEmpty))) return;
    if (!demo) return log('warn', 'The database has no store yet');
    const started = performance.now();
    if (await seedDemo(owner, await owner.read(databaseTime))) log('info', `The demo shop is made (${Math.round(performance.now() - started)} ms)`);
  } finally {
    await closePool(pool);
  }
}

export async function databaseTime(unit: Unit): Promise<Date> {
  const [row] = await unit.query<{ now: Date }>('select clock_timestamp() as now');
  if (row === undefined) throw new Error('The database has no time');
  return row.now;
}
