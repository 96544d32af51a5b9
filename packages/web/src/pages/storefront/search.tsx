import type { SearchProps } from '../../props/storefront.ts';
import { useRequest, useStore, useT } from '../../shell/request-context.tsx';
import { Shell } from '../../shell/shell.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProductList } from './parts/product-list.tsx';

export function SearchPage({ query, nearest, meant, list }: SearchProps) {
  const t = useT();
  const title = query ? t('search.titleFor', { query }) : t('search.title');
  return (
    <Shell title={title} paging={list.paging}>
      <PageHeader title={title} text={nearest ? <Nearest {...{ query, meant }} /> : undefined} />
      <ProductList list={list} label={title} best="match" empty={<NothingFound query={query} />} />
    </Shell>
  );
}

/** Not what was typed, but near it: said before the products, so that nobody takes the one for the other. */
function Nearest({ query, meant }: { query: string; meant: string | null }) {
  const t = useT();
  const { base } = useStore();
  if (meant === null) return t('search.nearest', { query });
  return (
    <>
      {t('search.noneAsTyped', { query })} {t('search.didYouMean')} <a href={`${base}/search?q=${encodeURIComponent(meant)}`}>{meant}</a>?
    </>
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
