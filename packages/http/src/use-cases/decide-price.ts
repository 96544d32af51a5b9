import { subjectById, type Actor, type People, type Unit } from '@onbehalf/assist';
import { err, ok, type Refusal, type Result } from '@onbehalf/core';
import { decideApproval, type PriceApproval } from '@onbehalf/shop';
import type { Deps } from '../deps.ts';
import type { Arrived } from '../arrived.ts';
import { queueMails } from '../jobs/mail-outbox.ts';
import { approvalQuestion, validFor } from '../present/approvals.ts';
import type { Done } from '../route.ts';

export interface DecidePrice {
  id: string;
  approved: boolean;
  comment: string;
  actor: Actor;
}

export interface PriceDecided {
  approval: PriceApproval;
  entry: NonNullable<Done['entry']>;
  people: People;
}

/** C5: the decision, its entry, and the mail that tells whoever asked: the page and its REST twin both come here. */
export async function decidePrice(unit: Unit, { deps, arrived }: { deps: Deps; arrived: Arrived }, { id, approved, comment, actor }: DecidePrice): Promise<Result<PriceDecided, Refusal>> {
  const decided = await decideApproval(unit, { ...approvalQuestion(arrived, actor), id, approved, comment, staffId: actor.id, validFor: validFor(arrived) });
  if (!decided.ok) return err(decided.error);
  const approval = decided.value;
  await tellAsker(unit, { deps, arrived }, { approval, actor });
  const { sku, quantity, currency, minor, catalogueMinor, reason, storeId } = approval;
  return ok({
    approval,
    people: { actor, subject: await subjectById(unit, approval.customerId), assistSessionId: null, storeId, chained: false },
    entry: {
      action: approved ? 'approve-price' : 'decline-price',
      object: { type: 'price-approval', id },
      detail: { sku, quantity, currency, before: catalogueMinor, after: minor, reason, asked: approval.actorId },
      ...(comment === '' ? {} : { personal: { comment } }),
    },
  });
}

async function tellAsker(unit: Unit, { deps, arrived }: { deps: Deps; arrived: Arrived }, { approval, actor }: { approval: PriceApproval; actor: Actor }): Promise<void> {
  const [asker] = await unit.named<{ email: string; language: string }>('price-asker', 'select email, language from staff where id = $1::bigint and active', [approval.actorId]);
  if (asker === undefined) return;
  const store = deps.stores.find((one) => one.id === approval.storeId)?.code ?? '';
  await queueMails(unit, [{
    id: deps.random.uuid(), template: 'price-decided', params: { approval: approval.id, store }, locale: asker.language, recipient: asker.email,
    actorId: actor.id, subjectId: approval.customerId, assistSessionId: null,
  }], arrived.now);
}
