import type { Locale } from '@onbehalf/core';
import { PER_PAGE, type Facet, type FacetValue, type ListedCard, type ListQuestion, type ProductList } from './list-question.ts';
import { localText } from './local-text.ts';
import { toCard, type ProductRow } from './product-card.ts';

/** What {@link listSql} gives. */
export interface ListRow {
  total: number;
  inStock: number;
  cut: boolean;
  products: ListedRow[];
  facets: FacetRow[];
  categories: FacetValue[];
}

interface ListedRow extends ProductRow {
  /** Ids of the versions that have all that was asked for; null for a product without. */
  fitting: string[] | null;
  chosen: Record<string, string> | null;
}

interface FacetRow {
  facet: string;
  code: string;
  label: unknown;
  value: unknown;
  n: number;
  chosen: boolean;
  covered: number;
}

/** As many groups of choices as a column holds; those that most products have go first. */
const MOST_SHOWN = 6;

export function toList({ total, inStock, cut, products, facets, categories }: ListRow, question: ListQuestion): ProductList {
  return {
    products: products.flatMap((row) => toListed(row, question) ?? []), total, page: question.page, pages: Math.max(1, Math.ceil(total / PER_PAGE)), cut,
    facets: facetsOf(facets, question.store.locale), categories, inStock,
  };
}

/** By the versions that fit: their price, their stock, and where a value was chosen the picture of the cheapest. */
function toListed({ fitting, chosen, ...row }: ListedRow, question: ListQuestion): ListedCard | null {
  const variants = row.variants?.filter(({ id }) => fitting?.includes(id)) ?? null;
  const card = toCard({ ...row, variants }, question);
  if (card === null) return null;
  const isNarrowed = chosen !== null && variants !== null && variants.length < (row.variants?.length ?? 0);
  if (!isNarrowed) return { ...card, chosen: null };
  const shown = card.variants?.find(({ priceMinor, inStock }) => priceMinor === card.priceMinor && (inStock || card.stock === 'out'));
  return { ...card, image: shown?.image ?? card.image, chosen };
}

function facetsOf(rows: readonly FacetRow[], locale: Locale): Facet[] {
  const collator = new Intl.Collator(locale, { numeric: true });
  const groups = [...Map.groupBy(rows, ({ facet }) => facet).values()];
  const shown = groups
    .map((group) => ({ group, weight: (group.some(({ chosen }) => chosen) ? Infinity : (group[0]?.covered ?? 0)), label: localText(group[0]?.label, locale) }))
    .toSorted((a, b) => b.weight - a.weight || collator.compare(a.label, b.label))
    .slice(0, MOST_SHOWN);
  return shown.map(({ group, label }) => ({
    code: group[0]?.facet ?? '',
    label,
    values: group.map(({ code, value, n, chosen }) => ({ code, label: localText(value, locale), count: n, chosen })).toSorted((a, b) => collator.compare(a.label, b.label)),
  }));
}
