import type { ReactNode } from 'react';
import type { ProductProps } from '../../../props/storefront.ts';
import { useRequest, useStore, useT } from '../../../shell/request-context.tsx';
import { Alert } from '../../../ui/alert.tsx';
import { Button } from '../../../ui/button.tsx';
import { FieldProblem } from '../../../ui/field.tsx';
import { Form } from '../../../ui/form.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { NumberStepper } from '../../../ui/number-stepper.tsx';
import { OptionGroup } from '../../../ui/option-group.tsx';
import { problemAt } from '../../../ui/problems.ts';
import { StockNote } from '../../../ui/stock-note.tsx';

/** Options where there are any, quantity, and the way into the cart; whoever can't buy may still choose and look. */
export function AddToCart(props: ProductProps) {
  const t = useT();
  const { cannotAddBecause, options } = props;
  if (cannotAddBecause !== 'view-mode') return <Buy {...props} />;
  return (
    <>
      {options.length > 0 ? (
        <Form action={props.href} method="get" label={t('product.options')} className="grid gap-4">
          <Options {...props} />
        </Form>
      ) : null}
      <Alert>{t('product.viewMode')}</Alert>
    </>
  );
}

/**
 * With options one form goes both ways: the choice is shown by a GET and bought by a POST, so that what is bought is what
 * is ticked. There the buttons that buy carry the form's token: a GET must not put it into the address.
 */
function Buy(props: ProductProps) {
  const t = useT();
  const { csrf } = useRequest();
  const { base } = useStore();
  const { sku, name, canAdd, options, problems, typed } = props;
  const problem = problemAt(problems, 'quantity');
  const isChosen = options.length > 0;
  const buys = isChosen ? { name: '_csrf', value: csrf } : {};
  return (
    <Form action={`${base}/cart/lines`} hidden={{ sku }} token={!isChosen} className="grid gap-4">
      {isChosen ? <EnterBuys {...buys} disabled={!canAdd} /> : null}
      {isChosen ? <Options {...props} /> : null}
      <div className="grid gap-2">
        <div className="buy-bar">
          <NumberStepper label={t('product.quantityOf', { name })} name="quantity" id="quantity" value={typed.quantity ?? 1} problem={problem} disabled={!canAdd} />
          <Button {...buys} tone="primary" size="large" icon="cart" disabled={!canAdd} describedBy={canAdd ? undefined : 'cannot-add'}>
            {t('ui.addToCart')}
          </Button>
        </div>
        {problem ? <FieldProblem id="quantity-problem" problem={problem} /> : null}
        {canAdd ? null : (
          <p id="cannot-add" className="field-hint">
            {t('product.outOfStock')}
          </p>
        )}
      </div>
    </Form>
  );
}

/** The first button of a form is the one that Enter presses. */
const EnterBuys = (props: { name?: string; value?: string; disabled: boolean }): ReactNode => <button type="submit" className="sr-only" tabIndex={-1} aria-hidden="true" {...props} />;

function Options(props: ProductProps) {
  const t = useT();
  const { options, href, choice, stock, stockCount, problems, cannotAddBecause } = props;
  return (
    <auto-submit class="grid gap-4">
      {options.map((option, index) => (
        <OptionGroup key={option.id} option={option} problem={index === 0 ? problemAt(problems, 'option') : undefined} />
      ))}
      <div className="option-outcome">
        {choice === 'made' ? <StockNote stock={stock} count={stockCount} /> : null}
        {choice === 'open' ? <p className="text-muted">{t('product.chooseFirst')}</p> : null}
        {choice === 'none' ? (
          <p className="stock stock-bad">
            <Icon name="bad" />
            {t('product.noSuchVersion')}
          </p>
        ) : null}
        <Button className="fallback" {...(cannotAddBecause === 'view-mode' ? {} : { formAction: href, formMethod: 'get' as const })}>
          {t('product.showVersion')}
        </Button>
      </div>
    </auto-submit>
  );
}
