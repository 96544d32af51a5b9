import type { CompanyCredit } from '@onbehalf/core';
import type { Unit } from '@onbehalf/assist/ports';

/**
 * SQL of what a company owes: its orders that are paid after their invoices, whoever placed them, less what was refunded and what
 * has been paid. What isn't invoiced yet counts: it will be.
 */
export const owedSql = (company: string): string => `(
  select coalesce(sum(greatest(0, e.total - e.refunded_total - coalesce((
           select sum(d.total) from sales_document d where d.purchase_id = e.id and d.kind = 'invoice' and d.paid_at is not null), 0))), 0)::bigint
    from purchase e where e.company_id = ${company} and e.payment_days is not null and e.status <> 'cancelled')`;

export interface CreditJson {
  limit: string;
  owed: string;
}

/** SQL of a {@link CreditJson} of the company `k`. */
export const creditSql = (k: string): string => `jsonb_build_object('limit', ${k}.credit_limit::text, 'owed', ${owedSql(`${k}.id`)}::text)`;

export const toCredit = (credit: CreditJson | null): CompanyCredit | null => credit && { limitMinor: BigInt(credit.limit), owedMinor: BigInt(credit.owed) };

/** What a company owes now, for whoever keeps companies. */
export async function owedBy(unit: Unit, companyId: string): Promise<bigint> {
  const [row] = await unit.named<{ owed: string }>('shop-company-owes', `select ${owedSql('$1::bigint')}::text as owed`, [companyId]);
  return BigInt(row?.owed ?? 0);
}

/** The same beside the limit, of the company that a customer buys for; null where it has none. */
export async function creditOf(unit: Unit, customerId: string): Promise<CompanyCredit | null> {
  const [row] = await unit.named<{ credit: CreditJson }>(
    'shop-company-credit', `select ${creditSql('k')} as credit from company k join customer c on c.company_id = k.id where c.id = $1::bigint and k.credit_limit is not null`, [customerId]);
  return toCredit(row?.credit ?? null);
}
