import { percentText, toDecimal, type KeptCart, type KeptLine } from '@onbehalf/core';

/** A cart as it was at one moment; rows as the tables have them, so that they can be put back whole (C8). */
export interface CartSnapshot {
  /** Null: there was none. */
  cart: string | null;
  version: number;
  coupon: string | null;
  lines: LineRow[];
  concessions: ConcessionRow[];
}

interface LineRow {
  product_id: number;
  quantity: number;
  override_minor: number | null;
  override_currency: string | null;
  override_source: string | null;
  override_label: string | null;
  override_catalogue_minor: number | null;
}

interface ConcessionRow {
  kind: 'discount' | 'free-shipping';
  percent_basis_points: number | null;
  amount_minor: number | null;
  currency: string;
}

/** SQL of the open cart of a customer in a store as it is now, in one jsonb; never null. */
export const cartSnapshotSql = (customer: string, store: string, kind: string): string => `shop_port.cart_snapshot(${customer}, ${store}, ${kind})`;

/** What a person would notice of it. Amounts fit a number: the tables allow no more than 10^12. */
export function keptCartOf({ lines, coupon, concessions }: CartSnapshot): KeptCart {
  const discount = concessions.find(({ kind }) => kind === 'discount');
  return {
    lines: lines.map(keptLine),
    coupon,
    discount: discount === undefined ? null : discountText(discount),
    freeShipping: concessions.some(({ kind }) => kind === 'free-shipping'),
  };
}

const keptLine = (row: LineRow): KeptLine => ({
  productId: String(row.product_id),
  freeReason: row.override_source === 'free' ? (row.override_label ?? '') : null,
  quantity: row.quantity,
  edited: row.override_minor === null ? null : { minor: BigInt(row.override_minor), catalogueMinor: BigInt(row.override_catalogue_minor ?? 0) },
});

function discountText({ percent_basis_points: percent, amount_minor: minor, currency }: ConcessionRow): string {
  return percent === null ? `${toDecimal(BigInt(minor ?? 0), currency)} ${currency}` : `${percentText(BigInt(percent))} %`;
}
