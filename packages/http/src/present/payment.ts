import { optionsText, type Order } from '@onbehalf/shop';
import type { PaymentView, PayProps } from '@onbehalf/web';
import { totalsOf } from './cart.ts';
import { imageOf, money } from './names.ts';

/** Enough to know whose it is when one knows it already: `j***@customer.example`. */
export function shortAddress(email: string): string {
  const at = email.lastIndexOf('@');
  return at < 1 ? '***' : `${email.slice(0, 1)}***${email.slice(at)}`;
}

/** How it stands with the payment (D8). What the provider calls it is the shop's own; the address is never shown whole beside a link. */
export function paymentView({ payment, totals: { currency } }: Order, reader: 'customer' | 'staff'): PaymentView | null {
  if (payment === null) return null;
  const isStaff = reader === 'staff';
  return {
    state: payment.state,
    amount: money(payment.amountMinor, currency),
    paidAt: payment.paidAt,
    refunded: money(payment.refundedMinor, currency),
    refundWaiting: payment.refundWaiting,
    sentTo: isStaff && payment.link !== null ? shortAddress(payment.link.recipient) : null,
    until: payment.link?.expiresAt ?? null,
    provider: isStaff ? payment.provider : null,
    reference: isStaff ? payment.reference : null,
  };
}

/** What whoever has the link may read of an order: what it is, what it comes to, who sells. No name, no address, no number of a company, no price source. */
export function payableOrder(order: Order): NonNullable<PayProps['order']> {
  const { currency } = order.totals;
  return {
    number: order.number,
    shopName: order.storeName,
    lines: order.lines.map((line) => ({
      sku: line.sku, name: line.name, options: optionsText(line.options), image: imageOf(line.image), quantity: line.quantity,
      unit: money(line.unitMinor, currency), originalUnit: null, total: money(line.unitMinor * BigInt(line.quantity), currency),
    })),
    // A company's VAT number is for its own papers, a coupon for whoever was given it.
    totals: { ...totalsOf(order.totals), reverseCharge: null, couponCode: null },
  };
}
