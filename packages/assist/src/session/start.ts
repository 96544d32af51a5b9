import {
  assistRefusals,
  explainAssist,
  grantedMode,
  type CheckResult,
  type EndReason,
  type Refusal,
  type Result,
  type SettingsReader,
} from '@onbehalf/core';
import type { Actor, Subject } from '../caller.ts';
import type { Random, Store, Unit } from '../ports.ts';
import { record, type Origin } from '../record/record.ts';
import { endAssist } from './end.ts';
import { assistFacts } from './facts.ts';
import {
  ACTOR_COLUMNS,
  ACTOR_JOINS,
  STORE_JSON,
  SUBJECT_COLUMNS,
  SUBJECT_JOINS,
  actorOf,
  subjectOf,
  type ActorColumns,
  type SubjectColumns,
} from './rows.ts';
import { newToken } from './tokens.ts';

export interface Inside {
  sessionId: string;
  actorId: string;
  actorName: string;
  subjectId: string;
  subjectName: string;
  since: Date;
}

/** All that a start is decided by, read in one statement. */
export interface StartSituation {
  actor: Actor;
  subject: Subject | null;
  store: Store | null;
  checks: CheckResult[];
  refusals: Refusal[];
  roleMode: Actor['assistMode'];
  consentScope: Actor['assistMode'] | null;
  /** Where the actor is now, if anywhere. */
  current: Inside | null;
  /** Colleagues inside this customer now. */
  colleagues: Inside[];
}

interface SituationRow extends ActorColumns, SubjectColumns {
  subject_id: string;
  store: Store | null;
  inside: { sessionId: string; actorId: string; actorName: string; subjectId: string; subjectName: string; since: string }[] | null;
}

// With a store asked for that one, else the customer's own (B13, automatic).
const SITUATION_SQL = `
select ${ACTOR_COLUMNS}, ${SUBJECT_COLUMNS},
  (select ${STORE_JSON} from store st join website w on w.id = st.website_id where st.id = coalesce($3::smallint, c.store_id)) as store,
  (select jsonb_agg(jsonb_build_object('sessionId', s.id, 'actorId', s.actor_id::text, 'actorName', s.actor_name,
     'subjectId', s.subject_id::text, 'subjectName', s.subject_name, 'since', s.started_at))
   from assist_session s join staff_session t on t.id = s.staff_session_id
   where s.ended_at is null and (s.actor_id = a.id or s.subject_id = c.id)) as inside
from staff a ${ACTOR_JOINS}
left join customer c on c.id = $2 ${SUBJECT_JOINS}
where a.id = $1`;

export interface SituationQuestion {
  actorId: string;
  customerId: string;
  storeId: number | null;
  settings: SettingsReader;
  now: Date;
}

export async function startSituation(unit: Unit, question: SituationQuestion): Promise<StartSituation> {
  const [row] = await unit.named<SituationRow>('start-situation', SITUATION_SQL, [question.actorId, question.customerId, question.storeId]);
  if (row === undefined) throw new Error('The actor of a running staff session has no row');
  const subject = row.subject_id === null ? null : row;
  const facts = assistFacts({ actor: row, subject, store: row.store ?? NO_STORE, settings: question.settings, now: question.now });
  const inside = (row.inside ?? []).map((one) => ({ ...one, since: new Date(one.since) }));
  return {
    actor: actorOf(row),
    subject: subject === null ? null : subjectOf(subject),
    store: row.store,
    checks: explainAssist(facts),
    refusals: assistRefusals(facts),
    roleMode: row.role_assist_mode,
    consentScope: facts.consent.scope,
    current: inside.find((one) => one.actorId === row.actor_id) ?? null,
    colleagues: inside.filter((one) => one.actorId !== row.actor_id),
  };
}

const NO_STORE: Store = {
  id: 1, code: '', websiteId: 0, websiteName: '', name: '', base: '', locale: 'en', currency: 'USD',
  pricesIncludeTax: false, country: '', timeZone: 'UTC', active: false,
};

export interface StartCommand {
  actorId: string;
  staffSessionId: string;
  kind: 'browser' | 'api';
  customerId: string;
  storeId: number | null;
  reason: string;
  reference: string;
  /** End the customer the actor is in first (B7). */
  switch: boolean;
  /** The actor was told who is inside and goes in all the same. */
  confirmed: boolean;
  returnTo: string;
}

export interface Started {
  sessionId: string;
  token: string;
  subject: Subject;
  store: Store;
  mode: Actor['assistMode'];
  switchedFrom: string | null;
}

export interface StartContext {
  settings: SettingsReader;
  now: Date;
  origin: Origin;
  random: Random;
}

/**
 * B1, B2, B3 (same origin), B7: checks, ends the previous context where asked, opens the new one and writes both down,
 * in the caller's transaction. Two rows are locked first, so that a withdrawal or a block that runs at the same time
 * comes wholly before or wholly after (C06, K07).
 */
export async function startAssist(unit: Unit, command: StartCommand, context: StartContext): Promise<Result<Started, Refusal[]>> {
  await unit.named('start-lock', 'select (select 1 from staff where id = $1 for share), (select 1 from customer where id = $2 for share)', [command.actorId, command.customerId]);
  const situation = await startSituation(unit, { ...command, settings: context.settings, now: context.now });
  const refusals = [...situation.refusals, ...askedRefusals(situation, command, context.settings)];
  if (refusals.length > 0) return { ok: false, error: refusals };
  if (situation.subject === null || situation.store === null) throw new Error('A start without refusals has a customer and a store');
  if (situation.current !== null) await endAssist(unit, { sessionId: situation.current.sessionId, reason: 'switch' satisfies EndReason, ...context });
  return open(unit, { situation, subject: situation.subject, store: situation.store, command, context });
}

/** What only the person can answer: switch, colleague inside, reason (A8, B7, B11). */
export function askedRefusals(situation: StartSituation, command: Pick<StartCommand, 'switch' | 'confirmed' | 'reason'>, settings: SettingsReader): Refusal[] {
  const refusals: Refusal[] = [];
  if (situation.current !== null && !command.switch) {
    refusals.push({ code: 'already-in-customer', facts: { customer: situation.current.subjectName } });
  }
  if (situation.colleagues.length > 0 && !command.confirmed) {
    refusals.push({ code: 'colleague-inside', facts: { colleague: situation.colleagues.map((one) => one.actorName).join(', ') } });
  }
  const website = situation.store === null ? {} : { websiteId: situation.store.websiteId };
  if (settings.get('assist/session/reason_required', website) && command.reason === '') refusals.push({ code: 'reason-required', field: 'reason' });
  return refusals;
}

interface Opening {
  situation: StartSituation;
  subject: Subject;
  store: Store;
  command: StartCommand;
  context: StartContext;
}

const OPEN_SQL = `
insert into assist_session (id, token_hash, kind, staff_session_id, actor_id, subject_id, store_id, mode, reason, reference,
  actor_name, subject_name, staff_group_id, return_to, started_at, hard_limit_at)
select $1, $2, $3, t.id, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16
  from staff_session t where t.id = $4 and t.ended_at is null
on conflict (actor_id) where ended_at is null do nothing
returning id`;

async function open(unit: Unit, { situation, subject, store, command, context }: Opening): Promise<Result<Started, Refusal[]>> {
  const { actor } = situation;
  const id = context.random.uuid();
  const token = newToken(command.kind === 'api' ? 'assistApi' : 'assist', context.random);
  const mode = grantedMode(situation.roleMode, situation.consentScope);
  const limit = context.settings.get('assist/session/max_lifetime', { websiteId: store.websiteId });
  const opened = await unit.named('start-open', OPEN_SQL, [
    id, token.hash, command.kind, command.staffSessionId, actor.id, subject.id, store.id, mode, command.reason, command.reference,
    actor.name, subject.name, actor.groupId, command.returnTo, context.now, new Date(context.now.getTime() + limit * 1000),
  ]);
  // Another start of the same actor was quicker: the database allows one (S12).
  if (opened.length === 0) return { ok: false, error: [{ code: 'already-in-customer', facts: { customer: subject.name } }] };
  const people = { actor, subject, assistSessionId: id, storeId: store.id, chained: true };
  await record(unit, { people, origin: context.origin, now: context.now }, {
    group: 'login-as-customer',
    action: 'start',
    object: { type: 'customer', id: subject.id },
    detail: { mode, kind: command.kind, reason: command.reason, switchedFrom: situation.current?.sessionId ?? null },
    personal: { actorName: actor.name, subjectName: subject.name, reference: command.reference },
  });
  return { ok: true, value: { sessionId: id, token: token.text, subject, store, mode, switchedFrom: situation.current?.sessionId ?? null } };
}
