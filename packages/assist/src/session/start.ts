import { grantedMode, type EndReason, type Refusal, type Result, type SettingsReader, type SuspicionCode } from '@onbehalf/core';
import type { Actor, Subject } from '../caller.ts';
import { cartSnapshotSql } from '../cart/cart-snapshot.ts';
import type { Random, Store, Unit } from '../ports.ts';
import { entryText, record, type Origin } from '../record/record.ts';
import { keepSuspicion } from '../suspicion/suspicion.ts';
import { endAssist } from './end.ts';
import { closeContext } from './over.ts';
import { situationOfStart, type StartSituation } from './situation.ts';
import { countedSince, earliestStartSql, limitRefusals } from './start-limit.ts';
import { newToken } from './tokens.ts';

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
  /** The hand-over it came by, from another origin (B3). */
  handoff?: string;
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

const LOCK_SQL = `
select (select 1 from staff where id = $1 for share), (select 1 from shop_port.customer where id = $2 for share), ${earliestStartSql('$1', '$3::timestamptz')} as earliest`;

/**
 * B1, B2, B3 (same origin), B7: checks, ends what is over by now and the previous context where asked, opens the new one and writes all of it down,
 * in the caller's transaction. Two rows are locked first, so that a withdrawal or a block that runs at the same time
 * comes wholly before or wholly after (C06, K07).
 */
export async function startAssist(unit: Unit, command: StartCommand, context: StartContext): Promise<Result<Started, Refusal[]>> {
  const limited = limitRefusals(await unit.named('start-lock', LOCK_SQL, [command.actorId, command.customerId, countedSince(context.now)]), context.now);
  if (limited.length > 0) return { ok: false, error: limited };
  const ready = await startReady(unit, command, context);
  if (!ready.ok) return ready;
  const { situation } = ready.value;
  for (const over of situation.over) await closeContext(unit, over, context);
  if (situation.current !== null) await endAssist(unit, { sessionId: situation.current.sessionId, reason: 'switch' satisfies EndReason, ...context });
  return open(unit, { ...ready.value, command, context });
}

type Ready = Omit<Opening, 'command' | 'context'>;

/** Whether a start may go ahead as things stand: all of B1, what only the person can answer, and nothing suspicious where that blocks (E6). Opens nothing. */
export async function startReady(unit: Unit, command: StartCommand, { settings, now, origin }: Omit<StartContext, 'random'>): Promise<Result<Ready, Refusal[]>> {
  const { situation, suspicions } = await situationOfStart(unit, { ...command, ip: origin.ip, settings, now });
  const refusals = [...situation.refusals, ...askedRefusals(situation, command, settings)];
  if (refusals.length > 0) return { ok: false, error: refusals };
  const { subject, store } = situation;
  if (subject === null || store === null) throw new Error('A start without refusals has a customer and a store');
  if (suspicions.length > 0 && settings.get('audit/suspicious/block')) return { ok: false, error: suspicions.map((code) => ({ code })) };
  return { ok: true, value: { situation, subject, store, suspicions } };
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
  suspicions: readonly SuspicionCode[];
  command: StartCommand;
  context: StartContext;
}

// The context and its entry in one statement: there is no moment at which one is there without the other.
const OPEN_SQL = `
with opened as (
insert into assist_session (id, token_hash, kind, staff_session_id, actor_id, subject_id, store_id, mode, reason, reference,
  actor_name, subject_name, staff_group_id, return_to, started_at, hard_limit_at, cart_kind, networks, cart_on_entry)
select $1, $2, $3, t.id, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17::text, array_remove(array[ip_network($18)], null), ${cartSnapshotSql('$6::bigint', '$7::smallint', '$17::text')}
  from staff_session t where t.id = $4 and t.ended_at is null
on conflict (actor_id) where ended_at is null do nothing
returning id)
select record_audit(id, $19) from opened`;

async function open(unit: Unit, { situation, subject, store, suspicions, command, context }: Opening): Promise<Result<Started, Refusal[]>> {
  const { actor } = situation;
  const id = context.random.uuid();
  const token = newToken(command.kind === 'api' ? 'assistApi' : 'assist', context.random);
  const mode = grantedMode(situation.roleMode, situation.consentScope);
  const limit = context.settings.get('assist/session/max_lifetime', { websiteId: store.websiteId });
  const people = { actor, subject, assistSessionId: id, storeId: store.id, chained: true };
  const who = { people, origin: context.origin, now: context.now };
  const entry = entryText(who, {
    group: 'login-as-customer',
    action: 'start',
    object: { type: 'customer', id: subject.id },
    detail: { mode, kind: command.kind, reason: command.reason, switchedFrom: situation.current?.sessionId ?? null, ...(command.handoff === undefined ? {} : { handoff: command.handoff }) },
    personal: { actorName: actor.name, subjectName: subject.name, reference: command.reference },
  });
  const opened = await unit.named('start-open', OPEN_SQL, [
    id, token.hash, command.kind, command.staffSessionId, actor.id, subject.id, store.id, mode, command.reason, command.reference,
    actor.name, subject.name, actor.groupId, command.returnTo, context.now, new Date(context.now.getTime() + limit * 1000),
    context.settings.get('assist/cart/mode', { websiteId: store.websiteId }) === 'side-cart' ? 'side' : 'customer', context.origin.ip, entry,
  ]);
  // Another start of the same actor was quicker: the database allows one (S12).
  if (opened.length === 0) return { ok: false, error: [{ code: 'already-in-customer', facts: { customer: subject.name } }] };
  if (suspicions.length > 0) {
    await record(unit, who, { group: 'login-as-customer', action: 'suspicious', codes: suspicions, object: { type: 'customer', id: subject.id } });
    await keepSuspicion(unit, { actorId: actor.id, subjectId: subject.id, assistSessionId: id, codes: suspicions, blocked: false, now: context.now });
  }
  return { ok: true, value: { sessionId: id, token: token.text, subject, store, mode, switchedFrom: situation.current?.sessionId ?? null } };
}
