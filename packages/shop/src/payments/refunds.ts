import type { Unit } from '@onbehalf/assist/ports';

export interface RefundAsked {
  /** A name for it, by which the provider sends it once. */
  id: string;
  attemptId: string;
  documentId: string | null;
  amountMinor: bigint;
  now: Date;
}

/** Money is to go back over a try that was paid; never more than was paid, whatever the app says. */
export async function askForRefund(unit: Unit, { id, attemptId, documentId, amountMinor, now }: RefundAsked): Promise<void> {
  await unit.query('update payment_attempt set refunded = refunded + $2 where id = $1::uuid', [attemptId, amountMinor]);
  await unit.query(
    `with asked as (insert into payment_refund (id, attempt_id, document_id, amount, asked_at) values ($1::uuid, $2::uuid, $3::bigint, $4, $5) returning id)
     select (graphile_worker.add_job('send-refund', json_build_object('id', id), job_key => 'refund:' || id, max_attempts => 25)).id from asked`,
    [id, attemptId, documentId, amountMinor, now],
  );
}

/** The try that paid an order; null where it was not paid by a link. */
export async function paidAttemptOf(unit: Unit, orderId: string): Promise<string | null> {
  const [row] = await unit.query<{ id: string }>(`select a.id from payment_attempt a join order_payment y on y.id = a.payment_id where y.purchase_id = $1::bigint and a.state = 'paid'`, [orderId]);
  return row?.id ?? null;
}

export interface WaitingRefund {
  id: string;
  provider: string;
  reference: string;
  amountMinor: bigint;
  currency: string;
  orderNumber: string;
  customerId: string;
  storeId: number;
}

/** One that the provider hasn't confirmed; null where it has. */
export async function waitingRefund(unit: Unit, id: string): Promise<WaitingRefund | null> {
  const [row] = await unit.query<Omit<WaitingRefund, 'amountMinor'> & { amount: string }>(
    `select f.id, a.provider, a.reference, f.amount::text as amount, a.currency::text as currency, p.number as "orderNumber", p.customer_id::text as "customerId", p.store_id::int as "storeId"
       from payment_refund f join payment_attempt a on a.id = f.attempt_id join order_payment y on y.id = a.payment_id join purchase p on p.id = y.purchase_id
      where f.id = $1::uuid and f.done_at is null`, [id]);
  if (row === undefined) return null;
  const { amount, ...refund } = row;
  return { ...refund, amountMinor: BigInt(amount) };
}

/** True where this call was the one that noted it. */
export async function markRefundSent(unit: Unit, { id, reference, now }: { id: string; reference: string; now: Date }): Promise<boolean> {
  return (await unit.query('update payment_refund set reference = $2, done_at = $3 where id = $1::uuid and done_at is null returning id', [id, reference, now])).length === 1;
}
