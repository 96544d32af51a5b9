import type { CategoryProps } from '../../props/storefront.ts';
import { Shell } from '../../shell/shell.tsx';
import { useRequest, useT } from '../../shell/request-context.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Form } from '../../ui/form.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProductCardGrid } from '../../ui/product-card-grid.tsx';
import { Select } from '../../ui/select.tsx';

const sorts = ['position', 'name', 'price-up', 'price-down'] as const satisfies readonly CategoryProps['sort'][];

export function CategoryPage({ name, text, products, sort, inStockOnly, total }: CategoryProps) {
  const t = useT();
  const path = useRequest().url.split('?')[0] ?? '';
  return (
    <Shell title={name}>
      <PageHeader title={name} text={text || undefined} />
      <Form action={path} method="get" label={t('category.filters')} className="toolbar">
        <p className="toolbar-count">{t('category.count', { count: total })}</p>
        <auto-submit class="toolbar-controls">
          <Checkbox name="stock" label={t('category.inStockOnly')} checked={inStockOnly} />
          <Select name="sort" label={t('category.sort')} value={sort} options={sorts.map((value) => ({ value, label: t(`category.sort.${value}`) }))} />
          <Button className="fallback">{t('category.show')}</Button>
        </auto-submit>
      </Form>
      {products.length > 0 ? (
        <ProductCardGrid products={products} label={name} />
      ) : (
        <EmptyState
          icon="box"
          title={t('category.empty')}
          text={t(inStockOnly ? 'category.emptyInStock' : 'category.emptyText')}
          action={inStockOnly ? <ButtonLink href={path}>{t('category.showAll')}</ButtonLink> : undefined}
        />
      )}
    </Shell>
  );
}
