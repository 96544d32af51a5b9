import type { CategoryProps } from '../../props/storefront.ts';
import { useT } from '../../shell/request-context.tsx';
import { Shell } from '../../shell/shell.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProductList } from './parts/product-list.tsx';

export function CategoryPage({ name, text, list }: CategoryProps) {
  const t = useT();
  return (
    <Shell title={name} paging={list.paging}>
      <PageHeader title={name} text={text || undefined} />
      <ProductList list={list} label={name} best="recommended" empty={<EmptyState icon="box" title={t('category.empty')} text={t('category.emptyText')} />} />
    </Shell>
  );
}
