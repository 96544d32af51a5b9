import type { SideCartProps } from '../../props/side-cart.ts';
import { Shell } from '../../shell/shell.tsx';
import { useFormat, useStore, useT } from '../../shell/request-context.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { LineList } from '../../ui/line-list.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ProblemList } from '../../ui/problem-list.tsx';
import { TotalsList } from '../../ui/totals-list.tsx';

/** A cart that staff prepared, for the customer to take or leave (C8). */
export function SideCartPage({ open, problems }: SideCartProps) {
  const t = useT();
  const { base } = useStore();
  const { date } = useFormat();
  if (open === null) {
    return (
      <Shell title={t('sideCart.title')} width="reading">
        <PageHeader title={t('sideCart.title')} />
        <ProblemList problems={problems} />
        <ButtonLink href={`${base}/cart`}>{t('cart.title')}</ButtonLink>
      </Shell>
    );
  }
  const { id, by, sentAt, lines, totals } = open;
  return (
    <Shell title={t('sideCart.titleBy', { name: by })} width="reading">
      <PageHeader title={t('sideCart.titleBy', { name: by })} text={t('sideCart.text', { at: date(sentAt, 'dateTime') })} />
      <div className="grid gap-4">
        <Panel>
          <LineList lines={lines} label={t('cart.lines')} />
        </Panel>
        <Panel title={t('cart.summary')}>
          <TotalsList totals={totals} />
        </Panel>
        <div className="cluster">
          <Form action={`${base}/account/side-carts/${id}/accept`}>
            <Button tone="primary" size="large">
              {t('sideCart.accept')}
            </Button>
          </Form>
          <Form action={`${base}/account/side-carts/${id}/decline`}>
            <Button size="large">{t('sideCart.decline')}</Button>
          </Form>
        </div>
        <p className="text-sm text-muted">{t('sideCart.how')}</p>
      </div>
    </Shell>
  );
}
