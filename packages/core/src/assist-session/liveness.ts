import type { AssistFacts } from '../access/access-facts.ts';
import { ASSIST_CHECKS } from '../access/explain-assist.ts';
import { endReasonFor, type EndReason } from './end-reason.ts';

/** The customer context's own row; times in epoch ms. */
export interface ContextTimes {
  readonly startedAt: number;
  readonly endedAt: number | null;
  readonly endReason: EndReason | null;
  readonly hardLimitAt: number;
}

/** The staff session the context was started from; times in epoch ms. */
export interface StaffSessionTimes {
  /** The last request the actor made, in the portal or in a context; polling doesn't count. */
  readonly lastUsedAt: number;
  readonly endedAt: number | null;
  readonly endReason: EndReason | null;
}

export interface LivenessQuestion {
  readonly session: ContextTimes;
  readonly staffSession: StaffSessionTimes;
  /** `staff/session/lifetime`. */
  readonly idleSeconds: number;
  /** Epoch ms. */
  readonly now: number;
  readonly facts: AssistFacts;
}

export type Liveness =
  | { readonly live: true; readonly secondsLeft: number }
  | { readonly live: false; readonly reason: EndReason; readonly staffSessionOver: boolean };

/**
 * Whether a context still stands, asked on every request (B8, B9). It is over with its own end, with the staff
 * session's, with the idle time (from the very second on), with its hard limit, and with any check of B1 that fails.
 */
export function liveness(question: LivenessQuestion): Liveness {
  const staffEnd = staffSessionEnd(question);
  const reason = ownEnd(question.session) ?? staffEnd ?? limitReached(question) ?? failedCheck(question.facts);
  return reason === null
    ? { live: true, secondsLeft: secondsLeft(question) }
    : { live: false, reason, staffSessionOver: staffEnd !== null || reason === 'actor-deactivated' };
}

/** Seconds before the end at which the countdown begins: the smaller of 120 and a quarter of the lifetime (B8). */
export const warnAtSeconds = (lifetimeSeconds: number): number => Math.min(120, lifetimeSeconds / 4);

const ownEnd = ({ endedAt, endReason }: ContextTimes): EndReason | null =>
  endedAt === null ? null : (endReason ?? 'exit');

function staffSessionEnd({ staffSession, idleSeconds, now }: LivenessQuestion): EndReason | null {
  if (staffSession.endedAt !== null) return staffSession.endReason ?? 'staff-logout';
  return now - staffSession.lastUsedAt >= idleSeconds * 1000 ? 'idle' : null;
}

const limitReached = ({ session, now }: LivenessQuestion): EndReason | null =>
  now >= session.hardLimitAt ? 'hard-limit' : null;

function failedCheck(facts: AssistFacts): EndReason | null {
  const failed = ASSIST_CHECKS.find((check) => !check.passes(facts));
  return failed === undefined ? null : endReasonFor(failed.code, facts);
}

// Rounded up, so that a context that still stands never shows zero.
function secondsLeft({ session, staffSession, idleSeconds, now }: LivenessQuestion): number {
  const end = Math.min(session.hardLimitAt, staffSession.lastUsedAt + idleSeconds * 1000);
  return Math.ceil((end - now) / 1000);
}
