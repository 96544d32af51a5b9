import type { Deps } from '../deps.ts';
import { writeLetter } from './letters.ts';
import { maskSecrets, type Mailer } from './mailer.ts';
import { NotSent, type MailRow } from './writing.ts';

export interface SendMailJob {
  id: string;
  /** No further attempt follows this one. */
  isLast: boolean;
}

const ROW_SQL = 'select id, template, params, locale, recipient, subject_id::text, status from mail where id = $1';

/**
 * Sends one mail of the outbox (D5). One that was sent already is left alone. A failure is kept with the mail, without
 * secrets, and thrown again so that the queue tries once more: at least once, never lost.
 */
export async function sendMail({ deps, mailer }: { deps: Deps; mailer: Mailer }, { id, isLast }: SendMailJob): Promise<void> {
  const [row] = await deps.db.read((unit) => unit.query<MailRow>(ROW_SQL, [id]));
  if (row === undefined || row.status === 'sent') return;
  const problem = await attempt({ deps, mailer }, row);
  if (problem === null) return;
  await deps.db.read((unit) =>
    unit.query('update mail set attempts = attempts + 1, last_error = $2, status = $3 where id = $1', [id, problem, isLast ? 'failed' : 'waiting']),
  );
  // Not the error itself: the queue keeps what is thrown, and it may quote the mail.
  throw new Error(problem);
}

/** What went wrong, without secrets; null: the mail is sent, or there is no more reason to send it. */
async function attempt({ deps, mailer }: { deps: Deps; mailer: Mailer }, row: MailRow): Promise<string | null> {
  try {
    const { shopName, subject, html, text } = await deps.db.transaction((unit) => writeLetter(deps, unit, row));
    await mailer.send({ id: row.id, from: { name: shopName, address: senderAddress(deps) }, to: row.recipient, subject, html, text });
    await markSent(deps, row.id, subject);
    return null;
  } catch (error) {
    if (error instanceof NotSent) return giveUp(deps, row.id, error.message);
    return withoutSecrets(error);
  }
}

async function markSent({ db, clock }: Deps, id: string, subject: string): Promise<void> {
  await db.read((unit) =>
    unit.query(`update mail set status = 'sent', sent_at = $2, subject_line = $3, attempts = attempts + 1, last_error = null where id = $1`, [id, clock.now(), maskSecrets(subject)]),
  );
}

async function giveUp({ db }: Deps, id: string, why: string): Promise<null> {
  await db.read((unit) => unit.query(`update mail set status = 'failed', attempts = attempts + 1, last_error = $2 where id = $1`, [id, why]));
  return null;
}

const MOST = 300;

function withoutSecrets(error: unknown): string {
  const message = error instanceof Error ? error.message : 'Unknown problem';
  const [line = ''] = maskSecrets(message).replace(/\/\/[^@/\s]*@/g, '//…@').split('\n');
  return line.slice(0, MOST);
}

function senderAddress({ config }: Deps): string {
  return `no-reply@${new URL(config.origin).hostname.replace(/^\[.*\]$/, 'localhost')}`;
}
