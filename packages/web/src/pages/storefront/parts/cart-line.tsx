import type { CartLineView } from '../../../props/storefront.ts';
import { useFormat, useStore, useT } from '../../../shell/request-context.tsx';
import { Alert } from '../../../ui/alert.tsx';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { FieldProblem } from '../../../ui/field.tsx';
import { Form } from '../../../ui/form.tsx';
import { LineOptions } from '../../../ui/line-options.tsx';
import { NumberStepper } from '../../../ui/number-stepper.tsx';
import { Price } from '../../../ui/price.tsx';
import { problemAt, problemsBeside } from '../../../ui/problems.ts';
import { ProblemList } from '../../../ui/problem-list.tsx';
import { ProductImage } from '../../../ui/product-image.tsx';
import { StockNote } from '../../../ui/stock-note.tsx';
import { PriceChange, PriceEditor } from './price-editor.tsx';
import { WaitingPrice } from './waiting-price.tsx';
import { WhyPrice } from './why-price.tsx';

export interface CartLineProps {
  line: CartLineView;
  version: number;
  canChange: boolean;
}

/** One line of the cart: what, how many, what it costs, and in a context the price editor. */
export function CartLine(props: CartLineProps) {
  const { line } = props;
  const { money } = useFormat();
  const t = useT();
  const nameId = `line-${line.id}-name`;
  const home = line.edit?.state === 'open' ? `line-${line.id}-price` : props.canChange ? `line-${line.id}-quantity` : undefined;
  return (
    <li className="cart-line" aria-labelledby={nameId} id={`line-${line.id}`} data-home={home}>
      <ProductImage src={line.image} size={96} />
      <div className="cart-line-name">
        <h2 id={nameId}>
          <a href={line.href}>{line.name}</a>
        </h2>
        <LineOptions options={line.options} />
        <span className="cart-line-facts">
          <span className="sku">{line.sku}</span>
          <StockNote stock={line.stock} />
          {line.free ? (
            <Badge tone={line.free.state === 'applies' ? 'actor' : 'warn'} icon="tag">
              {line.free.label}
            </Badge>
          ) : null}
        </span>
      </div>
      <div className="cart-line-total">
        <Price amount={line.total} />
        <span className="text-muted tabular">{t('cart.each', { price: money(line.unit) })}</span>
      </div>
      <LineControls {...props} />
      <LineEditor {...props} />
      <WhyPrice why={line.why} />
    </li>
  );
}

function LineControls({ line, version, canChange }: CartLineProps) {
  const t = useT();
  const { number } = useFormat();
  const { base } = useStore();
  const problem = problemAt(line.problems, 'quantity');
  const id = `line-${line.id}-quantity`;
  if (!canChange) return <p className="cart-line-controls text-sm">{t('cart.quantityIs', { quantity: number(line.quantity) })}</p>;
  return (
    <div className="cart-line-controls">
      <Form action={`${base}/cart/lines/${line.id}`} hidden={{ version }}>
        <NumberStepper label={t('cart.quantity')} name="quantity" id={id} value={line.typed.quantity ?? line.quantity} problem={problem} />
        <Button>{t('cart.set')}</Button>
      </Form>
      <Form action={`${base}/cart/lines/${line.id}/remove`} hidden={{ version }}>
        <Button tone="quiet" icon="trash" label={t('cart.removeNamed', { name: line.name })}>
          <span className="max-sm:sr-only">{t('cart.remove')}</span>
        </Button>
      </Form>
      {problem ? <FieldProblem id={`${id}-problem`} problem={problem} /> : null}
    </div>
  );
}

/** Notices, refusals and the editor; nothing at all for a plain line. */
function LineEditor({ line, version, canChange }: CartLineProps) {
  const beside = problemsBeside(line.problems, ['quantity', 'price', 'alternative', 'reason']);
  if (!line.waiting && !line.notice && beside.length === 0 && !line.edit && !line.originalUnit) return null;
  return (
    <div className="cart-line-editor">
      {line.waiting ? <WaitingPrice line={line} waiting={line.waiting} {...{ version, canChange }} /> : null}
      {line.notice ? <Alert tone="warn">{line.notice}</Alert> : null}
      <ProblemList problems={beside} />
      {line.edit ? <PriceEditor line={line} edit={line.edit} version={version} /> : <PriceChange line={line} />}
    </div>
  );
}
