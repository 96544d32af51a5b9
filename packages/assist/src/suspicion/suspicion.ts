import { suspicionsOf, type SuspicionCode } from '@onbehalf/core';
import type { Unit } from '../ports.ts';

/** What is known of an actor's last 90 days, and of now. */
export interface HabitsRow {
  customers: number;
  network_changed: boolean;
  sessions: number;
  network_known: boolean;
  hour: number;
  starts: number;
  at_night: number;
  discount_day: number;
  discount_usual: number;
  lines_day: number;
  lines_usual: number;
}

/** E6, as a select of one row; parameters by their place and type. `ip` null: nothing is said about networks. */
export const suspicionFactsSql = ({ actor, staffSession, ip, now }: Record<'actor' | 'staffSession' | 'ip' | 'now', string>): string => `
with here as (select ip_network(${ip}) as network),
before as (
  select ip_network(s.ip) as network from staff_session s
   where s.staff_id = ${actor} and s.created_at > ${now} - interval '90 days' and s.id <> ${staffSession} and s.ip <> ''),
begun as (
  select started_at, subject_id, extract(hour from started_at at time zone a.time_zone) as hour
    from assist_session x join staff a on a.id = x.actor_id
   where x.actor_id = ${actor} and x.started_at > ${now} - interval '90 days'),
edited as (
  select p.placed_at > ${now} - interval '1 day' as today, 10000.0 * (l.catalogue_minor - l.unit_minor) / l.catalogue_minor as discount
    from shop_port.placed_order p join shop_port.placed_order_line l on l.order_id = p.id
   where p.owner_staff_id = ${actor} and p.actor_id = ${actor} and p.placed_at > ${now} - interval '90 days' and l.override_source is not null and l.catalogue_minor > 0)
select
  (select count(distinct subject_id)::integer from begun where started_at > ${now} - interval '1 hour') as customers,
  coalesce(ip_network(t.ip) <> (select network from here), false) as network_changed,
  (select count(*)::integer from before where network is not null) as sessions,
  (select network from here) is null or exists (select 1 from before where network = (select network from here)) as network_known,
  extract(hour from ${now} at time zone a.time_zone)::integer as hour,
  (select count(*)::integer from begun) as starts,
  (select count(*)::integer from begun where hour >= 22 or hour < 6) as at_night,
  (select coalesce(avg(discount) filter (where today), 0)::float8 from edited) as discount_day,
  (select coalesce(avg(discount) filter (where not today), 0)::float8 from edited) as discount_usual,
  (select count(*) filter (where today)::integer from edited) as lines_day,
  (select count(*) filter (where not today)::integer from edited) as lines_usual
from staff a join staff_session t on t.id = ${staffSession}
where a.id = ${actor}`;

/** What is unusual about a start now, by the habits of the actor's last 90 days. */
export function suspicionsFrom(row: HabitsRow | null): SuspicionCode[] {
  if (row === null) return [];
  return suspicionsOf({
    customersLastHour: row.customers,
    networkChanged: row.network_changed,
    knownSessions: row.sessions,
    networkKnown: row.network_known,
    hour: row.hour,
    starts: row.starts,
    startsAtNight: row.at_night,
    discountLastDay: row.discount_day,
    discountUsual: row.discount_usual,
    editedLinesLastDay: row.lines_day,
    editedLinesUsual: row.lines_usual,
  });
}

export interface Suspicion {
  actorId: string;
  subjectId: string | null;
  assistSessionId: string | null;
  codes: readonly SuspicionCode[];
  blocked: boolean;
  /** About a session that was going on, not about its start. */
  during?: boolean;
  now: Date;
}

/** Kept for the mail to those who read the log; sent by the housekeeping, whatever becomes of the request. */
export async function keepSuspicion(unit: Unit, { actorId, subjectId, assistSessionId, codes, blocked, during = false, now }: Suspicion): Promise<void> {
  await unit.named('keep-suspicion', 'insert into suspicion (at, actor_id, subject_id, assist_session_id, codes, blocked, during) values ($1, $2, $3, $4, $5, $6, $7)', [
    now, actorId, subjectId, assistSessionId, codes, blocked, during,
  ]);
}
