import type { HomeProps } from '../../props/storefront.ts';
import { Shell } from '../../shell/shell.tsx';
import { useRequest, useStore, useT } from '../../shell/request-context.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { ProductCardGrid } from '../../ui/product-card-grid.tsx';
import { ProductImage } from '../../ui/product-image.tsx';

export function HomePage({ categories, featured }: HomeProps) {
  const t = useT();
  const { name } = useStore();
  const { allCategoriesHref } = useRequest();
  return (
    <Shell title={t('home.title')}>
      <Hero name={name} categories={categories} />
      <section className="mb-12">
        <h2 className="mb-4">{t('home.categories')}</h2>
        <ul className="category-grid">
          {categories.map((category) => (
            <li key={category.href}>
              <a href={category.href} className="category-tile">
                <ProductImage src={category.image} size={80} />
                <div>
                  <h3>{category.name}</h3>
                  <span>{category.text}</span>
                </div>
                <Icon name="chevron-right" />
              </a>
            </li>
          ))}
        </ul>
        {allCategoriesHref ? (
          <p className="mt-4">
            <a href={allCategoriesHref}>{t('shell.allCategories')}</a>
          </p>
        ) : null}
      </section>
      <section>
        <h2 className="mb-4">{t('home.featured')}</h2>
        <ProductCardGrid products={featured} label={t('home.featured')} level={3} />
      </section>
    </Shell>
  );
}

function Hero({ name, categories }: { name: string; categories: HomeProps['categories'] }) {
  const t = useT();
  const { viewer, assist } = useRequest();
  const { base } = useStore();
  const first = categories[0];
  const isGuest = viewer.kind === 'guest' && !assist;
  return (
    <section className="hero">
      <div className="hero-text">
        <h1 id="page-title" tabIndex={-1}>
          {t('home.claim')}
        </h1>
        <p>{t(isGuest ? 'home.textGuest' : 'home.text', { name })}</p>
        <div className="flex flex-wrap gap-2">
          {first ? (
            <ButtonLink href={first.href} tone="primary" size="large">
              {t('home.browse', { name: first.name })}
            </ButtonLink>
          ) : null}
          {isGuest ? (
            <ButtonLink href={`${base}/account/login`} size="large">
              {t('home.logIn')}
            </ButtonLink>
          ) : null}
        </div>
      </div>
      <div className="hero-images" aria-hidden="true">
        {categories.slice(0, 6).map((category) => (
          <ProductImage key={category.href} src={category.image} size={200} lazy={false} />
        ))}
      </div>
    </section>
  );
}
