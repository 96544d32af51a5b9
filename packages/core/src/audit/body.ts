import type { ActorId, AssistSessionId, StoreId, SubjectId } from '../kernel/ids.ts';
import { canonicalJson, type CanonicalValue } from '../kernel/canonical-json.ts';
import type { RefusalCode } from '../refusals/codes.ts';
import type { AuditAction, AuditGroup } from './actions.ts';

export type AuditResult = 'done' | 'refused' | 'failed';

/** What an entry says, in canonical bytes. Personal data only in `sealed`, so that it can be erased (E7). */
export type AuditBody = {
  readonly v: 1;
  /** UTC with microseconds: `2026-03-01T09:30:00.000000Z`. */
  readonly at: string;
  readonly action_group: AuditGroup;
  readonly action: AuditAction;
  readonly result: AuditResult;
  /** Why it was refused, all of it; empty when done. */
  readonly codes: readonly RefusalCode[];
  /** Role and group as they were then. */
  readonly actor: { readonly id: ActorId; readonly roleId: string | null; readonly groupId: string | null } | null;
  readonly subject: SubjectId | null;
  readonly assistSession: AssistSessionId | null;
  readonly store: StoreId | null;
  readonly object: { readonly type: string; readonly id: string } | null;
  /** Facts without personal data: before and after, quantities, amounts; put through {@link redact}. */
  readonly detail: { readonly [name: string]: CanonicalValue } | null;
  /** Base64 ciphertext of the personal part, under the subject's key. */
  readonly sealed: string | null;
  readonly requestId: string | null;
};

/** An entry's place in its stream, with the hash of the one before. */
export interface EntryPlace {
  readonly stream: string;
  readonly seq: number | bigint;
  /** Hash of the entry before in lower-case hex; null for a stream's first. */
  readonly prev: string | null;
  /** From {@link auditBodyText}. */
  readonly body: string;
}

/** The body as the one text that is stored and hashed. */
export const auditBodyText = (body: AuditBody): string => canonicalJson(body);

/**
 * The text a leaf hash is taken of (E4). Throws a RangeError where a part could pass for another line: two different
 * entries never have the same text.
 */
export function canonicalEntry({ stream, seq, prev, body }: EntryPlace): string {
  if (stream.includes('\n') || body.includes('\n')) throw new RangeError('A part of an entry has a line break');
  if (prev !== null && !/^[0-9a-f]+$/.test(prev)) throw new RangeError('The hash before is not in hex');
  return ['onbehalf/audit/v1', stream, `${seq}`, prev ?? '-', body].join('\n');
}
