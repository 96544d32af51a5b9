import { warnAtSeconds } from '@onbehalf/core';
import type { TimeLeft } from '@onbehalf/web';
import type { Arrived } from '../arrived.ts';

/** How long the member of staff behind a request may go on (B8); null where there is none. */
export function timeLeftOf({ caller, settings, now }: Pick<Arrived, 'caller' | 'settings' | 'now'>): TimeLeft | null {
  const idleWarn = warnAtSeconds(settings.get('staff/session/lifetime'));
  const at = (seconds: number): Date => new Date(now.getTime() + seconds * 1000);
  if (caller.kind === 'actor') return { idle: caller.idleSecondsLeft, idleWarn, limit: null, limitWarn: 0, endsAt: at(caller.idleSecondsLeft) };
  if (caller.kind !== 'context') return null;
  const { idleSecondsLeft: idle, limitSecondsLeft: limit, secondsLeft } = caller.session;
  const limitWarn = warnAtSeconds(settings.get('assist/session/max_lifetime', { websiteId: caller.store.websiteId }));
  return { idle, idleWarn, limit, limitWarn, endsAt: at(secondsLeft) };
}

/** The same as a countdown is told it: nothing of who it is about, and no time of day. */
export function countdownOf(arrived: Pick<Arrived, 'caller' | 'settings' | 'now'>): { idle: number; limit: number | null } | { over: true } {
  const left = timeLeftOf(arrived);
  return left === null ? { over: true } : { idle: left.idle, limit: left.limit };
}
