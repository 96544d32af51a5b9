import {
  assistSessionId,
  auditBodyText,
  redact,
  storeId,
  type AuditAction,
  type AuditBody,
  type AuditGroup,
  type AuditResult,
  type CanonicalValue,
  type RefusalCode,
} from '@onbehalf/core';
import type { Actor, Caller, LiveAssistSession, Subject } from '../caller.ts';
import type { Unit } from '../ports.ts';
import { seal } from './seal.ts';

/** Where a request came from, as far as the shop keeps it (E6). */
export interface Origin {
  /** Null where IP addresses aren't tracked. */
  ip: string | null;
  userAgent: string;
  requestId: string;
}

/** Who an entry names. The chain is the assist session's while it lives, else the entry stands by itself. */
export interface People {
  actor: Actor | null;
  subject: Subject | null;
  assistSessionId: string | null;
  storeId: number | null;
  chained: boolean;
  /** What a live context rests on, for what is done in it; absent, nothing is compared: an end is always written down. */
  ground?: string | null;
}

export interface Entry {
  group: AuditGroup;
  action: AuditAction;
  result?: AuditResult;
  codes?: readonly RefusalCode[];
  object?: { type: string; id: string } | null;
  /** No personal data here: it can't be erased. */
  detail?: { readonly [name: string]: CanonicalValue } | null;
  /** Names, addresses, search words: sealed under the subject's key, or the actor's where there is no subject. */
  personal?: Readonly<Record<string, string>>;
}

export function peopleOf(caller: Caller): People {
  if (caller.kind === 'context') {
    const { actor, subject, session, store } = caller;
    return { actor, subject, assistSessionId: session.id, storeId: store.id, chained: true, ground: groundText(session) };
  }
  if (caller.kind === 'actor') return { actor: caller.actor, subject: null, assistSessionId: null, storeId: null, chained: false };
  if (caller.kind === 'customer') return { actor: null, subject: caller.subject, assistSessionId: null, storeId: caller.store.id, chained: false };
  return { actor: null, subject: null, assistSessionId: null, storeId: null, chained: false };
}

/** As the database's composite type takes it; numbers and a UUID need no quotes. */
const groundText = ({ id, ground }: LiveAssistSession): string => `(${id},${ground.actor},${ground.subject},${ground.store},${ground.settings})`;

/**
 * Writes one entry in the caller's transaction: no record, no action (E2). In an assist session that ended meanwhile
 * the database refuses it (errcode OB001), and what is done in one also where anything it rests on has moved since the
 * request was let in (OB002); and with the entry whatever the transaction did.
 */
export async function record(unit: Unit, who: { people: People; origin: Origin; now: Date }, entry: Entry): Promise<void> {
  const { chained, ground = null } = who.people;
  const body = auditBodyText(bodyOf(who, entry));
  if (chained && ground !== null && (entry.result ?? 'done') === 'done') await unit.named('record-act', 'select record_act($1, $2)', [ground, body]);
  else await unit.named('record-audit', 'select record_audit($1, $2)', [chained ? who.people.assistSessionId : null, body]);
}

/** An entry as text, for a statement that does something and writes it down at once. */
export const entryText = (who: { people: People; origin: Origin; now: Date }, entry: Entry): string => auditBodyText(bodyOf(who, entry));

/** Did the record take no entry because the assist session ended meanwhile? Then nothing of the statement was done. */
export function isSessionOver(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'OB001';
}

/** Has something moved that a context rests on, between the look and the act? Then nothing was done, and the request is to be judged anew. */
export function isGroundMoved(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'OB002';
}

/** An entry as text with the ground it stands on, for a hot statement that acts, compares and records in one (DESIGN: Data). */
export function actOf(caller: Caller, { origin, now }: { origin: Origin; now: Date }, entry: Entry): { ground: string | null; body: string } {
  const people = peopleOf(caller);
  return { ground: people.ground ?? null, body: auditBodyText(bodyOf({ people, origin, now }, entry)) };
}

/** An entry as text with the chain it belongs to, for a statement that sees more than it does. */
export function auditBodyOf(caller: Caller, { origin, now }: { origin: Origin; now: Date }, entry: Entry): { chain: string | null; body: string } {
  const people = peopleOf(caller);
  return { chain: people.chained ? people.assistSessionId : null, body: auditBodyText(bodyOf({ people, origin, now }, entry)) };
}

/** The entry of a look at personal data, for the statement that also sees whether it was looked at just before (E1). */
export function viewEntry(caller: Caller, who: { origin: Origin; now: Date }, object: { type: string; id: string }): { chain: string | null; body: string } {
  // What was searched for may be a name: it is sealed, not an object to look up by.
  if (object.type === 'search') return auditBodyOf(caller, who, { group: 'customer', action: 'search', personal: { term: object.id } });
  return auditBodyOf(caller, who, { group: object.type === 'order' ? 'order' : 'customer', action: 'view', object });
}

function bodyOf({ people, origin, now }: { people: People; origin: Origin; now: Date }, entry: Entry): AuditBody {
  const { actor, subject } = people;
  return {
    v: 1,
    at: microseconds(now),
    action_group: entry.group,
    action: entry.action,
    result: entry.result ?? 'done',
    codes: entry.codes ?? [],
    actor: actor === null ? null : { id: actor.id, roleId: actor.roleId, groupId: actor.groupId },
    subject: subject?.id ?? null,
    assistSession: people.assistSessionId === null ? null : assistSessionId(people.assistSessionId),
    store: people.storeId === null ? null : storeId(people.storeId),
    object: entry.object ?? null,
    detail: entry.detail === undefined || entry.detail === null ? null : redact(entry.detail),
    sealed: sealedPart(people, origin, entry),
    requestId: origin.requestId,
  };
}

// An entry about nobody in particular (an unknown e-mail at the login) has no key to seal with and keeps nothing personal.
function sealedPart({ actor, subject }: People, origin: Origin, entry: Entry): string | null {
  const key = subject?.recordKey ?? actor?.recordKey;
  if (key === undefined) return null;
  const facts: Record<string, string> = { ...entry.personal };
  if (origin.ip !== null) facts['ip'] = origin.ip;
  if (origin.ip !== null && subject !== null && subject.lastIp !== null) facts['customerIp'] = subject.lastIp;
  if (origin.userAgent !== '') facts['userAgent'] = origin.userAgent.slice(0, 400);
  return Object.keys(facts).length === 0 ? null : seal(key, facts);
}

/** ISO 8601 in UTC with six decimals. */
function microseconds(now: Date): string {
  return now.toISOString().replace('Z', '000Z');
}
