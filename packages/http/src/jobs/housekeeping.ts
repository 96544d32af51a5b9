import { forgetDrafts, forgetSignIns, sweepSessions } from '@onbehalf/assist';
import { forgetGuestCarts, forgetPictures, GUEST_CART_DAYS } from '@onbehalf/shop';
import type { Deps } from '../deps.ts';
import { DEVICE_DAYS } from '../login-device.ts';
import { mailSuspicions } from './mail-suspicions.ts';
import { lookAtPayments } from './payment-jobs.ts';
import { mailVisits } from './mail-visits.ts';

const HOUR = 3_600_000;
const VIEW_BUCKET = 300_000;
const DAY = 86_400_000;
const SESSION_DAYS = 91;
/** In one minute: more than are made in one, and few enough to hold nobody up. */
const MOST_FORGOTTEN = 10_000;

/** Once a minute: ends what nobody came back to (B8, B9), clears what served its purpose, and makes room for next month's record. */
export async function keepHouse(deps: Deps): Promise<void> {
  const now = deps.clock.now();
  await deps.db.read(async (unit) => {
    await unit.query('delete from audit_view_mark where bucket < $1', [Math.floor((now.getTime() - HOUR) / VIEW_BUCKET)]);
    // Used or over, they open nothing; the record has what became of each (T14).
    await unit.query('delete from handoff where created_at < $1', [new Date(now.getTime() - DAY)]);
    // A link may live for a day.
    await unit.query('delete from login_link where created_at < $1', [new Date(now.getTime() - 7 * DAY)]);
    // What is forgotten, and places that nobody has logged in from for a long time (A1).
    await unit.query('delete from rate_limit where expire < $1 and closed_until < $1', [now.getTime()]);
    await unit.query('delete from login_place where used_at < $1', [new Date(now.getTime() - DEVICE_DAYS * DAY)]);
    await forgetGuestCarts(unit, { before: new Date(now.getTime() - GUEST_CART_DAYS * DAY), most: MOST_FORGOTTEN });
    // Pages that show it may have been open for as long.
    await forgetPictures(unit, { before: new Date(now.getTime() - DAY), most: 100 });
    await forgetSignIns(unit, now);
    await forgetDrafts(unit, now);
    // Who was logged in is in the record; what is unusual is measured by the last 90 days (E6).
    // The database keeps 90 days by its own clock, whatever ours says.
    await unit.query(`select forget_sessions(least($1::timestamptz, clock_timestamp() - interval '90 days'), $2)`, [new Date(now.getTime() - SESSION_DAYS * DAY), MOST_FORGOTTEN]);
    for (const months of [0, 1]) {
      await unit.query(`select ensure_audit_partition((date_trunc('month', $1::timestamptz at time zone 'UTC') + make_interval(months => $2))::date)`, [now, months]);
    }
  });
  const swept = await sweepSessions(deps.db, { now, origin: { ip: null, userAgent: '', requestId: deps.random.uuid() } });
  await mailSuspicions(deps);
  await mailVisits(deps);
  await lookAtPayments(deps);
  if (swept.staffSessions + swept.assistSessions > 0) deps.log('info', 'sessions ended', { ...swept });
}
