import type { ProductProps } from '../../../props/storefront.ts';
import { useRequest, useStore, useT } from '../../../shell/request-context.tsx';
import { Alert } from '../../../ui/alert.tsx';
import { Button } from '../../../ui/button.tsx';
import { FieldProblem } from '../../../ui/field.tsx';
import { Form } from '../../../ui/form.tsx';
import { NumberStepper } from '../../../ui/number-stepper.tsx';
import { Price } from '../../../ui/price.tsx';
import { problemAt, problemsBeside } from '../../../ui/problems.ts';
import { ProblemList } from '../../../ui/problem-list.tsx';
import { StockNote } from '../../../ui/stock-note.tsx';
import { WhyPrice } from './why-price.tsx';

/** Name, price, tiers, stock, and the way into the cart. */
export function ProductBuy(props: ProductProps) {
  const t = useT();
  const { pricesIncludeTax } = useStore();
  const { name, sku, summary, price, listPrice, unit, stock, stockCount, problems } = props;
  const included = pricesIncludeTax ? 'yes' : 'no';
  return (
    <div className="product-buy">
      <header className="grid gap-2">
        <h1 id="page-title" tabIndex={-1}>
          {name}
        </h1>
        <p className="sku">
          <span className="sr-only">{t('product.sku')} </span>
          {sku}
        </p>
        <p className="text-muted">{summary}</p>
      </header>
      <div>
        <Price amount={price} was={listPrice} size="display" />
        <p className="text-sm text-muted">{t('product.priceNote', { unit, included })}</p>
      </div>
      <Tiers {...props} />
      <WhyPrice why={props.why} />
      <StockNote stock={stock} count={stockCount} />
      <ProblemList problems={problemsBeside(problems, ['quantity'])} />
      <AddToCart {...props} />
      <WishlistButton {...props} />
    </div>
  );
}

function Tiers({ tiers, unit }: ProductProps) {
  const t = useT();
  if (tiers.length === 0) return null;
  return (
    <table className="tiers">
      <caption>{t('product.tiers')}</caption>
      <tbody>
        {tiers.map((tier) => (
          <tr key={tier.from}>
            <th scope="row">{t('product.tierFrom', { from: tier.from })}</th>
            <td>
              <Price amount={tier.price} /> <span className="text-muted">{t('product.perUnit', { unit })}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function AddToCart({ sku, name, canAdd, cannotAddBecause, problems, typed }: ProductProps) {
  const t = useT();
  const { base } = useStore();
  const problem = problemAt(problems, 'quantity');
  if (cannotAddBecause === 'view-mode') return <Alert>{t('product.viewMode')}</Alert>;
  return (
    <Form action={`${base}/cart/lines`} hidden={{ sku }} className="grid gap-2">
      <div className="buy-bar">
        <NumberStepper label={t('product.quantityOf', { name })} name="quantity" id="quantity" value={typed.quantity ?? 1} problem={problem} disabled={!canAdd} />
        <Button tone="primary" size="large" icon="cart" disabled={!canAdd} describedBy={canAdd ? undefined : 'cannot-add'}>
          {t('ui.addToCart')}
        </Button>
      </div>
      {problem ? <FieldProblem id="quantity-problem" problem={problem} /> : null}
      {canAdd ? null : (
        <p id="cannot-add" className="field-hint">
          {t('product.outOfStock')}
        </p>
      )}
    </Form>
  );
}

function WishlistButton({ sku, onWishlist, cannotAddBecause }: ProductProps) {
  const t = useT();
  const { viewer } = useRequest();
  const { base } = useStore();
  if (viewer.kind === 'guest' || cannotAddBecause === 'view-mode') return null;
  return (
    <Form action={`${base}/account/wishlist${onWishlist ? '/remove' : ''}`} hidden={{ sku }}>
      <Button tone="quiet" icon="heart" className={onWishlist ? '-ms-3 is-on' : '-ms-3'}>
        {t(onWishlist ? 'product.removeFromWishlist' : 'product.addToWishlist')}
      </Button>
    </Form>
  );
}
