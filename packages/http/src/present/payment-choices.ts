import { addDays, creditRefusal, dayOf, isPaidAfterInvoice, paymentDaysOf, type Refusal } from '@onbehalf/core';
import { paymentMethodsOf, type CheckoutView, type PaymentMethod, type PricedCart } from '@onbehalf/shop';
import type { Arrived } from '../arrived.ts';
import type { Deps } from '../deps.ts';
import { inStore, paymentCodes, paymentDays } from './names.ts';

export interface PaymentChoice {
  method: PaymentMethod;
  /** The day by which it would have to be paid, invoiced today; null: not after an invoice (G3). */
  payableBy: string | null;
  /** Why it can't be chosen for this cart (G2). */
  refusal: Refusal | null;
}

type Asked = Pick<CheckoutView, 'paymentDays' | 'credit'> & { priced: PricedCart };

/** The ways to pay this cart, with what each of them comes to in days, and why not. */
export function paymentChoices(deps: Pick<Deps, 'payments'>, arrived: Arrived, { paymentDays: own, credit, priced }: Asked): PaymentChoice[] {
  const { store } = inStore(arrived);
  const payableBy = addDays(dayOf(arrived.now, store.timeZone), paymentDaysOf({ own, website: paymentDays(arrived) }));
  const refusal = creditRefusal(credit, { totalMinor: priced.totals.total, currency: store.currency });
  return paymentMethodsOf(paymentCodes(deps, arrived)).map((method) => (isPaidAfterInvoice(method.code) ? { method, payableBy, refusal } : { method, payableBy: null, refusal: null }));
}
