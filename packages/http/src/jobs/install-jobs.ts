import { Logger, runMigrations } from 'graphile-worker';
import type { Pool } from 'pg';

const APP_ROLE = 'onbehalf_app';
const quiet = new Logger(() => () => {});

// The queue's tables carry row level security without a policy: nobody but their owner sees a row until one is written.
const GRANTS = `
do $$
declare
  part record;
begin
  grant usage on schema graphile_worker to ${APP_ROLE};
  grant execute on all functions in schema graphile_worker to ${APP_ROLE};
  grant usage on all sequences in schema graphile_worker to ${APP_ROLE};
  grant select on graphile_worker.migrations to ${APP_ROLE};
  for part in select tablename from pg_tables where schemaname = 'graphile_worker' and tablename like '\\_private\\_%' loop
    execute format('grant select, insert, update, delete on graphile_worker.%I to ${APP_ROLE}', part.tablename);
    -- Only what is missing: a policy takes the table for itself, and other processes are at work on it (K2).
    continue when exists (select 1 from pg_policies where schemaname = 'graphile_worker' and tablename = part.tablename and policyname = '${APP_ROLE}');
    execute format('create policy ${APP_ROLE} on graphile_worker.%I for all to ${APP_ROLE} using (true) with check (true)', part.tablename);
  end loop;
end $$`;

const LOCK = 7_062_184_391_554;

/** Brings the queue's own schema up to date, as owner and beside our migrations; the app's role may then use it and owns nothing. */
export async function installJobs(owner: Pool): Promise<void> {
  const client = await owner.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    await runMigrations({ pgPool: owner, logger: quiet });
    await client.query(GRANTS);
  } finally {
    await client.query('select pg_advisory_unlock($1)', [LOCK]).catch(() => {});
    client.release();
  }
}
