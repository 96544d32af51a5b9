import type { Unit } from '@onbehalf/assist/ports';
import { err, ok, type Refusal, type Result } from '@onbehalf/core';

/** How long the mail's link is good for. */
export const CONSENT_LINK_MINUTES = 60;
/** How long a code may be read out. */
export const CONSENT_CODE_MINUTES = 10;
const TRIES = 5;
const ASKED_PER_HOUR = 5;

export interface ConsentAsking {
  id: string;
  customerId: string;
  websiteId: number;
  storeId: number;
  actor: { id: string; name: string };
  now: Date;
}

// Nobody is mailed without end: five an hour for a customer, whoever asks. The row lock makes askers queue up.
const QUEUE = 'select 1 from customer where id = $1::bigint for no key update';
const ASKED = `select count(*)::integer as times from consent_request where customer_id = $1::bigint and asked_at > $2::timestamptz - interval '1 hour'`;
const REPLACE = `update consent_request set answered_at = $3, answer = 'replaced' where customer_id = $1::bigint and actor_id = $2::bigint and answered_at is null`;
const ASK = `
insert into consent_request (id, customer_id, website_id, store_id, actor_id, actor_name, asked_at, expires_at)
values ($1, $2, $3, $4, $5, $6, $7, $8)`;

/** Opens a request; one of the same actor that is still open ends with it. Refuses 'consent-asked-often'. */
export async function askForConsent(unit: Unit, { id, customerId, websiteId, storeId, actor, now }: ConsentAsking): Promise<Result<string, Refusal>> {
  await unit.query(QUEUE, [customerId]);
  const [asked] = await unit.query<{ times: number }>(ASKED, [customerId, now]);
  if ((asked?.times ?? 0) >= ASKED_PER_HOUR) return err({ code: 'consent-asked-often' });
  await unit.query(REPLACE, [customerId, actor.id, now]);
  await unit.query(ASK, [id, customerId, websiteId, storeId, actor.id, actor.name, now, new Date(now.getTime() + CONSENT_LINK_MINUTES * 60_000)]);
  return ok(id);
}

export interface OpenConsentRequest {
  id: string;
  customerId: string;
  websiteId: number;
  actorId: string;
  actorName: string;
  groupName: string;
  askedAt: Date;
  /** Null until a mail or the customer's own page has made one. */
  codeUntil: Date | null;
  triesLeft: number;
}

interface OpenRow {
  id: string;
  customer_id: string;
  website_id: number;
  actor_id: string;
  actor_name: string;
  group_name: string;
  asked_at: Date;
  code_until: Date | null;
  tries: number;
}

const OPEN = `
select q.id, q.customer_id::text, q.website_id::integer, q.actor_id::text, q.actor_name, g.name as group_name, q.asked_at, q.tries::integer,
  q.code_made_at + make_interval(mins => ${CONSENT_CODE_MINUTES}) as code_until
from consent_request q join staff a on a.id = q.actor_id join staff_group g on g.id = a.staff_group_id
where q.answered_at is null and q.expires_at > $1`;

const openOf = (row: OpenRow): OpenConsentRequest => ({
  id: row.id, customerId: row.customer_id, websiteId: row.website_id, actorId: row.actor_id, actorName: row.actor_name, groupName: row.group_name,
  askedAt: row.asked_at, codeUntil: row.code_until, triesLeft: TRIES - row.tries,
});

/** Of one customer, newest first. */
export async function openConsentRequests(unit: Unit, { customerId, now }: { customerId: string; now: Date }): Promise<OpenConsentRequest[]> {
  return (await unit.query<OpenRow>(`${OPEN} and q.customer_id = $2::bigint order by q.asked_at desc`, [now, customerId])).map(openOf);
}

/** The one the actor has asked of this customer and that is still open. */
export async function ownConsentRequest(unit: Unit, { customerId, actorId, now }: { customerId: string; actorId: string; now: Date }): Promise<OpenConsentRequest | null> {
  const [row] = await unit.query<OpenRow>(`${OPEN} and q.customer_id = $2::bigint and q.actor_id = $3::bigint`, [now, customerId, actorId]);
  return row === undefined ? null : openOf(row);
}

/** The one a mail's link stands for. */
export async function consentRequestByToken(unit: Unit, { tokenHash, now }: { tokenHash: Buffer; now: Date }): Promise<OpenConsentRequest | null> {
  const [row] = await unit.query<OpenRow>(`${OPEN} and q.token_hash = $2`, [now, tokenHash]);
  return row === undefined ? null : openOf(row);
}

/** Notes the hashes of secrets that were made this moment; a new code begins with all its tries. */
export async function keepConsentSecrets(unit: Unit, { id, tokenHash, codeHash, now }: { id: string; tokenHash?: Buffer; codeHash: Buffer; now: Date }): Promise<boolean> {
  const rows = await unit.query(
    'update consent_request set token_hash = coalesce($2, token_hash), code_hash = $3, code_made_at = $4, tries = 0 where id = $1 and answered_at is null and expires_at > $4 returning id',
    [id, tokenHash ?? null, codeHash, now],
  );
  return rows.length === 1;
}

const TRY = `
update consent_request set tries = tries + 1
 where id = $1 and answered_at is null and expires_at > $2 and tries < ${TRIES} and code_made_at > $2::timestamptz - make_interval(mins => ${CONSENT_CODE_MINUTES})
returning code_hash as hash, tries::integer`;

/** Spends one try and gives what to compare with; null where there is no code or no try left. Commit it before the answer: a wrong code must count. */
export async function spendConsentTry(unit: Unit, { id, now }: { id: string; now: Date }): Promise<{ hash: Buffer; triesLeft: number } | null> {
  const [row] = await unit.query<{ hash: Buffer; tries: number }>(TRY, [id, now]);
  return row === undefined ? null : { hash: row.hash, triesLeft: TRIES - row.tries };
}

/** Answers once: false where it was answered or ran out meanwhile. */
export async function answerConsentRequest(unit: Unit, { id, answer, way, now }: { id: string; answer: 'approved' | 'declined'; way: 'link' | 'code' | 'account'; now: Date }): Promise<boolean> {
  const rows = await unit.query('update consent_request set answered_at = $4, answer = $2, way = $3 where id = $1 and answered_at is null and expires_at > $4 returning id', [id, answer, way, now]);
  return rows.length === 1;
}
