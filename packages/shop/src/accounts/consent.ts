import { err, ok, type AssistMode, type Refusal, type Result } from '@onbehalf/core';
import type { Unit } from '@onbehalf/assist/ports';

export type ConsentAnswer = 'given' | 'refused';

/** What the customer has said to being assisted (B10). */
export interface Consent {
  answer: ConsentAnswer;
  scope: AssistMode;
  wording: string;
  answeredAt: Date;
  validUntil: Date | null;
}

export interface ConsentState {
  current: Consent | null;
  /** When the last consent was given and when it was withdrawn, as the account page tells it. */
  givenAt: Date | null;
  withdrawnAt: Date | null;
}

interface ConsentRow extends Consent {
  supersededAt: Date | null;
}

// The newest answer, and the newest consent among those before it.
const CURRENT = `
(select c.id, c.answer, c.scope, c.wording, c.answered_at as "answeredAt", c.valid_until as "validUntil", c.superseded_at as "supersededAt"
   from consent c where c.customer_id = $1::bigint order by c.id desc limit 1)
union
(select c.id, c.answer, c.scope, c.wording, c.answered_at, c.valid_until, c.superseded_at
   from consent c where c.customer_id = $1::bigint and c.answer = 'given' order by c.id desc limit 1)
order by id desc`;

const QUEUE = 'select 1 as one from customer where id = $1::bigint and website_id = $2::smallint for no key update';

// The insert waits for the old answer to be superseded: one that counts per customer (consent_current).
const SET = `
with old as (
  select id, answer from consent where customer_id = $1::bigint and superseded_at is null),
changed as (
  select 1 where not exists (
    select from consent where customer_id = $1::bigint and superseded_at is null and answer = $3 and scope = $5 and valid_until is not distinct from $9::timestamptz)),
superseded as (
  update consent c set superseded_at = $6 from old, changed where c.id = old.id returning c.id),
added as (
  insert into consent (customer_id, website_id, answer, wording, scope, answered_at, answered_by, answered_by_name, valid_until)
  select $1::bigint, $2::smallint, $3, $4, $5, $6, $7::bigint, $8, $9::timestamptz from changed where (select count(*) from superseded) >= 0
  returning id)
select (select answer from old) as before, exists (select from added) as changed`;

/** The customer's answer in force, and since when; all null where there never was one. */
export async function currentConsent(unit: Unit, customerId: string): Promise<ConsentState> {
  const rows = await unit.named<ConsentRow>('shop-consent', CURRENT, [customerId]);
  const [newest] = rows;
  const given = rows.find((row) => row.answer === 'given');
  return {
    current: newest === undefined || newest.supersededAt !== null ? null : asConsent(newest),
    givenAt: given?.answeredAt ?? null,
    withdrawnAt: given?.supersededAt ?? null,
  };
}

export interface ConsentChange {
  customerId: string;
  websiteId: number;
  answer: ConsentAnswer;
  wording: string;
  scope: AssistMode;
  at: Date;
  /** The administrator who answers for the customer; left out: the customer alone. */
  answeredBy?: { id: string; name: string };
  /** For one occasion (B10, per request); left out: until it is withdrawn. */
  validUntil?: Date;
}

/**
 * Records an answer and keeps the one before as history; the same answer again makes no new row. In a transaction.
 * Refuses with 'not-found' for a customer of another website.
 */
export async function setConsent(unit: Unit, change: ConsentChange): Promise<Result<{ changed: boolean; before: ConsentAnswer | null }, Refusal>> {
  const { customerId, websiteId, answer, wording, scope, at, answeredBy, validUntil } = change;
  const queued = await unit.query<{ one: number }>(QUEUE, [customerId, websiteId]);
  if (queued.length === 0) return err({ code: 'not-found' });
  const [row] = await unit.query<{ before: ConsentAnswer | null; changed: boolean }>(SET, [customerId, websiteId, answer, wording, scope, at, answeredBy?.id ?? null, answeredBy?.name ?? null, validUntil ?? null]);
  return ok(row ?? { before: null, changed: false });
}

const asConsent = ({ answer, scope, wording, answeredAt, validUntil }: ConsentRow): Consent => ({
  answer, scope, wording, answeredAt, validUntil,
});
