import { sumOf } from '../money/money.ts';
import { partOfLine, type PartAmounts } from './line-amounts.ts';
import type { ChosenLine } from './pieces.ts';

export const DOCUMENT_KINDS = ['invoice', 'shipment', 'credit-memo'] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

export interface DocumentLine extends PartAmounts {
  readonly position: number;
  readonly pieces: number;
}

/** An invoice or a credit memo with its amounts: `subtotal − discount + shipping (+ tax) + refund − fee = total`. */
export interface DocumentDraft {
  readonly lines: readonly DocumentLine[];
  /** As the prices are, with or without tax. */
  readonly subtotal: bigint;
  readonly discount: bigint;
  readonly shipping: bigint;
  /** Of goods and shipping. */
  readonly tax: bigint;
  readonly adjustmentRefund: bigint;
  readonly adjustmentFee: bigint;
  readonly total: bigint;
}

export interface DraftParts {
  readonly pricesIncludeTax: boolean;
  readonly chosen: readonly ChosenLine[];
  /** Pieces of the line on documents of this kind before this one. */
  readonly before: (chosen: ChosenLine) => number;
  readonly shipping: bigint;
  readonly shippingTax: bigint;
  readonly adjustmentRefund?: bigint;
  readonly adjustmentFee?: bigint;
}

export function draftDocument({ pricesIncludeTax, chosen, before, shipping, shippingTax, adjustmentRefund = 0n, adjustmentFee = 0n }: DraftParts): DocumentDraft {
  const lines = chosen.map((one): DocumentLine => ({
    position: one.line.position, pieces: one.pieces, ...partOfLine(one.line, pricesIncludeTax, { before: before(one), pieces: one.pieces }),
  }));
  const sum = (field: keyof PartAmounts): bigint => sumOf(lines.map((line) => line[field]));
  const tax = sum('tax') + shippingTax;
  const goodsAndShipping = sum('gross') + shipping + (pricesIncludeTax ? 0n : shippingTax);
  return { lines, subtotal: sum('row'), discount: sum('discount'), shipping, tax, adjustmentRefund, adjustmentFee, total: goodsAndShipping + adjustmentRefund - adjustmentFee };
}
