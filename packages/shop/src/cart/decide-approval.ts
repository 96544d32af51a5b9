import { err, ok, type Refusal, type Result } from '@onbehalf/core';
import type { Unit } from '@onbehalf/assist/ports';
import { approvalById, type ApprovalQuestion, type PriceApproval } from './price-approvals.ts';
import { isWaiting } from './price-cart.ts';

export interface ApprovalDecision extends ApprovalQuestion {
  id: string;
  approved: boolean;
  comment: string;
  /** Who decides. */
  staffId: string;
  /** How long an edited price outlives its assist session, by website (C6). */
  validFor: (approval: PriceApproval) => number;
}

// The cart first, as whoever changes it or orders it does: nobody waits for anybody in a circle.
const LOCK = `
select from cart c where c.id = (select a.cart_id from price_approval a where a.id = $1::uuid) for no key update`;

const DECIDE = `
with decided as (
  update price_approval set status = $2, decided_by = $3::bigint, decided_at = $4, comment = $5
   where id = $1::uuid and status = 'waiting'
  returning *),
raised as (
  update cart c set version = c.version + 1, changed_at = $4, changed_in = d.assist_session_id from decided d where c.id = d.cart_id),
priced as (
  update cart_line l
     set override_minor = d.minor, override_currency = d.currency, override_quantity = d.quantity, override_source = 'manual',
         override_label = '', override_catalogue_minor = d.catalogue_minor, override_session_id = d.assist_session_id,
         override_actor_id = d.actor_id, override_at = $4, override_reason = d.reason
    from decided d where l.id = d.line_id and d.status = 'approved')
select id::text from decided`;

/**
 * Decides one question, in a transaction of the caller's: of two who decide at once, one does. Approved, the line has the
 * price; declined, it keeps the one it has. Refuses with 'approval-not-found', 'approval-own', 'approval-decided' or
 * 'approval-over' (withdrawn, replaced, its line changed, gone or ordered, its time over).
 */
export async function decideApproval(unit: Unit, decision: ApprovalDecision): Promise<Result<PriceApproval, Refusal>> {
  await unit.named('shop-approval-lock', LOCK, [decision.id]);
  const approval = await approvalById(unit, decision.id, decision);
  if (approval === null) return err({ code: 'approval-not-found' });
  const refusal = approvalRefusal(approval, decision);
  if (refusal !== null) return err(refusal);
  const status = decision.approved ? 'approved' : 'declined';
  const rows = await unit.named('shop-approval-decide', DECIDE, [decision.id, status, decision.staffId, decision.now, decision.comment]);
  return rows.length === 1 ? ok({ ...approval, status }) : err({ code: 'approval-decided' });
}

/** Why this person can't decide this question; null: he can. */
export function approvalRefusal(approval: PriceApproval, { staffId, now, validFor }: Pick<ApprovalDecision, 'staffId' | 'now' | 'validFor'>): Refusal | null {
  if (approval.actorId === staffId) return { code: 'approval-own' };
  if (approval.status === 'approved' || approval.status === 'declined') return { code: 'approval-decided' };
  const stands = approval.lineQuantity !== null
    && isWaiting({ request: approval, quantity: approval.lineQuantity }, { now, overrideValidForSeconds: validFor(approval) });
  return stands ? null : { code: 'approval-over' };
}
