import type { CheckoutProps } from '../../props/storefront.ts';
import { Shell } from '../../shell/shell.tsx';
import { useStore, useT } from '../../shell/request-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { LineList } from '../../ui/line-list.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Price } from '../../ui/price.tsx';
import { problemsBeside } from '../../ui/problems.ts';
import { ProblemList } from '../../ui/problem-list.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TotalsList } from '../../ui/totals-list.tsx';
import { addressFieldNames } from './parts/address-fields.tsx';
import { CheckoutAddress } from './parts/checkout-address.tsx';
import { CheckoutChanges } from './parts/checkout-changes.tsx';
import { CheckoutPayment, CheckoutShipping } from './parts/checkout-methods.tsx';
import { ReadOut } from './parts/read-out.tsx';

const shownAtFields = [...addressFieldNames, 'address', 'billing', 'shipping', 'payment', 'purchaseOrder', 'comment'];

export function CheckoutPage(props: CheckoutProps) {
  const t = useT();
  const { base } = useStore();
  const { version, idempotencyKey, totals, lines, problems, typed, needsShipping, assisted } = props;
  return (
    <Shell title={t('checkout.title')}>
      <PageHeader title={t('checkout.title')} />
      <Form action={`${base}/checkout/place`} className="with-summary" hidden={{ version, key: idempotencyKey, expectedTotal: totals.total.minor.toString(), seen: props.seen }} noValidate>
        <div className="grid min-w-0 content-start gap-4">
          <ProblemList problems={problemsBeside(problems, shownAtFields)} />
          <CheckoutChanges changes={props.changes} />
          <CheckoutAddress {...props} />
          {needsShipping ? <CheckoutShipping {...props} /> : null}
          <CheckoutPayment {...props} />
          <Panel>
            <TextArea label={t('checkout.comment')} name="comment" value={typed.comment} hint={t('checkout.commentHint')} maxLength={2000} optional />
          </Panel>
          <Panel title={t('checkout.review')}>
            <LineList lines={lines} label={t('checkout.review')} />
          </Panel>
        </div>
        <div className="summary">
          {assisted ? <ReadOut {...props} /> : null}
          <Panel title={t('checkout.total')}>
            <div className="grid gap-4">
              <TotalsList totals={totals} large />
              <PlaceOrder className="undocked" />
              <p className="text-xs text-muted">{t('checkout.placeNote')}</p>
            </div>
          </Panel>
        </div>
        <div className="dock">
          <Price amount={totals.total} size="large" />
          <PlaceOrder />
        </div>
      </Form>
    </Shell>
  );
}

function PlaceOrder({ className }: { className?: string }) {
  const t = useT();
  return (
    <Button tone="primary" size="large" wide={className !== undefined} className={className}>
      {t('checkout.place')}
    </Button>
  );
}
