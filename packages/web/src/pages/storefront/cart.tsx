import type { CartProps } from '../../props/storefront.ts';
import { Shell } from '../../shell/shell.tsx';
import { useRequest, useStore, useT } from '../../shell/request-context.tsx';
import { Alert } from '../../ui/alert.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Form } from '../../ui/form.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Price } from '../../ui/price.tsx';
import { problemsBeside } from '../../ui/problems.ts';
import { ProblemList } from '../../ui/problem-list.tsx';
import { TotalsList } from '../../ui/totals-list.tsx';
import { CartLine } from './parts/cart-line.tsx';
import { CommissionLine } from './parts/commission-line.tsx';
import { CouponForm } from './parts/coupon-form.tsx';
import { GivePanel } from './parts/give.tsx';
import { Given } from './parts/given.tsx';
import { SideCartNotice } from './parts/side-cart-notice.tsx';
import { GuestCode, TakeOver } from './parts/guest-cart.tsx';
import { RestoreCart } from './parts/restore-cart.tsx';
import { UsualStrip } from './parts/usual-strip.tsx';

export function CartPage(props: CartProps) {
  const t = useT();
  const { base } = useStore();
  const isGuest = useRequest().viewer.kind === 'guest';
  const { lines } = props;
  return (
    <Shell title={t('cart.title')}>
      <PageHeader
        title={t('cart.title')}
        text={lines.length > 0 ? t('cart.count', { count: lines.length }) : undefined}
        actions={
          props.canChange && !isGuest ? (
            <ButtonLink href={`${base}/quick-order`} icon="orders">
              {t('quick.title')}
            </ButtonLink>
          ) : undefined
        }
      />
      <SideCartNotice {...props} />
      {props.concessions.replacementOf && lines.length > 0 ? (
        <Alert tone="info">
          {t('order.replaces')} {props.concessions.replacementOf}
        </Alert>
      ) : null}
      <UsualStrip usual={props.usual} />
      {lines.length === 0 ? <EmptyCart {...props} /> : <FilledCart {...props} />}
    </Shell>
  );
}

function EmptyCart(props: CartProps) {
  const t = useT();
  const isGuest = useRequest().viewer.kind === 'guest';
  const { base } = useStore();
  return (
    <div className="grid gap-4">
      <ProblemList problems={problemsAbove(props)} />
      <EmptyState
        icon="cart"
        title={t('cart.empty')}
        text={t(isGuest ? 'cart.emptyGuest' : 'cart.emptyText')}
        action={
          <ButtonLink href={`${base}/`} tone="primary">
            {t('cart.browse')}
          </ButtonLink>
        }
      />
      <GivePanel {...props} />
      <TakeOver {...props} />
      <RestoreCart {...props} />
    </div>
  );
}

/** What belongs to no field of the page. */
const problemsAbove = ({ problems, typed }: CartProps) => (typed.form ? [] : problemsBeside(problems, ['code']));

function FilledCart(props: CartProps) {
  const t = useT();
  const isGuest = useRequest().viewer.kind === 'guest';
  const { version, lines, totals, shippingFrom, canChange, commission } = props;
  return (
    <div className="with-summary">
      <div className="grid min-w-0 content-start gap-4">
        <ProblemList problems={problemsAbove(props)} />
        <ul className="cart-lines" aria-label={t('cart.lines')}>
          {lines.map((line) => (
            <CartLine key={line.id} {...{ line, version, canChange }} />
          ))}
        </ul>
        <GivePanel {...props} />
        <TakeOver {...props} />
        <RestoreCart {...props} />
      </div>
      <div className="summary">
        <Panel title={t('cart.summary')}>
          <div className="grid gap-4">
            <TotalsList totals={totals} shippingFrom={shippingFrom} />
            <Given {...props} />
            <Proceed {...props} className="undocked" />
            {isGuest ? <p className="text-sm text-muted">{t('cart.guest')}</p> : null}
            {props.couponOver ? <Alert tone="warn">{props.couponOver}</Alert> : null}
            {canChange ? <CouponForm {...props} /> : null}
          </div>
        </Panel>
        {commission ? <CommissionLine amount={commission} /> : null}
        <GuestCode />
      </div>
      <div className="dock">
        <span className="grid">
          <span className="text-xs text-muted">{t('ui.total')}</span>
          <Price amount={totals.total} size="large" />
        </span>
        <Proceed {...props} />
      </div>
    </div>
  );
}

function Proceed({ canCheckout, className }: CartProps & { className?: string }) {
  const t = useT();
  const { base } = useStore();
  return (
    <Form action={`${base}/checkout`} method="get" className={className}>
      <Button tone="primary" size="large" wide disabled={!canCheckout} title={canCheckout ? undefined : t('cart.cannotCheckout')}>
        {t('cart.proceed')}
      </Button>
    </Form>
  );
}
