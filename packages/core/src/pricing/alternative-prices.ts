import { halfUp, type Rounding } from '../money/rounding.ts';
import type { PriceRow, PriceSource } from './price-row.ts';
import { byAmount, tierGroupOf, timingOf, withAmounts, type AmountRow } from './priced-rows.ts';

/** A price that is really offered to this customer, and may be chosen for a line (C4). */
export interface AlternativePrice {
  /** Stable name to choose it by: `base`, `customer`, `price-list:12`, `volume:10`, `volume:10:customer`. */
  readonly key: string;
  /** What the dropdown shows in English; a price list shows its own name in every language. */
  readonly label: string;
  /** Message key of the label; `price.price-list` has none but the list's own name. */
  readonly labelKey: string;
  /** The tier it comes from; above the line's quantity it is listed "from 10" and may be chosen. */
  readonly fromQuantity: number;
  /** Minor units. */
  readonly minor: bigint;
  readonly source: PriceSource;
}

export interface AlternativesQuestion {
  readonly rows: readonly PriceRow[];
  /** Epoch ms. */
  readonly now: number;
  readonly rounding?: Rounding;
}

const LABELS: Readonly<Record<PriceSource, string>> = {
  base: 'Base Price',
  customer: 'Customer Price',
  category: 'Category Price',
  'price-list': 'Price List',
  matrix: 'Matrix Price',
  group: 'Group Price',
  special: 'Special Price',
};

const SHOWN_ORDER: readonly PriceSource[] = ['base', 'customer', 'category', 'price-list', 'matrix', 'group', 'special'];

/**
 * The prices an actor may choose from: each source's own price, then every tier of any source as "Volume Price".
 * Rows out of date are not offered. The list doesn't hang on the line's quantity, so neither do its keys.
 */
export function alternativePrices({ rows, now, rounding = halfUp }: AlternativesQuestion): AlternativePrice[] {
  const current = withAmounts(rows, now, rounding).filter((row) => timingOf(row, now) === 'current');
  const offers = Map.groupBy(current, (row) => `${tierGroupOf(row)} ${row.minQuantity > 1 ? row.minQuantity : 1}`);
  return [...offers.values()]
    .flatMap((same) => same.toSorted(byAmount)[0] ?? [])
    .toSorted(byPlace)
    .map(asAlternative);
}

function asAlternative(row: AmountRow): AlternativePrice {
  const { source, minor } = row;
  return isTier(row)
    ? { key: volumeKey(row), label: 'Volume Price', labelKey: 'price.volume', fromQuantity: row.minQuantity, minor, source }
    : { key: ownKey(row), label: ownLabel(row), labelKey: `price.${source}`, fromQuantity: 1, minor, source };
}

const isTier = (row: PriceRow): boolean => row.minQuantity > 1;

const ownKey = (row: PriceRow): string => (row.source === 'price-list' ? `price-list:${row.listId ?? row.id}` : row.source);

const volumeKey = (row: PriceRow): string =>
  row.source === 'base' ? `volume:${row.minQuantity}` : `volume:${row.minQuantity}:${ownKey(row)}`;

const ownLabel = (row: PriceRow): string => (row.source === 'price-list' ? row.label : undefined) ?? LABELS[row.source];

const byPlace = (a: AmountRow, b: AmountRow): number =>
  Number(isTier(a)) - Number(isTier(b)) || tierOf(a) - tierOf(b) || place(a) - place(b) || byAmount(a, b);

const tierOf = (row: PriceRow): number => (isTier(row) ? row.minQuantity : 1);

const place = (row: PriceRow): number => SHOWN_ORDER.indexOf(row.source);
