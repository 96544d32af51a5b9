import { actOf, type Caller, type Unit } from '@onbehalf/assist';
import type { Refusal, Result } from '@onbehalf/core';
import { PAY_LINK, placeOrder, type OrderRequest, type PlacedOrder } from '@onbehalf/shop';
import type { Arrived } from '../arrived.ts';
import type { Deps } from '../deps.ts';
import { queueMailsWithEntry, type QueuedMail } from '../jobs/mail-outbox.ts';
import { productTag } from '../page-cache/kept-pages.ts';
import { inStore, ownerOf, paymentCodes, paymentDays, placeOf, priceTerms, reverseChargeTerms, taxRounding } from '../present/names.ts';
import { commissionTerms } from './commission-terms.ts';
import { askWithOrder } from './payments/ask-for-payment.ts';

type Asked = Pick<OrderRequest, 'cartVersion' | 'checkoutKey' | 'expectedTotalMinor' | 'shippingAddress' | 'billingAddress' | 'shippingMethod' | 'paymentMethod' | 'purchaseOrderNumber' | 'customerComment'>;
type Attributed = Pick<OrderRequest, 'channel' | 'attribution' | 'ownerStaff' | 'commission' | 'comments'>;

/** D1, D2, D3, D5, D9: the order with who helped, its commission, its entry in the record and its mails, or none of them. */
export async function placeOrderFor(unit: Unit, { deps, arrived }: { deps: Deps; arrived: Arrived }, asked: Asked): Promise<Result<PlacedOrder, Refusal[]>> {
  const placed = await placeOrder(unit, {
    ...asked,
    owner: ownerOf(arrived),
    ...priceTerms(arrived),
    taxRounding: taxRounding(arrived),
    reverseCharge: reverseChargeTerms(arrived),
    paymentMethods: paymentCodes(deps, arrived),
    paymentDays: paymentDays(arrived),
    overrideValidForSeconds: arrived.settings.get('assist/price_edit/valid_for', placeOf(arrived)),
    minMarginBasisPoints: arrived.settings.get('assist/price_edit/min_margin', placeOf(arrived)),
    ...(await attributed(unit, { deps, arrived })),
  });
  if (!placed.ok || placed.value.already) return placed;
  const { number, totals, lines } = placed.value;
  const entry = actOf(arrived.caller, arrived, {
    group: 'order',
    action: 'place',
    object: { type: 'order', id: number },
    detail: { total: totals.total, currency: totals.currency, pieces: lines.reduce((sum, line) => sum + line.quantity, 0), checkout: asked.checkoutKey },
  });
  const mails = mailsFor(arrived, deps, number);
  const [first] = mails;
  // A replacement that costs nothing is not paid for by any link.
  if (asked.paymentMethod === PAY_LINK && totals.total > 0n && first !== undefined) {
    const { template: _template, params, id: _id, ...mail } = first;
    mails.push(await askWithOrder(unit, { deps, request: arrived }, { number, mail: { ...mail, store: params['store'] ?? '' } }));
  }
  await queueMailsWithEntry(unit, { mails, now: arrived.now, entry, tags: lines.map((line) => productTag(line.sku)) });
  return placed;
}

async function attributed(unit: Unit, { deps, arrived }: { deps: Deps; arrived: Arrived }): Promise<Attributed> {
  const { caller } = arrived;
  return caller.kind === 'context' ? assisted(deps, arrived, caller) : alone(unit, arrived);
}

function assisted(deps: Deps, arrived: Arrived, { actor, subject, session }: Extract<Caller, { kind: 'context' }>): Attributed {
  const names = { actor: actor.name, customer: subject.name };
  const comments: Attributed['comments'] = [{ visibility: 'private', text: deps.web.message('order.placed-on-behalf', arrived.locale, names) }];
  if (arrived.settings.get('staff/order/public_comment', placeOf(arrived))) {
    comments.push({ visibility: 'public', text: deps.web.message('order.placed-on-behalf', arrived.locale, names) });
  }
  return {
    channel: 'assisted',
    attribution: { actorId: actor.id, actorName: actor.name, groupId: actor.groupId, groupName: actor.groupName, assistSessionId: session.id, reason: session.reason, reference: session.reference },
    ownerStaff: { id: actor.id, name: actor.name },
    commission: commissionTerms(arrived.settings, placeOf(arrived), actor.commissionBasisPoints),
    comments,
  };
}

interface AloneRow {
  primary_id: string | null;
  primary_name: string | null;
  primary_rate: number | null;
  was_assisted: boolean;
}

// Whether somebody helped with this very cart: it holds a price an actor gave, or an actor was inside since it was begun.
const ALONE_SQL = `
select a.id::text as primary_id, a.first_name || ' ' || a.last_name as primary_name, coalesce(a.commission_basis_points, g.commission_basis_points) as primary_rate,
  exists (select 1 from cart k where k.customer_id = c.id and k.store_id = $2 and k.status = 'open' and k.kind = 'customer' and (
    exists (select 1 from cart_line l where l.cart_id = k.id and l.override_session_id is not null)
    or exists (select 1 from assist_session s where s.subject_id = c.id and coalesce(s.ended_at, 'infinity') >= k.created_at))) as was_assisted
from customer c
left join customer_staff cs on cs.customer_id = c.id and cs.is_primary
left join staff a on a.id = cs.staff_id
left join staff_group g on g.id = a.staff_group_id
where c.id = $1`;

/** D2: the primary member of staff only where the shop says so; the channel says how it really was. */
async function alone(unit: Unit, arrived: Arrived): Promise<Attributed> {
  const { customerId, store } = ownerOf(arrived);
  const [row] = await unit.named<AloneRow>('order-alone', ALONE_SQL, [customerId, store.id]);
  const permanent = arrived.settings.get('staff/order/set_permanently', placeOf(arrived));
  const owner = permanent && row !== undefined && row.primary_id !== null && row.primary_name !== null ? { id: row.primary_id, name: row.primary_name } : null;
  return {
    channel: row?.was_assisted === true ? 'self-after-assist' : 'self',
    attribution: null,
    ownerStaff: owner,
    commission: owner === null ? null : commissionTerms(arrived.settings, placeOf(arrived), row?.primary_rate ?? null),
    comments: [],
  };
}

function mailsFor(arrived: Arrived, deps: Deps, number: string): QueuedMail[] {
  const { caller } = arrived;
  if (caller.kind !== 'customer' && caller.kind !== 'context') return [];
  const { store } = inStore(arrived);
  const people = caller.kind === 'context' ? { actorId: caller.actor.id, assistSessionId: caller.session.id } : { actorId: null, assistSessionId: null };
  const common = { id: deps.random.uuid(), params: { order: number, store: store.code }, subjectId: caller.subject.id, ...people };
  const mails: QueuedMail[] = [{ ...common, template: 'order-confirmation', locale: store.locale, recipient: caller.subject.email }];
  if (caller.kind === 'context' && wantsCopy(arrived, caller.actor.orderConfirmationCopy)) {
    mails.push({ ...common, id: deps.random.uuid(), template: 'order-staff-copy', locale: caller.actor.language, recipient: caller.actor.email });
  }
  return mails;
}

function wantsCopy(arrived: Arrived, ofAccount: boolean): boolean {
  const rule = arrived.settings.get('staff/order/confirmation_copy', placeOf(arrived));
  return rule === 'always' || (rule === 'per-account' && ofAccount);
}
