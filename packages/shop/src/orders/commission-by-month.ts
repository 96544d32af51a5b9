import type { Unit } from '@onbehalf/assist/ports';

/** One month's commission in one currency, minor units. */
export interface MonthlyCommission {
  /** `2026-11`, in the time zone asked for. */
  month: string;
  currency: string;
  orders: number;
  totalMinor: bigint;
  commissionMinor: bigint;
}

interface MonthRow extends Omit<MonthlyCommission, 'totalMinor' | 'commissionMinor'> {
  total: string;
  commission: string;
}

const BY_MONTH = `
select to_char(p.placed_at at time zone $3, 'YYYY-MM') as month, p.currency::text as currency, count(*)::int as orders,
       sum(p.total)::text as total, coalesce(sum(p.commission), 0)::text as commission
  from purchase p
 where p.owner_staff_id = $1::bigint and p.placed_at >= $2 and p.status <> 'cancelled'
 group by 1, 2 order by 1, 2`;

/** Commission by month and currency, oldest first; months without orders are left out, cancelled orders count nothing (A6). */
export async function commissionByMonth(unit: Unit, question: { staffId: string; since: Date; timeZone: string }): Promise<MonthlyCommission[]> {
  const rows = await unit.named<MonthRow>('shop-commission-by-month', BY_MONTH, [question.staffId, question.since, question.timeZone]);
  return rows.map(({ total, commission, ...row }) => ({ ...row, totalMinor: BigInt(total), commissionMinor: BigInt(commission) }));
}
