import type { ProductProps } from '../../props/storefront.ts';
import { Shell } from '../../shell/shell.tsx';
import { useT } from '../../shell/request-context.tsx';
import { Breadcrumb } from '../../ui/breadcrumb.tsx';
import { DataList } from '../../ui/data-list.tsx';
import { ProductCardGrid } from '../../ui/product-card-grid.tsx';
import { ProductGallery } from './parts/product-gallery.tsx';
import { ProductBuy } from './parts/product-buy.tsx';

export function ProductPage(props: ProductProps) {
  const t = useT();
  const { name, description, facts, breadcrumb, related } = props;
  return (
    <Shell title={name}>
      <Breadcrumb crumbs={breadcrumb} here={name} />
      <div className="product mt-4">
        <ProductGallery {...props} />
        <ProductBuy {...props} />
      </div>
      <div className="product mt-12">
        <section>
          <h2 className="mb-3">{t('product.description')}</h2>
          <div className="grid gap-3 whitespace-pre-line">
            <p>{description}</p>
          </div>
        </section>
        {facts.length > 0 ? (
          <section>
            <h2 className="mb-2">{t('product.facts')}</h2>
            <DataList items={facts} />
          </section>
        ) : null}
      </div>
      {related.length > 0 ? (
        <section className="mt-16">
          <h2 className="mb-4">{t('product.related')}</h2>
          <ProductCardGrid products={related.map((product) => ({ ...product, canAdd: false, toChoose: false }))} label={t('product.related')} level={3} />
        </section>
      ) : null}
    </Shell>
  );
}
