import type { ReactNode } from 'react';
import type { ListChip, ListSort, ProductListView } from '../../../props/product-list.ts';
import { useFormat, useT } from '../../../shell/request-context.tsx';
import { Button, ButtonLink } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Form } from '../../../ui/form.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Pagination } from '../../../ui/pagination.tsx';
import { ProductCardGrid } from '../../../ui/product-card-grid.tsx';
import { Select } from '../../../ui/select.tsx';
import { ListFilters } from './list-filters.tsx';

const sorts = ['best', 'name', 'price-up', 'price-down', 'newest'] as const satisfies readonly ListSort[];

interface ProductListProps {
  list: ProductListView;
  /** Names the list to a screen reader. */
  label: string;
  /** What the first order is called: the shop's own, or what fits best. */
  best: 'recommended' | 'match';
  /** What to say where there is nothing even without filters. */
  empty: ReactNode;
}

/** Products with what narrows them down, in an order, page by page. All of it is in the address and works without script. */
export function ProductList({ list, label, best, empty }: ProductListProps) {
  const t = useT();
  const isBare = list.total === 0 && !list.cut && list.chips.length === 0 && list.problems.length === 0;
  if (isBare) return empty;
  return (
    <div className="product-list">
      <ListFilters list={list} />
      <div className="list-results" id="list-results">
        <div className="toolbar">
          <p className="toolbar-count" aria-live="polite">
            {t('category.count', { count: list.total })}
          </p>
          <SortForm {...{ list, best }} />
        </div>
        <Chips list={list} />
        {list.cut && list.total > 0 ? <p className="list-note">{t(best === 'match' ? 'list.cutSearch' : 'list.cutCategory')}</p> : null}
        {list.products.length > 0 ? (
          <>
            <ProductCardGrid products={list.products} label={label} />
            <Pagination paging={list.paging} text={t('list.pageOf', { page: list.page, pages: list.pages })} />
          </>
        ) : (
          <EmptyState icon="box" title={t(list.cut ? 'list.emptyCut' : 'list.empty')} text={t(list.cut ? 'list.emptyCutText' : 'list.emptyText')} action={<ButtonLink href={list.clearHref}>{t('list.clear')}</ButtonLink>} />
        )}
      </div>
    </div>
  );
}

function SortForm({ list, best }: Pick<ProductListProps, 'list' | 'best'>) {
  const t = useT();
  const labelOf = (sort: ListSort): string => t(sort === 'best' ? `list.sort.${best}` : `list.sort.${sort}`);
  return (
    <Form action={list.path} method="get" label={t('category.sort')}>
      {list.kept.map(({ name, value }) => (name === 'sort' ? null : <input key={name + value} type="hidden" {...{ name, value }} />))}
      <auto-submit class="toolbar-controls">
        <Select name="sort" label={t('category.sort')} value={list.sort} options={sorts.map((value) => ({ value, label: labelOf(value) }))} />
        <Button className="fallback">{t('category.show')}</Button>
      </auto-submit>
    </Form>
  );
}

/** What is chosen; each is taken back by itself, or all at once. */
function Chips({ list: { chips, clearHref } }: { list: ProductListView }) {
  const t = useT();
  const { money } = useFormat();
  const nameOf = (chip: ListChip): string => {
    if (chip.kind === 'stock') return t('category.inStockOnly');
    if (chip.kind === 'value') return chip.label;
    if (chip.from && chip.to) return t('list.priceBetween', { from: money(chip.from), to: money(chip.to) });
    return chip.from ? t('list.priceFrom', { from: money(chip.from) }) : t('list.priceTo', { to: chip.to ? money(chip.to) : '' });
  };
  if (chips.length === 0) return null;
  return (
    <ul className="chips" aria-label={t('list.chosen')}>
      {chips.map((chip) => (
        <li key={chip.href}>
          <a href={chip.href} className="chip" aria-label={t('list.remove', { name: nameOf(chip) })}>
            <bdi>{nameOf(chip)}</bdi>
            <Icon name="close" />
          </a>
        </li>
      ))}
      <li>
        <a href={clearHref} className="chip-clear">
          {t('list.clear')}
        </a>
      </li>
    </ul>
  );
}
