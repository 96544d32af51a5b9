import type { Unit } from '@onbehalf/assist/ports';

/** One month's earned commission in one currency, minor units: what the ledger says, reversals taken off (A6, D4). */
export interface MonthlyCommission {
  /** `2026-11`, in the time zone asked for. */
  month: string;
  currency: string;
  commissionMinor: bigint;
}

const BY_MONTH = `
select to_char(k.at at time zone $3, 'YYYY-MM') as month, p.currency::text as currency, sum(k.amount)::text as commission
  from commission_line k join purchase p on p.id = k.purchase_id
 where k.staff_id = $1::bigint and k.state = 'earned' and k.at >= $2
 group by 1, 2 order by 1, 2`;

/** By month and currency, oldest first; months in which nothing was earned are left out. */
export async function commissionByMonth(unit: Unit, question: { staffId: string; since: Date; timeZone: string }): Promise<MonthlyCommission[]> {
  const rows = await unit.named<{ month: string; currency: string; commission: string }>('shop-commission-by-month', BY_MONTH, [question.staffId, question.since, question.timeZone]);
  return rows.map(({ commission, ...row }) => ({ ...row, commissionMinor: BigInt(commission) }));
}

/** What is placed and not yet earned, in one currency. */
export interface PendingCommission {
  currency: string;
  minor: bigint;
}

const PENDING = `
select p.currency::text as currency, sum(k.amount)::text as minor
  from commission_line k join purchase p on p.id = k.purchase_id
 where k.staff_id = $1::bigint and k.state = 'pending'
 group by 1 having sum(k.amount) <> 0 order by 1`;

export async function pendingCommission(unit: Unit, staffId: string): Promise<PendingCommission[]> {
  const rows = await unit.named<{ currency: string; minor: string }>('shop-pending-commission', PENDING, [staffId]);
  return rows.map(({ currency, minor }) => ({ currency, minor: BigInt(minor) }));
}
