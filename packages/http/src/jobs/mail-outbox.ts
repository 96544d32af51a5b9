import type { Unit } from '@onbehalf/assist';
import type { MailName } from '@onbehalf/web';

/** A mail to send once the transaction that causes it has committed (D5). Parameters name things; no secret is among them. */
export interface QueuedMail {
  id: string;
  template: MailName;
  params: Record<string, string>;
  locale: string;
  recipient: string;
  actorId: string | null;
  subjectId: string | null;
  assistSessionId: string | null;
}

interface QueuedTogether {
  mails: readonly QueuedMail[];
  now: Date;
  entry: { ground: string | null; body: string };
  /** What pages show that changed. */
  tags: readonly string[];
}

const QUEUED = `queued as (
  insert into mail (id, template, params, locale, recipient, actor_id, subject_id, assist_session_id, created_at)
  select (m->>'id')::uuid, m->>'template', m->'params', m->>'locale', m->>'recipient', (m->>'actorId')::bigint, (m->>'subjectId')::bigint,
    (m->>'assistSessionId')::uuid, $2 from jsonb_array_elements($1::jsonb) m returning id),
asked as (select (graphile_worker.add_job('send-mail', json_build_object('id', id), job_key => 'mail:' || id, max_attempts => 20)).id from queued)`;

const QUEUE_SQL = `with ${QUEUED} select count(*) from asked`;
const QUEUE_WITH_ENTRY_SQL = `with ${QUEUED},
  told as (select (graphile_worker.add_job('forget-pages', $5::json)).id)
  select (select count(*) from asked) as mails, (select count(*) from told) as news, record_act($3, $4) as entry`;

/** Rows and jobs in the caller's transaction, in one statement: at least once, never before the commit. */
export async function queueMails(unit: Unit, mails: readonly QueuedMail[], now: Date): Promise<void> {
  if (mails.length > 0) await unit.named('queue-mails', QUEUE_SQL, [JSON.stringify(mails), now]);
}

/** The same together with an entry of the record and news for the page cache, for a use case that counts its round trips. */
export async function queueMailsWithEntry(unit: Unit, { mails, now, entry, tags }: QueuedTogether): Promise<void> {
  await unit.named('queue-mails-with-entry', QUEUE_WITH_ENTRY_SQL, [JSON.stringify(mails), now, entry.ground, entry.body, JSON.stringify({ tags })]);
}
