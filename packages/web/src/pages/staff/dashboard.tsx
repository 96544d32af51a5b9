import { formatDuration } from '../../i18n/format.ts';
import type { StaffDashboardProps } from '../../props/staff.ts';
import { useRequest, useT } from '../../shell/request-context.tsx';
import { Shell } from '../../shell/shell.tsx';
import { Alert } from '../../ui/alert.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Panel } from '../../ui/panel.tsx';
import { CommissionPanel } from './parts/commission-panel.tsx';
import { OpenCarts } from './parts/open-carts.tsx';
import { ReceiptBody } from './parts/receipt-body.tsx';
import { RecentCustomers } from './parts/recent-customers.tsx';
import { RecentOrders } from './parts/recent-orders.tsx';

/** What matters to one member of staff today (A6); right after an exit, first what was just done (B6). */
export function StaffDashboardPage(props: StaffDashboardProps) {
  const t = useT();
  const { receipt, inside } = props;
  return (
    <Shell title={props.receipt ? t('staff.receipt.title', { name: props.receipt.subjectName }) : t('staff.dashboard.title')}>
      <PageHeader
        title={t('staff.dashboard.hello', { name: props.firstName })}
        actions={
          <ButtonLink href="/staff/customers" tone="primary" icon="search">
            {t('staff.dashboard.find')}
          </ButtonLink>
        }
      />
      <div className="stack">
        {inside ? <Inside inside={inside} /> : null}
        {receipt ? (
          <Panel title={t('staff.receipt.title', { name: receipt.subjectName })} tone="actor" id="receipt">
            <ReceiptBody receipt={receipt} />
          </Panel>
        ) : null}
        <div className="dashboard">
          <NeedsMe items={props.needsMe} />
          <div className="stack">
            <RecentCustomers rows={props.recentCustomers} />
            <OpenCarts carts={props.openCarts} />
            <RecentOrders rows={props.recentOrders} />
          </div>
          <CommissionPanel commission={props.commission} chart={props.chart} />
        </div>
      </div>
    </Shell>
  );
}

function Inside({ inside }: { inside: NonNullable<StaffDashboardProps['inside']> }) {
  const t = useT();
  const { locale } = useRequest();
  return (
    <Alert
      tone="warn"
      title={t('staff.dashboard.inside', { name: inside.name })}
      action={
        <ButtonLink href={inside.href} icon="arrow-right">
          {t('staff.dashboard.goBackIn')}
        </ButtonLink>
      }
    >
      <p>{t('staff.dashboard.insideLeft', { time: formatDuration(inside.secondsLeft, locale) })}</p>
    </Alert>
  );
}

function NeedsMe({ items }: { items: StaffDashboardProps['needsMe'] }) {
  const t = useT();
  return (
    <Panel title={t('staff.dashboard.needsMe')} {...(items.length > 0 ? { tone: 'warn' as const } : {})}>
      {items.length === 0 ? (
        <p className="quiet-line">
          <Icon name="good" />
          {t('staff.dashboard.needsNothing')}
        </p>
      ) : (
        <ul className="needs">
          {items.map(({ text, href }) => (
            <li key={href + text}>
              <a href={href}>
                <Icon name="bell" />
                {text}
              </a>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
