import { err, ok, ownAssignmentRefusal, type Assigner, type Refusal, type Result } from '@onbehalf/core';
import type { Unit } from '../ports.ts';

/** Somebody absent, for whom another stands in just now (A5). */
export interface Absent {
  id: string;
  name: string;
  /** The last day of it, in the absent colleague's time zone. */
  until: string;
}

const STANDS_IN_SQL = `
select s.id::text as id, s.first_name || ' ' || s.last_name as name, max(d.to_day)::text as until
  from staff_deputy d join staff s on s.id = d.staff_id
 where d.deputy_id = $1::bigint and ($2::timestamptz at time zone s.time_zone)::date between d.from_day and d.to_day
 group by s.id order by lower(s.last_name), s.id`;

/** For whom a member of staff stands in at this moment; each day is counted in the absent colleague's time zone. */
export function standsInFor(unit: Unit, { actor, now }: { actor: { id: string }; now: Date }): Promise<Absent[]> {
  return unit.named<Absent>('stands-in-for', STANDS_IN_SQL, [actor.id, now]);
}

export interface Deputy {
  id: string;
  deputyId: string;
  name: string;
  isActive: boolean;
  from: string;
  to: string;
  state: 'coming' | 'now' | 'over';
}

/** Who stands in for a member of staff, the latest first. */
export function deputiesOf(unit: Unit, staffId: string, now: Date): Promise<Deputy[]> {
  return unit.query<Deputy>(
    `select d.id::text as id, d.deputy_id::text as "deputyId", p.first_name || ' ' || p.last_name as name, p.active as "isActive", d.from_day::text as "from", d.to_day::text as "to",
       case when t.today < d.from_day then 'coming' when t.today > d.to_day then 'over' else 'now' end as state
       from staff_deputy d join staff s on s.id = d.staff_id join staff p on p.id = d.deputy_id, lateral (select ($2::timestamptz at time zone s.time_zone)::date as today) t
      where d.staff_id = $1::bigint order by d.from_day desc, d.id desc limit 50`,
    [staffId, now],
  );
}

export interface NewDeputy {
  staffId: string;
  deputyId: string;
  from: string;
  to: string;
  assigner: Assigner;
  now: Date;
}

/** Has somebody stand in from one day to another, both included. The days are days of the calendar already. */
export async function addDeputy(unit: Unit, { staffId, deputyId, from, to, assigner, now }: NewDeputy): Promise<Result<string, Refusal[]>> {
  // Two who add the same deputy at once wait for each other here.
  const people = await unit.query<{ id: string; active: boolean; today: string }>(
    'select id::text as id, active, ($2::timestamptz at time zone time_zone)::date::text as today from staff where id = any ($1::bigint[]) order by id for update',
    [[staffId, deputyId], now],
  );
  const [staff, deputy] = [staffId, deputyId].map((id) => people.find((one) => one.id === id));
  if (staff === undefined) return err([{ code: 'staff-not-found' }]);
  if (deputy === undefined) return err([{ code: 'assignment-staff-unknown', field: 'deputy' }]);
  const refusals: Refusal[] = [];
  const own = ownAssignmentRefusal(assigner, deputy.id, 'deputy');
  if (staff.id === deputy.id) refusals.push({ code: 'deputy-self', field: 'deputy' });
  else if (own !== null) refusals.push(own);
  if (!deputy.active) refusals.push({ code: 'assignment-staff-inactive', field: 'deputy' });
  if (to < from) refusals.push({ code: 'dates-reversed', field: 'to' });
  else if (to < staff.today) refusals.push({ code: 'deputy-over', field: 'to' });
  if (refusals.length > 0) return err(refusals);
  const [made] = await unit.query<{ id: string }>(
    `insert into staff_deputy (staff_id, deputy_id, from_day, to_day, made_at, made_by)
     select $1::bigint, $2::bigint, $3::date, $4::date, $5, $6::bigint
      where not exists (select 1 from staff_deputy d where d.staff_id = $1::bigint and d.deputy_id = $2::bigint and d.from_day <= $4::date and d.to_day >= $3::date) returning id::text as id`,
    [staffId, deputyId, from, to, now, assigner.id],
  );
  return made === undefined ? err([{ code: 'deputy-exists', field: 'from' }]) : ok(made.id);
}

/** Ends a deputy's time at once; null where there is no such one of this member of staff. */
export async function removeDeputy(unit: Unit, { staffId, id }: { staffId: string; id: string }): Promise<{ deputyId: string; from: string; to: string } | null> {
  const [gone] = await unit.query<{ deputyId: string; from: string; to: string }>(
    'delete from staff_deputy where id = $1::bigint and staff_id = $2::bigint returning deputy_id::text as "deputyId", from_day::text as "from", to_day::text as "to"',
    [id, staffId],
  );
  return gone ?? null;
}
