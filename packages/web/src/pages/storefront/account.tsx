import type { AccountProps } from '../../props/storefront.ts';
import { useRequest, useStore, useT } from '../../shell/request-context.tsx';
import { AddressBlock } from '../../ui/address-block.tsx';
import { Badge } from '../../ui/badge.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { DataList } from '../../ui/data-list.tsx';
import { EmailText } from '../../ui/email-text.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Panel } from '../../ui/panel.tsx';
import { AccountLayout } from './parts/account-layout.tsx';
import { ContextNote } from './parts/context-note.tsx';
import { OrderTable } from './parts/order-table.tsx';

export function AccountPage(props: AccountProps) {
  const t = useT();
  const { base } = useStore();
  const { assist } = useRequest();
  const { name, company, openCart } = props;
  // A link must not promise what the mode doesn't give (B17).
  const change = t(assist === null || assist.mode === 'full' ? 'account.edit' : 'account.look');
  return (
    <AccountLayout title={t('account.title')}>
      <PageHeader title={<bdi>{name}</bdi>} text={company || undefined} />
      <div className="grid gap-4">
        {openCart ? <OpenCart cart={openCart} /> : null}
        <RecentOrders {...props} />
        <ContextNote {...props} />
        <div className="card-grid">
          <Panel title={t('account.defaultAddress')} actions={<a href={`${base}/account/addresses`}>{change}</a>}>
            {props.defaultAddress ? <AddressBlock address={props.defaultAddress} /> : <p className="text-sm text-muted">{t('account.noAddress')}</p>}
          </Panel>
          <Panel title={t('account.contact')} actions={<a href={`${base}/account/information`}>{change}</a>}>
            <Contact {...props} />
          </Panel>
        </div>
      </div>
    </AccountLayout>
  );
}

function OpenCart({ cart }: { cart: NonNullable<AccountProps['openCart']> }) {
  const t = useT();
  const { base } = useStore();
  return (
    <Panel>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p>
          <span className="font-semibold">{t('account.openCart')}</span>{' '}
          <span className="text-muted tabular">{t('account.openCartText', { pieces: cart.pieces })}</span>
        </p>
        <ButtonLink href={`${base}/cart`} tone="primary">
          {t('account.goToCart')}
        </ButtonLink>
      </div>
    </Panel>
  );
}

function RecentOrders({ recentOrders }: AccountProps) {
  const t = useT();
  const { base } = useStore();
  if (recentOrders.length === 0) {
    return (
      <Panel title={t('account.recentOrders')}>
        <EmptyState icon="orders" title={t('orders.empty')} text={t('orders.emptyText')} level={3} />
      </Panel>
    );
  }
  return (
    <Panel title={t('account.recentOrders')} actions={<a href={`${base}/account/orders`}>{t('account.allOrders')}</a>}>
      <div className="panel-table">
        <OrderTable orders={recentOrders} />
      </div>
    </Panel>
  );
}

function Contact({ email, consent, newsletter }: AccountProps) {
  const t = useT();
  return (
    <DataList
      layout="stacked"
      items={[
        { label: t('login.email'), value: <EmailText email={email} /> },
        { label: t('account.assistance'), value: <Badge tone={consent === 'given' ? 'good' : 'neutral'}>{t(`account.consent.${consent}`)}</Badge> },
        { label: t('newsletter.short'), value: t(newsletter ? 'newsletter.yes' : 'newsletter.no') },
      ]}
    />
  );
}
