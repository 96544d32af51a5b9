import type { CartProps } from '../../../props/storefront.ts';
import type { Problem, Typed } from '../../../props/shared.ts';
import { useFormat, useStore, useT } from '../../../shell/request-context.tsx';
import { Button } from '../../../ui/button.tsx';
import { Details } from '../../../ui/details.tsx';
import { Form } from '../../../ui/form.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { problemAt, problemsBeside } from '../../../ui/problems.ts';
import { ProblemList } from '../../../ui/problem-list.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';

type Give = NonNullable<CartProps['concessions']['give']>;

type FormName = 'discount' | 'free-shipping' | 'free-item';

interface FormProps {
  give: Give;
  version: number;
  /** Only where this very form was refused. */
  problems: readonly Problem[];
  typed: Typed;
}

/** What the actor may give: off the whole cart, the shipping, an item (C10). */
export function GivePanel({ concessions, version, lines, problems, typed }: CartProps) {
  const t = useT();
  const { give } = concessions;
  if (!give) return null;
  const own = (form: FormName): FormProps => (typed.form === form ? { give, version, problems, typed } : { give, version, problems: [], typed: {} });
  return (
    <Panel tone="actor" title={t('cart.give')}>
      <div className="give">
        {lines.length > 0 ? (
          <>
            <Details summary={t('cart.giveDiscount')} open={typed.form === 'discount'}>
              <DiscountForm {...own('discount')} />
            </Details>
            {concessions.freeShipping?.state === 'applies' ? null : (
              <Details summary={t('cart.giveFreeShipping')} open={typed.form === 'free-shipping'}>
                <FreeShippingForm {...own('free-shipping')} />
              </Details>
            )}
          </>
        ) : null}
        <Details summary={t('cart.giveFreeItem')} open={typed.form === 'free-item'}>
          <FreeItemForm {...own('free-item')} />
        </Details>
      </div>
    </Panel>
  );
}

function DiscountForm({ give, version, problems, typed }: FormProps) {
  const t = useT();
  const { base } = useStore();
  const { money } = useFormat();
  return (
    <Form action={`${base}/cart/discount`} hidden={{ version }} className="give-form" label={t('cart.giveDiscount')}>
      <ProblemList problems={problemsBeside(problems, ['percent', 'amount', 'reason'])} />
      <TextField label={t('cart.percentOff')} name="percent" id="discount-percent" value={typed.percent} problem={problemAt(problems, 'percent')} inputMode="decimal" autoComplete="off" maxLength={10} />
      <TextField label={t('cart.amountOff')} name="amount" id="discount-amount" value={typed.amount} problem={problemAt(problems, 'amount')} inputMode="decimal" autoComplete="off" maxLength={20} />
      {give.most ? <p className="text-sm text-muted">{t('cart.discountMost', { most: money(give.most) })}</p> : null}
      <Reason id="discount-reason" reasons={give.reasons} problems={problems} typed={typed} />
      <Button>{t('cart.applyDiscount')}</Button>
    </Form>
  );
}

function FreeShippingForm({ give, version, problems, typed }: FormProps) {
  const t = useT();
  const { base } = useStore();
  return (
    <Form action={`${base}/cart/free-shipping`} hidden={{ version }} className="give-form" label={t('cart.giveFreeShipping')}>
      <ProblemList problems={problemsBeside(problems, ['reason'])} />
      <Reason id="shipping-reason" reasons={give.reasons} problems={problems} typed={typed} />
      <Button>{t('cart.applyFreeShipping')}</Button>
    </Form>
  );
}

function FreeItemForm({ give, problems, typed }: FormProps) {
  const t = useT();
  const { base } = useStore();
  return (
    <Form action={`${base}/cart/free-items`} className="give-form" label={t('cart.giveFreeItem')}>
      <ProblemList problems={problemsBeside(problems, ['sku', 'quantity', 'reason'])} />
      <TextField label={t('product.sku')} name="sku" id="free-sku" value={typed.sku} problem={problemAt(problems, 'sku')} autoComplete="off" maxLength={64} required />
      <TextField label={t('cart.quantity')} name="quantity" id="free-quantity" value={typed.quantity ?? '1'} problem={problemAt(problems, 'quantity')} inputMode="numeric" autoComplete="off" maxLength={5} />
      <Reason id="free-reason" reasons={give.freeReasons} problems={problems} typed={typed} />
      <Button>{t('cart.addFreeItem')}</Button>
    </Form>
  );
}

function Reason({ id, reasons, problems, typed }: { id: string; reasons: Give['reasons'] } & Pick<FormProps, 'problems' | 'typed'>) {
  const t = useT();
  return (
    <Select
      label={t('cart.giveReason')}
      name="reason"
      id={id}
      value={typed.reason ?? ''}
      options={[{ value: '', label: t('cart.chooseReason'), isPrompt: true }, ...reasons]}
      problem={problemAt(problems, 'reason')}
    />
  );
}
