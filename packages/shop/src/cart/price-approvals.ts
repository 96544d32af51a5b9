import type { PriceRequest, Unit } from '@onbehalf/assist/ports';
import { costSql } from './cart-sql.ts';

/** A question about a price, for whoever may decide it (C5). */
export interface PriceApproval extends PriceRequest {
  id: string;
  askedAt: Date;
  decidedAt: Date | null;
  actorId: string;
  customerId: string;
  customerName: string;
  customerCompany: string;
  storeId: number;
  websiteId: number;
  sku: string;
  /** Per language. */
  productName: Record<string, string>;
  image: string;
  currency: string;
  catalogueMinor: bigint;
  /** For margin: what one piece costs the shop without tax, and the tax where it is sold. */
  costMinor: bigint | null;
  taxBasisPoints: number;
  codes: string[];
  /** Pieces in the line now; null where the line is gone, ordered, or asks something else. */
  lineQuantity: number | null;
}

interface ApprovalRow extends Omit<PriceApproval, 'minor' | 'catalogueMinor' | 'costMinor'> {
  minor: string;
  catalogueMinor: string;
  costMinor: string | null;
}

const APPROVAL = `
select a.id::text, a.status, a.minor::text, a.quantity, a.reason, a.comment, a.asked_at as "askedAt", a.decided_at as "decidedAt",
       a.currency::text, a.catalogue_minor::text as "catalogueMinor", a.codes, a.actor_id::text as "actorId", s.actor_name as "actorName",
       d.first_name || ' ' || d.last_name as "deciderName", s.ended_at is null and s.hard_limit_at > $1 as "sessionLive",
       coalesce(s.ended_at, case when s.hard_limit_at <= $1 then s.hard_limit_at end) as "sessionEndedAt",
       a.customer_id::text as "customerId", cu.first_name || ' ' || cu.last_name as "customerName", cu.company as "customerCompany",
       a.store_id::int as "storeId", st.website_id::int as "websiteId", p.sku, full_name(p) as "productName", p.image,
       ${costSql('st.website_id')} as "costMinor",
       coalesce((select t.basis_points from tax_rate t where t.tax_class = p.tax_class and t.country = st.country), 0) as "taxBasisPoints",
       (select l.quantity from cart_line l join cart c on c.id = l.cart_id
         where l.id = a.line_id and l.price_approval_id = a.id and c.status = 'open') as "lineQuantity"
  from price_approval a
  join assist_session s on s.id = a.assist_session_id
  join customer cu on cu.id = a.customer_id
  join store st on st.id = a.store_id
  join product p on p.id = a.product_id
  left join staff d on d.id = a.decided_by`;

const WAITING = `${APPROVAL}
 where a.status = 'waiting' and a.store_id = any ($2::smallint[]) order by a.asked_at, a.id limit $3`;

const DECIDED = `${APPROVAL}
 where a.status in ('approved', 'declined') and a.decided_at is not null and a.store_id = any ($2::smallint[]) order by a.decided_at desc, a.id limit $3`;

// What was asked for by one member of staff and decided, as long as its line is in the cart.
const ANSWERED = `${APPROVAL}
 where a.actor_id = $2::bigint and a.status in ('approved', 'declined') and a.decided_at > $3
   and exists (select from cart_line l join cart c on c.id = l.cart_id where l.id = a.line_id and l.price_approval_id = a.id and c.status = 'open')
 order by a.decided_at desc, a.id limit $4`;

const ONE = `${APPROVAL}
 where a.id = $3::uuid and a.store_id = any ($2::smallint[])`;

export interface ApprovalQuestion {
  now: Date;
  /** The stores that the reader works in. */
  storeIds: readonly number[];
}

/** What waits, the oldest first. */
export async function waitingApprovals(unit: Unit, { now, storeIds, limit }: ApprovalQuestion & { limit: number }): Promise<PriceApproval[]> {
  return (await unit.named<ApprovalRow>('shop-approvals-waiting', WAITING, [now, storeIds, limit])).map(toApproval);
}

/** What was decided, the newest first. */
export async function decidedApprovals(unit: Unit, { now, storeIds, limit }: ApprovalQuestion & { limit: number }): Promise<PriceApproval[]> {
  return (await unit.named<ApprovalRow>('shop-approvals-decided', DECIDED, [now, storeIds, limit])).map(toApproval);
}

/** Answers to this member of staff's own questions, the newest first. */
export async function answeredApprovals(unit: Unit, { now, actorId, since, limit }: { now: Date; actorId: string; since: Date; limit: number }): Promise<PriceApproval[]> {
  return (await unit.named<ApprovalRow>('shop-approvals-answered', ANSWERED, [now, actorId, since, limit])).map(toApproval);
}

/** One; null also where it is of a store that the reader doesn't work in. */
export async function approvalById(unit: Unit, id: string, { now, storeIds }: ApprovalQuestion): Promise<PriceApproval | null> {
  const [row] = await unit.named<ApprovalRow>('shop-approval', ONE, [now, storeIds, id]);
  return row === undefined ? null : toApproval(row);
}

const toApproval = ({ minor, catalogueMinor, costMinor, ...row }: ApprovalRow): PriceApproval => ({
  ...row,
  minor: BigInt(minor),
  catalogueMinor: BigInt(catalogueMinor),
  costMinor: costMinor === null ? null : BigInt(costMinor),
});
