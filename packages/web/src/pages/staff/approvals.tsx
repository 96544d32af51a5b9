import type { ApprovalsProps, ApprovalView } from '../../props/staff.ts';
import { useFormat, useRequest, useT } from '../../shell/request-context.tsx';
import { Shell } from '../../shell/shell.tsx';
import { Badge } from '../../ui/badge.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { formatPercent } from '../../ui/format.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Price } from '../../ui/price.tsx';
import { Table, type Column } from '../../ui/table.tsx';

/** Prices that wait for a second person, and what was decided last (C5). */
export function StaffApprovalsPage({ waiting, decided }: ApprovalsProps) {
  const t = useT();
  return (
    <Shell title={t('approval.title')}>
      <PageHeader title={t('approval.title')} text={t('approval.text')} />
      <div className="stack">
        <Panel title={t('approval.waiting')} flush={waiting.length > 0}>
          {waiting.length === 0 ? (
            <EmptyState level={3} icon="good" title={t('approval.none')} text={t('approval.noneText')} />
          ) : (
            <Waiting rows={waiting} />
          )}
        </Panel>
        {decided.length > 0 ? (
          <Panel title={t('approval.decided')} flush>
            <Decided rows={decided} />
          </Panel>
        ) : null}
      </div>
    </Shell>
  );
}

function Waiting({ rows }: { rows: readonly ApprovalView[] }) {
  const t = useT();
  const { date } = useFormat();
  const columns: Column<ApprovalView>[] = [
    ...useSharedColumns(),
    { key: 'reason', label: t('approval.reason'), cell: (row) => row.reason },
    { key: 'asked', label: t('approval.asked'), cell: (row) => date(row.askedAt, 'dateTime') },
    ...useAmountColumns(),
  ];
  return <Table caption={t('approval.waiting')} columns={columns} rows={rows} rowKey={(row) => row.id} />;
}

function Decided({ rows }: { rows: readonly ApprovalView[] }) {
  const t = useT();
  const columns: Column<ApprovalView>[] = [
    ...useSharedColumns(),
    { key: 'result', label: t('approval.result'), cell: (row) => <ApprovalBadge approval={row} /> },
    { key: 'by', label: t('approval.by'), cell: (row) => row.decided?.by ?? '' },
    ...useAmountColumns(),
  ];
  return <Table caption={t('approval.decided')} columns={columns} rows={rows} rowKey={(row) => row.id} />;
}

function ApprovalBadge({ approval }: { approval: ApprovalView }) {
  const t = useT();
  return approval.status === 'approved' ? (
    <Badge tone="good" icon="check">
      {t('approval.status.approved')}
    </Badge>
  ) : (
    <Badge tone="warn" icon="close">
      {t('approval.status.declined')}
    </Badge>
  );
}

function useSharedColumns(): Column<ApprovalView>[] {
  const t = useT();
  return [
    { key: 'product', label: t('approval.product'), primary: true, cell: (row) => <a href={row.href}>{row.product.name}</a> },
    { key: 'customer', label: t('approval.customer'), cell: (row) => <bdi>{row.customer.name}</bdi> },
    { key: 'actor', label: t('approval.actor'), cell: (row) => <bdi>{row.actorName}</bdi> },
  ];
}

function useAmountColumns(): Column<ApprovalView>[] {
  const t = useT();
  const { number } = useFormat();
  const { locale } = useRequest();
  return [
    { key: 'quantity', label: t('approval.quantity'), align: 'end', cell: (row) => number(row.quantity) },
    { key: 'normal', label: t('approval.normal'), align: 'end', cell: (row) => <Price amount={row.normal} /> },
    { key: 'price', label: t('approval.price'), align: 'end', cell: (row) => <Price amount={row.price} /> },
    { key: 'difference', label: t('approval.difference'), align: 'end', cell: (row) => formatPercent(row.difference.percent, locale) },
  ];
}
