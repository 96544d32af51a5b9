import type { Actor, Entry, Unit } from '@onbehalf/assist';
import { earnCommission, earnedProgress, refundedProgress, reverseCommission, type Refusal, type Result, type SoldOrder } from '@onbehalf/core';
import { addCommissionLines, holdOrder, type HeldOrder } from '@onbehalf/shop';
import type { Arrived } from '../../arrived.ts';

/** One thing done with one order: who does it, when, and in whose transaction. */
export interface OrderAct {
  unit: Unit;
  request: Pick<Arrived, 'now' | 'settings'>;
  actor: Actor;
  number: string;
}

/** What was done, and what the record says of it. */
export interface OrderActed {
  /** Of the document made, where one was. */
  document: string | null;
  entry: Partial<Entry>;
}

export type OrderOutcome = Result<OrderActed, Refusal[]>;

/** Holds the order, then does with it what is to be done. */
export async function withOrder(act: OrderAct, work: (held: HeldOrder) => Promise<OrderOutcome>): Promise<OrderOutcome> {
  const held = await holdOrder(act.unit, act.number);
  return held.ok ? work(held.value) : { ok: false, error: [held.error] };
}

export const refusedWith = (...refusals: Refusal[]): OrderOutcome => ({ ok: false, error: refusals });

/** The entry's object is the order, whatever was made of it; before and after are where it stands. */
export function actedOn(held: HeldOrder, { document, after, detail }: { document: string | null; after: SoldOrder; detail: Entry['detail'] }): OrderOutcome {
  const standing = { before: held.sold.status, after: after.status, ...(document === null ? {} : { document }) };
  return { ok: true, value: { document, entry: { object: { type: 'order', id: held.number }, detail: { ...standing, ...detail } } } };
}

interface Settling {
  held: HeldOrder;
  after: SoldOrder;
  documentId: string;
  paid?: ReadonlyMap<number, number>;
}

/** D4: what the setting calls earned by now leaves pending. Asked at every step, since the setting may have changed between. */
export async function earn({ unit, request }: Pick<OrderAct, 'unit' | 'request'>, { held, after, documentId, paid = held.paid }: Settling): Promise<void> {
  if (held.owner === null) return;
  const when = request.settings.get('commission/earned_when', { websiteId: held.websiteId, storeId: held.storeId });
  const entries = earnCommission(held.commission, earnedProgress(after, when, paid));
  await addCommissionLines(unit, { orderId: held.id, staff: held.owner, entries, now: request.now, documentId });
}

/** D4: what is refunded takes its share of the commission back. */
export async function takeBack({ unit, request }: OrderAct, { held, after, documentId }: Settling): Promise<void> {
  if (held.owner === null) return;
  const entries = reverseCommission(held.commission, refundedProgress(after));
  await addCommissionLines(unit, { orderId: held.id, staff: held.owner, entries, now: request.now, documentId });
}
