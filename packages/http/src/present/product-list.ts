import type { Money } from '@onbehalf/core';
import type { Facet, ListedCard, ProductList } from '@onbehalf/shop';
import type { ListChip, ProductListView } from '@onbehalf/web';
import type { Deps } from '../deps.ts';
import { problemsOf } from '../problems.ts';
import type { AskedList } from '../read-list.ts';
import { money, type InStore } from './names.ts';
import { productCard } from './products.ts';

interface Listed {
  here: InStore;
  /** Without a query. */
  path: string;
  /** What was searched for; empty in a category. */
  query: string;
  asked: AskedList;
  list: ProductList;
}

/** Everything around a list of products: cards, choices with their counts, what is chosen and how to take it back, pages. */
export function productListView(deps: Deps, { here, path, query, asked, list }: Listed): ProductListView {
  const pairs = pairsOf(query, asked);
  const clear = addressOf(path, pairs.filter(([name]) => name === 'q' || name === 'sort'));
  const pageAt = (page: number): string => addressOf(path, [...pairs, ...(page === 1 ? [] : [['page', String(page)] as const])]);
  return {
    path, query,
    products: list.products.map((card) => chosenCard(card, here)),
    total: list.total, cut: list.cut,
    sort: asked.sort,
    inStock: { chosen: asked.filters.inStockOnly, count: list.inStock },
    price: { from: asked.from, to: asked.to, currency: here.store.currency },
    facets: list.facets, categories: list.categories,
    chips: chipsOf(asked, list, { pairs, path, currency: here.store.currency }),
    clearHref: clear,
    firstHref: pageAt(1),
    kept: pairs.map(([name, value]) => ({ name, value })),
    paging: { previous: list.page > 1 ? pageAt(list.page - 1) : null, next: list.page < list.pages ? pageAt(list.page + 1) : null },
    page: list.page, pages: list.pages,
    problems: problemsOf(deps, asked.refusals, here),
  };
}

/** Its page opens with what was chosen. */
function chosenCard(card: ListedCard, here: InStore): ProductListView['products'][number] {
  const shown = productCard(card, here);
  const fields = Object.entries(card.chosen ?? {}).map(([option, value]): Pair => [`option.${option}`, value]);
  return { ...shown, href: addressOf(shown.href, fields) };
}

type Pair = readonly [name: string, value: string];

/** The list's address in one order and without what is empty; the page is added. */
function pairsOf(query: string, { filters, sort, from, to }: AskedList): Pair[] {
  const all: Pair[] = [
    ['q', query], ['sort', sort === 'best' ? '' : sort], ['stock', filters.inStockOnly ? '1' : ''], ['from', from.trim()], ['to', to.trim()],
    ...filters.categories.map((slug): Pair => ['c', slug]), ...filters.values.map((code): Pair => ['f', code]),
  ];
  return all.filter(([, value]) => value !== '');
}

function addressOf(path: string, pairs: readonly Pair[]): string {
  const text = new URLSearchParams(pairs.map(([name, value]) => [name, value])).toString();
  return text === '' ? path : `${path}?${text}`;
}

function chipsOf({ filters }: AskedList, { facets, categories }: ProductList, at: { pairs: readonly Pair[]; path: string; currency: string }): ListChip[] {
  const without = (...gone: Pair[]): string => addressOf(at.path, at.pairs.filter(([name, value]) => !gone.some(([goneName, goneValue]) => goneName === name && (goneValue === '' || goneValue === value))));
  const amount = (minor: bigint | null): Money | null => (minor === null ? null : money(minor, at.currency));
  const [from, to] = [amount(filters.fromMinor), amount(filters.toMinor)];
  return [
    ...(filters.inStockOnly ? [{ kind: 'stock' as const, href: without(['stock', '']) }] : []),
    ...(from !== null || to !== null ? [{ kind: 'price' as const, from, to, href: without(['from', ''], ['to', '']) }] : []),
    ...categories.filter(({ chosen }) => chosen).map(({ code, label }) => ({ kind: 'value' as const, label, href: without(['c', code]) })),
    ...facets.flatMap((facet: Facet) => facet.values.filter(({ chosen }) => chosen).map(({ code, label }) => ({ kind: 'value' as const, label: `${facet.label}: ${label}`, href: without(['f', code]) }))),
  ];
}
