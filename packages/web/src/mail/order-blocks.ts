import type { Locale } from '@onbehalf/core';
import { translator } from '../i18n/translate.ts';
import type { OrderView, Totals } from '../props/shared.ts';
import { formatMoney, formatNumber } from '../ui/format.ts';
import type { Block, Row } from './letter.tsx';

/** What was ordered and what it comes to. */
export function orderBlocks(order: OrderView, locale: Locale): Block[] {
  const t = translator(locale);
  const lines = order.lines.map((line): Row => {
    const times = t('ui.quantityTimes', { quantity: formatNumber(line.quantity, locale), price: formatMoney(line.unit, locale) });
    return { label: line.name, value: formatMoney(line.total, locale), more: `${line.sku} · ${times}` };
  });
  const { name, company, street, postcode, city, region, country } = order.shippingAddress;
  const town = [postcode, city].filter(Boolean).join(' ');
  return [
    { kind: 'rows', rows: [...lines, ...sums(order.totals, locale)] },
    { kind: 'lines', title: t('mail.deliverTo'), lines: [name, company, street, town, [region, country].filter(Boolean).join(', ')].filter(Boolean) },
    { kind: 'lines', title: t('mail.payment'), lines: [order.paymentMethod, order.purchaseOrderNumber].filter(Boolean) },
  ];
}

function sums(totals: Totals, locale: Locale): Row[] {
  const t = translator(locale);
  const money = (amount: Totals['total'] | null) => (amount ? formatMoney(amount, locale) : '');
  const discount = totals.couponCode ? t('ui.discountWith', { code: totals.couponCode }) : t('ui.discount');
  const rows: Row[] = [
    { label: t('ui.subtotal'), value: money(totals.subtotal) },
    { label: discount, value: money(totals.discount && { ...totals.discount, minor: totals.discount.minor > 0n ? -totals.discount.minor : totals.discount.minor }) },
    { label: t('ui.shipping'), value: totals.shipping?.minor === 0n ? t('ui.free') : money(totals.shipping) },
    { label: t(totals.taxIncluded ? 'ui.taxIncluded' : 'ui.tax'), value: money(totals.tax) },
    { label: t('mail.total'), value: money(totals.total), strong: true },
  ];
  return rows.filter((row) => row.value !== '');
}
