import type { AdminOrderProps, OrderSection } from '../../props/admin.ts';
import { useT } from '../../shell/request-context.tsx';
import { Shell } from '../../shell/shell.tsx';
import { OrderStatusBadge } from '../../ui/badge.tsx';
import { Breadcrumb } from '../../ui/breadcrumb.tsx';
import { DocumentTable, documentsTitle } from '../../ui/document-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProblemList } from '../../ui/problem-list.tsx';
import { problemsBeside } from '../../ui/problems.ts';
import { SideSections } from '../../ui/side-sections.tsx';
import { OrderComments } from '../staff/parts/order-comments.tsx';
import { useOrderLine } from '../staff/parts/order-body.tsx';
import { CommentForm } from './parts/comment-form.tsx';
import { OrderActions } from './parts/order-actions.tsx';
import { OrderInformation } from './parts/order-information.tsx';

const SECTIONS: readonly OrderSection[] = ['information', 'invoices', 'shipments', 'credit-memos', 'comments'];
const KIND = { invoices: 'invoice', shipments: 'shipment', 'credit-memos': 'credit-memo' } as const;

/** One order as an administrator knows it: "Order View" at the left, what can be done top right (F3, B12). */
export function AdminOrderPage(props: AdminOrderProps) {
  const t = useT();
  const { order, section, problems } = props;
  const title = t('staff.order.title', { number: order.number });
  const here = `/admin/orders/${order.number}`;
  const sections = SECTIONS.map((one) => ({
    label: one === 'information' || one === 'comments' ? t(`sales.view.${one}`) : t(documentsTitle[KIND[one]]),
    href: one === 'information' ? here : `${here}?section=${one}`,
    current: one === section,
  }));
  return (
    <Shell title={title}>
      <PageHeader
        above={<Breadcrumb crumbs={[{ name: t('admin.orders.title'), href: '/admin/orders' }]} here={order.number} />}
        title={
          <>
            {title} <OrderStatusBadge status={order.status} />
          </>
        }
        text={useOrderLine(order)}
        actions={<OrderActions {...props} />}
      />
      <ProblemList problems={problemsBeside(problems, ['text'])} />
      <SideSections title={t('sales.view')} sections={sections}>
        <Section {...props} />
      </SideSections>
    </Shell>
  );
}

function Section(props: AdminOrderProps) {
  const t = useT();
  const { section, order, documents } = props;
  if (section === 'information') return <OrderInformation {...props} />;
  if (section === 'comments') {
    return (
      <>
        <OrderComments comments={order.comments} />
        <CommentForm {...props} />
      </>
    );
  }
  const kind = KIND[section];
  const rows = documents.filter((document) => document.kind === kind);
  if (rows.length === 0) return <EmptyState icon="orders" title={t(`sales.none.${kind}`)} text="" />;
  return <DocumentTable kind={kind} rows={rows} />;
}
