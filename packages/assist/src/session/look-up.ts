/** The look-ups every request begins with: one named statement each, reading people, rights, store and settings as they
 *  are now. A revocation therefore acts on the next request of every process (B9), and no epoch can be missed. */
import {
  assistSessionId,
  grantedMode,
  liveness,
  settingsReader,
  type AssistMode,
  type EndReason,
  type SettingsReader,
} from '@onbehalf/core';
import type { Actor, Caller, Subject } from '../caller.ts';
import type { CartKind, Store, Unit } from '../ports.ts';
import { assistFacts } from './facts.ts';
import {
  ACTOR_COLUMNS,
  ACTOR_JOINS,
  SETTINGS_JSON,
  STORE_JSON,
  SUBJECT_COLUMNS,
  SUBJECT_JOINS,
  actorOf,
  subjectOf,
  type ActorColumns,
  type SettingRow,
  type SubjectColumns,
} from './rows.ts';

export interface LookUp {
  hash: Buffer;
  now: Date;
  /** False: what a page asks by itself keeps no session alive (B8, S08). */
  countsAsUse: boolean;
  /** Where the request comes from; null: nothing is said about networks. */
  ip?: string | null;
}

// Any request the actor makes counts as use; once a second is exact enough for a limit counted in minutes, and a
// session that is idle already is not woken by it. The main query reads the time of use from before.
const TOUCH = (sessionId: string): string => `
  update staff_session t set last_used_at = $2
   where t.id = (${sessionId}) and t.ended_at is null and t.last_used_at < $2::timestamptz - interval '1 second'
     and t.last_used_at > $2::timestamptz - make_interval(secs => coalesce((select (value #>> '{}')::integer from setting_value
       where path = 'staff/session/lifetime' and scope = 'default'), 900))`;

const CONTEXT_SELECT = `
select s.id as session_id, s.kind, s.mode, s.reason, s.reference, s.return_to, s.started_at, s.hard_limit_at, s.ended_at, s.end_reason,
  s.actor_name, s.subject_name, s.staff_session_id, s.store_id as session_store_id, s.cart_kind,
  coalesce(s.networks <> '{}' and not ip_network($3) = any (s.networks), false) as network_is_new,
  st.epoch as store_epoch, (select g.epoch from setting_epoch g) as setting_epoch, array(select o.id::integer from shop_port.store o where not o.active) as closed_store_ids,
  ss.last_used_at, ss.ended_at as staff_ended_at, ss.end_reason as staff_end_reason,
  ${ACTOR_COLUMNS}, ${SUBJECT_COLUMNS}, ${STORE_JSON} as store, ${SETTINGS_JSON} as settings
from assist_session s
join staff_session ss on ss.id = s.staff_session_id
join staff a on a.id = s.actor_id ${ACTOR_JOINS}
join shop_port.customer c on c.id = s.subject_id ${SUBJECT_JOINS}
join shop_port.store st on st.id = s.store_id join shop_port.website w on w.id = st.website_id
where s.token_hash = $1 and $2::timestamptz is not null`;

const CONTEXT_SQL = `with touched as (${TOUCH('select staff_session_id from assist_session where token_hash = $1 and ended_at is null')}) ${CONTEXT_SELECT}`;

interface ContextRow extends ActorColumns, SubjectColumns {
  session_id: string;
  kind: 'browser' | 'api';
  mode: AssistMode;
  reason: string;
  reference: string;
  return_to: string;
  started_at: Date;
  hard_limit_at: Date;
  ended_at: Date | null;
  end_reason: EndReason | null;
  actor_name: string;
  subject_name: string;
  staff_session_id: string;
  session_store_id: number;
  cart_kind: CartKind;
  network_is_new: boolean;
  store_epoch: bigint;
  closed_store_ids: number[];
  setting_epoch: bigint;
  last_used_at: Date;
  staff_ended_at: Date | null;
  staff_end_reason: EndReason | null;
  store: Store;
  settings: SettingRow[];
}

/** A context that may act, or one that is over and why. Null: no such context ever was. */
export type ContextLookUp =
  | { live: true; caller: Extract<Caller, { kind: 'context' }>; settings: SettingsReader; networkIsNew: boolean }
  | { live: false; ended: EndedContext; settings: SettingsReader };

export interface EndedContext {
  sessionId: string;
  staffSessionId: string;
  actor: Actor;
  subject: Subject;
  actorName: string;
  subjectName: string;
  store: Store;
  reason: EndReason;
  /** Null: it is over by what was found just now and its end is still to be written. */
  endedAt: Date | null;
  staffSessionOver: boolean;
  staffSessionEnded: boolean;
}

export async function lookUpContext(unit: Unit, { hash, now, countsAsUse, ip = null }: LookUp): Promise<ContextLookUp | null> {
  const [row] = await unit.named<ContextRow>(countsAsUse ? 'look-up-context' : 'look-at-context', countsAsUse ? CONTEXT_SQL : CONTEXT_SELECT, [hash, now, ip]);
  if (row === undefined) return null;
  const settings = settingsReader(row.settings);
  const idleSeconds = settings.get('staff/session/lifetime');
  const facts = assistFacts({ actor: row, subject: row, store: row.store, settings, now });
  const state = liveness({
    session: { startedAt: row.started_at.getTime(), endedAt: time(row.ended_at), endReason: row.end_reason, hardLimitAt: row.hard_limit_at.getTime() },
    staffSession: { lastUsedAt: row.last_used_at.getTime(), endedAt: time(row.staff_ended_at), endReason: row.staff_end_reason },
    idleSeconds,
    now: now.getTime(),
    facts,
  });
  if (!state.live) return { live: false, ended: endedOf(row, state), settings };
  return { live: true, caller: callerOf(row, timeLeft(row, { idleSeconds, now, countsAsUse })), settings, networkIsNew: row.network_is_new };
}

interface TimeLeft {
  idleSecondsLeft: number;
  limitSecondsLeft: number;
}

// A request that counts as use has the whole idle time before it (B8). Rounded up: what still stands never shows zero.
function timeLeft(row: Pick<ContextRow, 'last_used_at' | 'hard_limit_at'>, { idleSeconds, now, countsAsUse }: { idleSeconds: number; now: Date; countsAsUse: boolean }): TimeLeft {
  return { idleSecondsLeft: idleSecondsLeft(row, { idleSeconds, now, countsAsUse }), limitSecondsLeft: Math.ceil((row.hard_limit_at.getTime() - now.getTime()) / 1000) };
}

function idleSecondsLeft(row: { last_used_at: Date }, { idleSeconds, now, countsAsUse }: { idleSeconds: number; now: Date; countsAsUse: boolean }): number {
  return countsAsUse ? idleSeconds : Math.ceil(idleSeconds - (now.getTime() - row.last_used_at.getTime()) / 1000);
}

function callerOf(row: ContextRow, left: TimeLeft): Extract<Caller, { kind: 'context' }> {
  return {
    kind: 'context',
    actor: actorOf(row),
    subject: subjectOf(row),
    store: row.store,
    session: {
      id: assistSessionId(row.session_id),
      kind: row.kind,
      staffSessionId: row.staff_session_id,
      storeId: row.session_store_id,
      mode: modeInForce(row),
      reason: row.reason,
      reference: row.reference,
      returnTo: row.return_to,
      startedAt: row.started_at,
      secondsLeft: Math.min(left.idleSecondsLeft, left.limitSecondsLeft),
      ...left,
      cartKind: row.cart_kind,
      closedStoreIds: new Set(row.closed_store_ids),
      ground: { actor: row.actor_epoch, subject: row.subject_epoch, store: row.store_epoch, settings: row.setting_epoch },
    },
  };
}

// The role and the consent may have become smaller since the start (B17); never larger than what was begun.
function modeInForce(row: ContextRow): AssistMode {
  const scope = row.consent_answer === 'given' ? row.consent_scope : null;
  return grantedMode(grantedMode(row.mode, row.role_assist_mode), scope);
}

function endedOf(row: ContextRow, state: { reason: EndReason; staffSessionOver: boolean }): EndedContext {
  return {
    sessionId: row.session_id,
    staffSessionId: row.staff_session_id,
    actor: actorOf(row),
    subject: subjectOf(row),
    actorName: row.actor_name,
    subjectName: row.subject_name,
    store: row.store,
    reason: state.reason,
    endedAt: row.ended_at,
    staffSessionOver: state.staffSessionOver,
    staffSessionEnded: row.staff_ended_at !== null,
  };
}

const time = (date: Date | null): number | null => date?.getTime() ?? null;

const ACTOR_SELECT = `
select ss.id as session_id, ss.kind, ss.last_used_at, ss.ended_at, ss.end_reason, ${ACTOR_COLUMNS}, ${SETTINGS_JSON} as settings
from staff_session ss join staff a on a.id = ss.staff_id ${ACTOR_JOINS}
where ss.token_hash = $1 and $2::timestamptz is not null`;

const ACTOR_SQL = `with touched as (${TOUCH('select id from staff_session where token_hash = $1')}) ${ACTOR_SELECT}`;

interface ActorRow extends ActorColumns {
  session_id: string;
  kind: 'browser' | 'api';
  last_used_at: Date;
  ended_at: Date | null;
  end_reason: string | null;
  settings: SettingRow[];
}

export type ActorLookUp =
  | { live: true; caller: Extract<Caller, { kind: 'actor' }>; settings: SettingsReader }
  | { live: false; actor: Actor; sessionId: string; reason: EndReason; alreadyEnded: boolean; settings: SettingsReader };

/** The staff session behind a staff cookie or token; null: there never was one. */
export async function lookUpActor(unit: Unit, { hash, now, countsAsUse }: LookUp): Promise<ActorLookUp | null> {
  const [row] = await unit.named<ActorRow>(countsAsUse ? 'look-up-actor' : 'look-at-actor', countsAsUse ? ACTOR_SQL : ACTOR_SELECT, [hash, now]);
  if (row === undefined) return null;
  const settings = settingsReader(row.settings);
  const actor = actorOf(row);
  const idleSeconds = settings.get('staff/session/lifetime');
  const reason = staffSessionEnd(row, idleSeconds, now);
  return reason === null
    ? { live: true, caller: { kind: 'actor', sessionId: row.session_id, actor, idleSecondsLeft: idleSecondsLeft(row, { idleSeconds, now, countsAsUse }) }, settings }
    : { live: false, actor, sessionId: row.session_id, reason, alreadyEnded: row.ended_at !== null, settings };
}

function staffSessionEnd(row: ActorRow, idleSeconds: number, now: Date): EndReason | null {
  if (row.ended_at !== null) return 'staff-logout';
  if (!row.actor_active) return 'actor-deactivated';
  return now.getTime() - row.last_used_at.getTime() >= idleSeconds * 1000 ? 'idle' : null;
}
