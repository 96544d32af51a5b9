/** How it stands with the payment of an order that is paid by a link (D8). */
export const PAYMENT_STATES = ['awaiting', 'paid', 'part-refunded', 'refunded', 'cancelled'] as const;
export type PaymentState = (typeof PAYMENT_STATES)[number];

export interface PaymentStanding {
  readonly state: 'awaiting' | 'paid' | 'cancelled';
  readonly amountMinor: bigint;
  /** Of the payment that was taken. */
  readonly refundedMinor: bigint;
}

/** In one word, as pages and answers say it. */
export function paymentStateOf({ state, amountMinor, refundedMinor }: PaymentStanding): PaymentState {
  if (state !== 'paid' || refundedMinor === 0n) return state;
  return refundedMinor < amountMinor ? 'part-refunded' : 'refunded';
}
