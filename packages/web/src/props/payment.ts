import type { Money, PaymentState } from '@onbehalf/core';
import type { Problem, Totals } from './shared.ts';

/** How it stands with an order that is paid by a link (D8). */
export interface PaymentView {
  state: PaymentState;
  amount: Money;
  paidAt: Date | null;
  refunded: Money;
  /** A refund that the provider hasn't confirmed yet. */
  refundWaiting: boolean;
  /** Only for staff, and never more than that of the address (D8). */
  sentTo: string | null;
  /** Until when the newest link works; null before it was sent. */
  until: Date | null;
  provider: string | null;
  reference: string | null;
}

/** Where a link of a mail leads. Whoever has the mail reads it: what was ordered, and nothing of whom (D8). */
export interface PayProps {
  token: string;
  state: 'due' | 'paid' | 'cancelled' | 'over' | 'away';
  order: { number: string; shopName: string; lines: { sku: string; name: string; options?: string; image: string; quantity: number; unit: Money; originalUnit: Money | null; total: Money }[]; totals: Totals } | null;
  isTest: boolean;
  problems: Problem[];
}

/** Where the provider sends the customer back to: what the shop knows, not what the browser says. */
export interface PayReturnProps {
  attempt: string;
  number: string;
  total: Money;
  state: 'open' | 'paid' | 'declined' | 'cancelled' | 'returned' | 'order-cancelled';
  canPayAgain: boolean;
  problems: Problem[];
}

/** The page of the provider that moves no money. */
export interface TestProviderProps {
  reference: string;
  shopName: string;
  number: string;
  total: Money;
  state: 'open' | 'paid' | 'declined' | 'cancelled';
  returnHref: string;
}
