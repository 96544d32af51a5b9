import type { EndReason } from '@onbehalf/core';
import type { AssistEndedProps } from '../../props/storefront.ts';
import { Shell } from '../../shell/shell.tsx';
import { useFormat, useRequest, useT } from '../../shell/request-context.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { DataList } from '../../ui/data-list.tsx';
import { Form } from '../../ui/form.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Panel } from '../../ui/panel.tsx';
import { PersonTag } from '../../ui/person-tag.tsx';

const CART = { kept: 'ended.cartKept', 'as-on-entry': 'ended.cartAsBefore', 'changed-by-others': 'ended.cartChangedByOthers' } as const;

type Next = 'again' | 'customer' | 'consent' | 'administrator' | 'lead' | 'closed';

/** What can be done about each end; what leads back to the one customer leads to that customer's page. */
const NEXT: Readonly<Record<EndReason, Next>> = {
  exit: 'again', switch: 'again', idle: 'again', 'hard-limit': 'again', 'staff-logout': 'again', 'password-changed': 'again', 'second-factor-changed': 'again', 'second-factor-required': 'again', 'ended-elsewhere': 'again', 'new-login': 'again',
  'stopped-by-customer': 'customer',
  'consent-withdrawn': 'consent', 'consent-expired': 'consent', 'consent-missing': 'consent',
  'actor-deactivated': 'administrator', 'permission-lost': 'administrator', 'ended-by-administrator': 'administrator', 'address-changed': 'administrator', 'store-lost': 'administrator', 'feature-off': 'administrator',
  'assignment-lost': 'lead',
  'customer-blocked': 'closed', 'customer-inactive': 'closed', 'customer-suspended': 'closed', 'store-unavailable': 'closed',
};

/** A context that is over says so, and never turns into somebody else's page (B9). */
export function AssistEndedPage(props: AssistEndedProps) {
  const t = useT();
  const { people, reason, reasonCode } = props;
  const title = t('ended.title', { reason });
  return (
    <Shell title={title} width="reading">
      <PageHeader title={title} text={people ? t('ended.text', { name: people.subject }) : t('ended.textNobody')} />
      {people ? <Facts {...props} people={people} /> : null}
      <WayOn {...props} />
      {reasonCode === 'idle' ? <p className="mt-6 text-sm text-muted">{t('ended.longer')}</p> : null}
    </Shell>
  );
}

function Facts({ people, endedAt, cart, mustLogIn }: AssistEndedProps & { people: NonNullable<AssistEndedProps['people']> }) {
  const t = useT();
  const { date } = useFormat();
  const facts = [
    { label: t('ui.subject'), value: <PersonTag who="subject" name={people.subject} hideWord /> },
    { label: t('ui.actor'), value: <PersonTag who="actor" name={people.actor} hideWord /> },
    ...(endedAt ? [{ label: t('ended.at'), value: <time dateTime={endedAt.toISOString()}>{date(endedAt, 'dateTime')}</time> }] : []),
    { label: t('ended.staffSession'), value: t(mustLogIn ? 'ended.staffSessionOver' : 'ended.staffSessionOn') },
    { label: t('ended.customerSession'), value: t('ended.customerSessionOver') },
    { label: t('ended.cart'), value: t(CART[cart]) },
    { label: t('ended.orders'), value: t('ended.ordersKept') },
  ];
  return (
    <Panel tone="actor">
      <DataList items={facts} />
    </Panel>
  );
}

/** What next, in the portal; and the way into the shop, which forgets the assist session in this browser. */
function WayOn({ reasonCode, mustLogIn, customersHref, customerHref }: AssistEndedProps) {
  const t = useT();
  const base = useRequest().store?.base ?? '';
  const next = reasonCode === null ? null : NEXT[reasonCode];
  const href = next === 'again' || next === 'customer' || next === 'consent' ? customerHref : customersHref;
  return (
    <div className="mt-6 grid justify-items-start gap-2">
      <p>{t(next === null ? 'ended.next.unknown' : next === 'again' && mustLogIn ? 'ended.next.login' : `ended.next.${next}`)}</p>
      <div className="ended-ways">
        <ButtonLink href={href} tone="primary" size="large" icon="arrow-left">
          {t(mustLogIn && next === 'again' ? 'ended.logIn' : 'ended.back')}
        </ButtonLink>
        <Form action={`${base}/assist/leave`} boost={false} hidden={{ to: 'shop' }}>
          <Button tone="quiet" size="large">
            {t('ended.toShop')}
          </Button>
        </Form>
      </div>
    </div>
  );
}
