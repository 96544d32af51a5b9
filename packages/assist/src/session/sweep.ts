/** Ends what nobody came back to. A request finds a session over by itself; without one, this writes the end down (B8, B9). */
import type { EndReason, SettingsReader } from '@onbehalf/core';
import type { Transactions, Unit } from '../ports.ts';
import type { Origin } from '../record/record.ts';
import { endStaffSession } from './end.ts';
import { lookUpSettings } from './look-up-customer.ts';
import { closeContext, contextsOver } from './over.ts';

export interface Swept {
  staffSessions: number;
  assistSessions: number;
}

interface Sweep {
  now: Date;
  origin: Origin;
}

/** Any number of sweeps may run at the same time: each end is written once, by whoever is first. */
export async function sweepSessions(db: Transactions, sweep: Sweep): Promise<Swept> {
  const settings = await db.read((unit) => lookUpSettings(unit));
  const over = await db.read((unit) => staffSessionsOver(unit, settings, sweep.now));
  const staffSessions = await endEach(db, over, (unit, one: Over) => endStaffSession(unit, { staffSessionId: one.id, reason: one.reason, ...sweep }));
  const contexts = await db.read((unit) => contextsOver(unit, { among: null, settings, now: sweep.now }));
  const assistSessions = await endEach(db, contexts, (unit, one) => closeContext(unit, one, sweep));
  return { staffSessions, assistSessions };
}

interface Over {
  id: string;
  reason: EndReason;
}

/** Each in a transaction of its own: one that can't be ended doesn't keep the others open. */
async function endEach<One>(db: Transactions, over: readonly One[], end: (unit: Unit, one: One) => Promise<boolean>): Promise<number> {
  const failures: unknown[] = [];
  let ended = 0;
  for (const one of over) {
    try {
      if (await db.transaction((unit) => end(unit, one))) ended += 1;
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} sessions could not be ended`);
  return ended;
}

interface StaffRow {
  id: string;
  last_used_at: Date;
  active: boolean;
}

async function staffSessionsOver(unit: Unit, settings: SettingsReader, now: Date): Promise<Over[]> {
  const idleSeconds = settings.get('staff/session/lifetime');
  const idleSince = new Date(now.getTime() - idleSeconds * 1000);
  const rows = await unit.query<StaffRow>(
    `select ss.id, ss.last_used_at, a.active from staff_session ss join staff a on a.id = ss.staff_id
      where ss.ended_at is null and (ss.last_used_at <= $1 or not a.active) order by ss.last_used_at`,
    [idleSince],
  );
  return rows.map(({ id, active }) => ({ id, reason: active ? 'idle' : 'actor-deactivated' }));
}
