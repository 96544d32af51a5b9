import type { Locale } from '@onbehalf/core';
import { PER_PAGE, type Facet, type FacetValue, type ListQuestion, type ProductList } from './list-question.ts';
import { localText } from './local-text.ts';
import { toCards, type ProductRow } from './product-card.ts';

/** What {@link listSql} gives. */
export interface ListRow {
  total: number;
  inStock: number;
  cut: boolean;
  products: ProductRow[];
  facets: FacetRow[];
  categories: FacetValue[];
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
    products: toCards(products, question), total, page: question.page, pages: Math.max(1, Math.ceil(total / PER_PAGE)), cut,
    facets: facetsOf(facets, question.store.locale), categories, inStock,
  };
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
