import { openToInvoice, openToRefund, openToShip, isShippingOpen, shippingToRefund, toDecimal, type DocumentKind, type Refusal, type SoldLine, type SoldOrder } from '@onbehalf/core';
import { optionsText, type Order } from '@onbehalf/shop';
import type { DocumentFormProps, Typed } from '@onbehalf/web';
import type { Arrived } from '../arrived.ts';
import type { Deps } from '../deps.ts';
import { problemsOf } from '../problems.ts';
import { imageOf, money } from './names.ts';

interface FormOf {
  kind: DocumentKind;
  order: Order;
  sold: SoldOrder;
  /** What was sent, where it was refused; null for a fresh form, which proposes all that is left. */
  typed: Typed | null;
  refusals: readonly Refusal[];
}

const OPEN: Readonly<Record<DocumentKind, (line: SoldLine) => number>> = { invoice: openToInvoice, shipment: openToShip, 'credit-memo': openToRefund };
const DONE: Readonly<Record<DocumentKind, (line: SoldLine) => number>> = { invoice: (line) => line.invoiced, shipment: (line) => line.shipped, 'credit-memo': (line) => line.refunded };

export function documentFormProps(deps: Deps, request: Arrived, { kind, order, sold, typed, refusals }: FormOf): DocumentFormProps {
  const { currency } = order.totals;
  const shipping = shippingOf(kind, sold);
  const amount = (minor: bigint): string => (request.locale === 'en' ? toDecimal(minor, sold.currency) : toDecimal(minor, sold.currency).replace('.', ','));
  return {
    kind,
    order: { number: order.number, href: `/admin/orders/${order.number}`, customerName: order.customer.name },
    lines: sold.lines.filter((line) => OPEN[kind](line) > 0).map((line) => {
      const { name = '', image = '', options = [] } = order.lines.find(({ position }) => position === line.position) ?? {};
      const open = OPEN[kind](line);
      return { position: line.position, sku: line.sku, name, options: optionsText(options), image: imageOf(image), ordered: line.quantity, done: DONE[kind](line), open, value: typed?.[`quantity-${line.position}`] ?? String(open) };
    }),
    shipping: shipping === 0n ? null : money(shipping, currency),
    currency,
    problems: problemsOf(deps, refusals, request),
    typed: typed ?? (kind === 'credit-memo' && shipping > 0n ? { shipping: amount(shipping) } : {}),
  };
}

function shippingOf(kind: DocumentKind, sold: SoldOrder): bigint {
  if (kind === 'invoice') return isShippingOpen(sold) ? sold.shippingMinor : 0n;
  return kind === 'credit-memo' ? shippingToRefund(sold) : 0n;
}
