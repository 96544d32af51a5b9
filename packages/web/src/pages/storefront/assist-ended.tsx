import type { AssistEndedProps } from '../../props/storefront.ts';
import { Shell } from '../../shell/shell.tsx';
import { useFormat, useT } from '../../shell/request-context.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { DataList } from '../../ui/data-list.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Panel } from '../../ui/panel.tsx';
import { PersonTag } from '../../ui/person-tag.tsx';

const CART = { kept: 'ended.cartKept', 'as-on-entry': 'ended.cartAsBefore', 'changed-by-others': 'ended.cartChangedByOthers' } as const;

/** A context that is over says so, and never turns into somebody else's page (B9). */
export function AssistEndedPage({ subjectName, actorName, reason, reasonCode, endedAt, cart, mustLogIn, backHref }: AssistEndedProps) {
  const t = useT();
  const { date } = useFormat();
  const title = t('ended.title', { reason });
  const facts = [
    { label: t('ui.subject'), value: <PersonTag who="subject" name={subjectName} hideWord /> },
    { label: t('ui.actor'), value: <PersonTag who="actor" name={actorName} hideWord /> },
    { label: t('ended.at'), value: <time dateTime={endedAt.toISOString()}>{date(endedAt, 'dateTime')}</time> },
    { label: t('ended.staffSession'), value: t(mustLogIn ? 'ended.staffSessionOver' : 'ended.staffSessionOn') },
    { label: t('ended.customerSession'), value: t('ended.customerSessionOver') },
    { label: t('ended.cart'), value: t(CART[cart]) },
    { label: t('ended.orders'), value: t('ended.ordersKept') },
  ];
  return (
    <Shell title={title} width="reading">
      <PageHeader title={title} text={t('ended.text', { name: subjectName })} />
      <Panel tone="actor">
        <DataList items={facts} />
      </Panel>
      <div className="mt-6 grid justify-items-start gap-2">
        <ButtonLink href={backHref} tone="primary" size="large" icon="arrow-left">
          {t(mustLogIn ? 'ended.logIn' : 'ended.back')}
        </ButtonLink>
        <p className="text-sm text-muted">{t(mustLogIn ? 'ended.logInText' : 'ended.backText')}</p>
        {reasonCode === 'idle' ? <p className="text-sm text-muted">{t('ended.longer')}</p> : null}
      </div>
    </Shell>
  );
}
