import type { ProductProps } from '../../../props/storefront.ts';
import { useRequest, useStore, useT } from '../../../shell/request-context.tsx';
import { Button, ButtonLink } from '../../../ui/button.tsx';
import { Form } from '../../../ui/form.tsx';
import { Price } from '../../../ui/price.tsx';
import { problemsBeside } from '../../../ui/problems.ts';
import { ProblemList } from '../../../ui/problem-list.tsx';
import { StockNote } from '../../../ui/stock-note.tsx';
import { AddToCart } from './add-to-cart.tsx';
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
        {props.isFrom && props.choice !== 'made' ? <span className="price-from">{t('ui.priceFrom')} </span> : null}
        <Price amount={price} was={listPrice} size="display" />
        <p className="text-sm text-muted">{t('product.priceNote', { unit, included })}</p>
      </div>
      <Tiers {...props} />
      <WhyPrice why={props.why} />
      {props.options.length > 0 ? null : <StockNote stock={stock} count={stockCount} />}
      <ProblemList problems={problemsBeside(problems, ['quantity', 'option'])} />
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

/** A guest has no list: the way leads over the login back to this page, where it is one tap. Following a link keeps nothing. */
function WishlistButton({ sku, href, options, onWishlist, cannotAddBecause }: ProductProps) {
  const t = useT();
  const { viewer } = useRequest();
  const { base } = useStore();
  if (cannotAddBecause === 'view-mode') return null;
  if (viewer.kind === 'guest') {
    const chosen = options.flatMap(({ id, values }) => values.filter((value) => value.isChosen).map((value) => `option.${id}=${value.id}`)).join('&');
    return (
      <ButtonLink tone="quiet" icon="heart" className="-ms-3" href={`${base}/account/login?next=${encodeURIComponent(chosen === '' ? href : `${href}?${chosen}`)}`}>
        {t('product.logInForWishlist')}
      </ButtonLink>
    );
  }
  return (
    <Form action={`${base}/account/wishlist${onWishlist ? '/remove' : ''}`} hidden={{ sku }}>
      <Button tone="quiet" icon="heart" className={onWishlist ? '-ms-3 is-on' : '-ms-3'}>
        {t(onWishlist ? 'product.removeFromWishlist' : 'product.addToWishlist')}
      </Button>
    </Form>
  );
}
