import { START_LIMIT, secondsUntilNextStart, type Refusal } from '@onbehalf/core';

/**
 * D02, as a column of the statement that takes a start's locks: when the first of the actor's last starts was, null where
 * the limit is not reached. A hand-over counts from when it is begun, whether or not it is redeemed.
 */
export const earliestStartSql = (actor: string, since: string): string => `(
  select at from (
    select started_at as at from assist_session where actor_id = ${actor} and started_at > ${since}
    union all select created_at from handoff where actor_id = ${actor} and created_at > ${since} and used_at is null) lately
  order by at desc offset ${START_LIMIT.starts - 1} limit 1)`;

export const countedSince = (now: Date): Date => new Date(now.getTime() - START_LIMIT.withinSeconds * 1000);

/** Empty while the actor may go on. */
export function limitRefusals(rows: readonly { earliest: Date | null }[], now: Date): Refusal[] {
  const seconds = secondsUntilNextStart(rows[0]?.earliest ?? null, now);
  return seconds === 0 ? [] : [{ code: 'too-many-starts', facts: { minutes: Math.ceil(seconds / 60), seconds } }];
}
