import type { Locale, Money } from '@onbehalf/core';
import { translator } from '../i18n/translate.ts';
import type { OrderView, Totals } from '../props/shared.ts';
import { formatDay, formatMoney, formatNumber } from '../ui/format.ts';
import { taxRows } from '../ui/tax-rows.ts';
import type { Block, Row } from './letter.tsx';

/** What was ordered and what it comes to. */
export function orderBlocks(order: OrderView, locale: Locale): Block[] {
  const t = translator(locale);
  const lines = order.lines.map((line): Row => {
    const times = t('ui.quantityTimes', { quantity: formatNumber(line.quantity, locale), price: formatMoney(line.unit, locale) });
    return { label: line.name, value: formatMoney(line.total, locale), more: [line.options, line.sku, times, line.overrideLabel === 'manual' ? null : line.overrideLabel].filter(Boolean).join(' · ') };
  });
  const { name, company, street, postcode, city, region, country } = order.shippingAddress;
  const town = [postcode, city].filter(Boolean).join(' ');
  return [
    { kind: 'rows', rows: [...lines, ...sums(order.totals, order.concessionReasons, locale)] },
    { kind: 'lines', title: t('mail.deliverTo'), lines: [name, company, street, town, [region, country].filter(Boolean).join(', ')].filter(Boolean) },
    { kind: 'lines', title: t('mail.payment'), lines: [order.paymentMethod, order.due ? t('payment.payableBy', { date: formatDay(order.due.day, locale) }) : '', order.purchaseOrderNumber].filter(Boolean) },
    ...(order.replacementOf ? [{ kind: 'lines', title: t('order.replaces'), lines: [order.replacementOf] } as const] : []),
    ...(order.customerComment ? [{ kind: 'lines', title: t('checkout.comment'), lines: order.customerComment.split('\n') } as const] : []),
  ];
}

/** What goes off, without the part that has a row of its own; nothing where nothing does. */
function off(amount: Money | null, apart: Money | null): Money | null {
  const minor = (amount?.minor ?? 0n) - (apart?.minor ?? 0n);
  return amount === null || minor === 0n ? null : { ...amount, minor: minor > 0n ? -minor : minor };
}

function sums(totals: Totals, reasons: OrderView['concessionReasons'], locale: Locale): Row[] {
  const t = translator(locale);
  const money = (amount: Totals['total'] | null) => (amount ? formatMoney(amount, locale) : '');
  const discount = totals.couponCode ? t('ui.discountWith', { code: totals.couponCode }) : t('ui.discount');
  const rows: Row[] = [
    { label: t('ui.subtotal'), value: money(totals.subtotal) },
    { label: discount, value: money(off(totals.discount, totals.staffDiscount)) },
    { label: t('ui.staffDiscount'), value: money(off(totals.staffDiscount, null)), ...(reasons.discount ? { more: reasons.discount } : {}) },
    {
      label: t(totals.freeShipping ? 'ui.freeShipping' : 'ui.shipping'),
      value: totals.shipping?.minor === 0n ? t('ui.free') : money(totals.shipping),
      ...(reasons.freeShipping ? { more: reasons.freeShipping } : {}),
    },
    ...(totals.tax === null ? [] : taxRows(totals, totals.tax, locale).map(({ label, more, amount }): Row => ({ label, value: money(amount), ...(more === null ? {} : { more }) }))),
    { label: t('mail.total'), value: money(totals.total), strong: true },
  ];
  return rows.filter((row) => row.value !== '');
}
