import type { Unit } from '@onbehalf/assist';
import type { SettingsReader } from '@onbehalf/core';
import { lookUpSettings } from '@onbehalf/assist';
import type { Deps } from '../deps.ts';
import { queueMails, type QueuedMail } from './mail-outbox.ts';

interface ToldRow {
  id: string;
  actor_id: string;
  subject_id: string;
  email: string;
  website_id: number;
  store: string;
  locale: string;
}

// Each visit is taken by one process (skip locked), in the transaction that queues its mail: told once, or not at all.
const told = (column: 'start_told_at' | 'end_told_at', where: string): string => `
update assist_session s set ${column} = $1
  from customer c, store st
 where c.id = s.subject_id and st.id = s.store_id
   and s.id in (select id from assist_session where ${where} order by id limit 200 for update skip locked)
returning s.id, s.actor_id::text, s.subject_id::text, c.email, c.website_id::integer, st.code as store, st.locale`;

const STARTED = told('start_told_at', 'start_told_at is null');
const ENDED = told('end_told_at', 'end_told_at is null and ended_at is not null');

/** B20: the customer is told by mail that somebody came and went, where the shop says so. */
export async function mailVisits(deps: Deps): Promise<void> {
  const now = deps.clock.now();
  await deps.db.transaction(async (unit: Unit) => {
    const settings = await lookUpSettings(unit);
    const started = await unit.query<ToldRow>(STARTED, [now]);
    const ended = await unit.query<ToldRow>(ENDED, [now]);
    await queueMails(unit, [
      ...started.filter((row) => isTold(settings, row, 'start')).map((row) => letter(deps, row, 'assist-started')),
      ...ended.filter((row) => isTold(settings, row, 'end')).map((row) => letter(deps, row, 'assist-ended')),
    ], now);
  });
}

function isTold(settings: SettingsReader, { website_id: websiteId }: ToldRow, at: 'start' | 'end'): boolean {
  const when = settings.get('assist/notify/customer', { websiteId });
  return when === 'both' || when === at;
}

function letter(deps: Deps, row: ToldRow, template: 'assist-started' | 'assist-ended'): QueuedMail {
  return {
    id: deps.random.uuid(), template, params: { visit: row.id, store: row.store }, locale: row.locale, recipient: row.email,
    actorId: row.actor_id, subjectId: row.subject_id, assistSessionId: row.id,
  };
}
