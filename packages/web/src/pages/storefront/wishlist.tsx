import type { ProductCard } from '../../props/shared.ts';
import type { WishlistProps } from '../../props/storefront.ts';
import { useStore, useT } from '../../shell/request-context.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Form } from '../../ui/form.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProblemList } from '../../ui/problem-list.tsx';
import { ProductCardGrid } from '../../ui/product-card-grid.tsx';
import { AccountLayout } from './parts/account-layout.tsx';

export function WishlistPage({ products, canChange, problems }: WishlistProps) {
  const t = useT();
  const { base } = useStore();
  const all = (
    <Form action={`${base}/account/wishlist/cart`}>
      <Button icon="cart">{t('wishlist.allToCart')}</Button>
    </Form>
  );
  return (
    <AccountLayout title={t('account.wishlist')}>
      <PageHeader title={t('account.wishlist')} actions={canChange && products.some(({ canAdd }) => canAdd) ? all : undefined} />
      <ProblemList problems={problems} />
      {products.length > 0 ? (
        <ProductCardGrid
          products={products}
          label={t('account.wishlist')}
          buy={canChange ? (product) => <Move product={product} /> : undefined}
          extra={canChange ? (product) => <Remove product={product} /> : undefined}
        />
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

function Move({ product }: { product: ProductCard }) {
  const t = useT();
  const { base } = useStore();
  return (
    <Form action={`${base}/account/wishlist/cart`} hidden={{ sku: product.sku }}>
      <Button wide icon="cart" label={t('wishlist.toCartNamed', { name: product.name })}>
        {t('wishlist.toCart')}
      </Button>
    </Form>
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
