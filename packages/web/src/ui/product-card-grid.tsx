import type { ReactNode } from 'react';
import type { ProductCard } from '../props/shared.ts';
import { useFormat, useStore, useT } from '../shell/request-context.tsx';
import { Button, ButtonLink } from './button.tsx';
import { Form } from './form.tsx';
import { Price } from './price.tsx';
import { ProductImage } from './product-image.tsx';
import { StockNote } from './stock-note.tsx';

interface ProductCardGridProps {
  products: readonly ProductCard[];
  label: string;
  level?: 2 | 3;
  /** A second button below "Add to cart", for example to remove it from a list. */
  extra?: ((product: ProductCard) => ReactNode) | undefined;
  /** Another way into the cart, in place of "Add to cart". */
  buy?: ((product: ProductCard) => ReactNode) | undefined;
}

/** Products side by side: picture, name, price, and one step to the cart. */
export function ProductCardGrid({ products, label, level = 2, extra, buy }: ProductCardGridProps) {
  return (
    <ul className="product-grid" aria-label={label}>
      {products.map((product, index) => (
        <Card key={product.sku} {...{ product, level }} lazy={index > 3} extra={extra?.(product)} buy={buy?.(product) ?? <AddToCart product={product} />} />
      ))}
    </ul>
  );
}

function Card({ product, level, lazy, extra, buy }: { product: ProductCard; level: 2 | 3; lazy: boolean; extra: ReactNode; buy: ReactNode }) {
  const t = useT();
  const { money } = useFormat();
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <li className="product-card">
      <ProductImage src={product.image} size={320} lazy={lazy} />
      <Heading>
        <a href={product.href}>{product.name}</a>
      </Heading>
      <p className="product-card-summary">{product.options || product.summary}</p>
      <div className="product-card-price">
        {product.isFrom ? <span className="price-from">{t('ui.priceFrom')} </span> : null}
        <Price amount={product.price} was={product.listPrice} />
        {product.tier ? <span className="product-card-tier">{t('ui.tierFrom', { from: product.tier.from, price: money(product.tier.price) })}</span> : null}
      </div>
      <StockNote stock={product.stock} />
      <div className="product-card-actions">
        {product.canAdd ? buy : null}
        {product.toChoose ? (
          <ButtonLink href={product.href} wide label={t('ui.chooseOptionsNamed', { name: product.name })}>
            {t('ui.chooseOptions')}
          </ButtonLink>
        ) : null}
        {extra}
      </div>
    </li>
  );
}

function AddToCart({ product }: { product: ProductCard }) {
  const t = useT();
  const { base } = useStore();
  return (
    <Form action={`${base}/cart/lines`} hidden={{ sku: product.sku, quantity: 1 }}>
      <Button wide icon="cart" label={t('ui.addToCartNamed', { name: product.options ? `${product.name}, ${product.options}` : product.name })}>
        {t('ui.addToCart')}
      </Button>
    </Form>
  );
}
