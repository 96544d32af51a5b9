import type { SearchProps } from '../../props/storefront.ts';
import { Shell } from '../../shell/shell.tsx';
import { useRequest, useT } from '../../shell/request-context.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProductCardGrid } from '../../ui/product-card-grid.tsx';

export function SearchPage({ query, products, total }: SearchProps) {
  const t = useT();
  const title = query ? t('search.titleFor', { query }) : t('search.title');
  return (
    <Shell title={title}>
      <PageHeader title={title} text={products.length > 0 ? t('category.count', { count: total }) : undefined} />
      {products.length > 0 ? <ProductCardGrid products={products} label={title} /> : <NothingFound query={query} />}
    </Shell>
  );
}

function NothingFound({ query }: { query: string }) {
  const t = useT();
  const { categories } = useRequest();
  return (
    <EmptyState
      icon="search"
      title={query ? t('search.empty', { query }) : t('search.ask')}
      text={t('search.emptyText')}
      action={
        <div className="flex flex-wrap justify-center gap-2">
          {categories.slice(0, 4).map((category) => (
            <ButtonLink key={category.href} href={category.href} size="small">
              {category.name}
            </ButtonLink>
          ))}
        </div>
      }
    />
  );
}
