import type { ProductCard } from '../../props/shared.ts';
import type { WishlistProps } from '../../props/storefront.ts';
import { useStore, useT } from '../../shell/request-context.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Form } from '../../ui/form.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProductCardGrid } from '../../ui/product-card-grid.tsx';
import { AccountLayout } from './parts/account-layout.tsx';

export function WishlistPage({ products, canChange }: WishlistProps) {
  const t = useT();
  const { base } = useStore();
  return (
    <AccountLayout title={t('account.wishlist')}>
      <PageHeader title={t('account.wishlist')} />
      {products.length > 0 ? (
        <ProductCardGrid products={products} label={t('account.wishlist')} extra={canChange ? (product) => <Remove product={product} /> : undefined} />
      ) : (
        <EmptyState
          icon="heart"
          title={t('wishlist.empty')}
          text={t('wishlist.emptyText')}
          action={
            <ButtonLink href={`${base}/`} tone="primary">
              {t('cart.browse')}
            </ButtonLink>
          }
        />
      )}
    </AccountLayout>
  );
}

function Remove({ product }: { product: ProductCard }) {
  const t = useT();
  const { base } = useStore();
  return (
    <Form action={`${base}/account/wishlist/remove`} hidden={{ sku: product.sku }}>
      <Button tone="quiet" wide icon="trash" label={t('cart.removeNamed', { name: product.name })}>
        {t('cart.remove')}
      </Button>
    </Form>
  );
}
