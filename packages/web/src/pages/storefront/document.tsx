import type { DocumentProps } from '../../props/storefront.ts';
import { useFormat, useStore, useT } from '../../shell/request-context.tsx';
import { AddressBlock } from '../../ui/address-block.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { Breadcrumb } from '../../ui/breadcrumb.tsx';
import { DataList } from '../../ui/data-list.tsx';
import { DocumentItems, PaymentBadge } from '../../ui/document-body.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Panel } from '../../ui/panel.tsx';
import { PrintButton } from '../../ui/print-button.tsx';
import { AccountLayout } from './parts/account-layout.tsx';

/** An invoice, a shipment or a refund of the customer's own order, as it is printed (F3). */
export function DocumentPage({ document, order }: DocumentProps) {
  const t = useT();
  const { date, day } = useFormat();
  const { base } = useStore();
  const title = t(`sales.${document.kind}`, { number: document.number });
  const facts = [
    { label: t('sales.tracking'), value: document.tracking },
    { label: t('checkout.payment'), value: document.kind === 'invoice' ? order.paymentMethod : '' },
    { label: t('payment.due'), value: document.due ? day(document.due.day) : '' },
    { label: t('checkout.purchaseOrder'), value: document.kind === 'invoice' ? order.purchaseOrderNumber : '' },
  ].filter(({ value }) => value !== '');
  return (
    <AccountLayout title={title}>
      <PageHeader
        above={<Breadcrumb crumbs={[{ name: t('orders.all'), href: `${base}/account/orders` }, { name: document.orderNumber, href: document.orderHref }]} here={document.number} />}
        title={title}
        text={
          <span className="flex flex-wrap items-center gap-3">
            <time dateTime={document.at.toISOString()}>{date(document.at)}</time>
            <span>{t('sales.orderedOn', { number: document.orderNumber, date: date(document.orderedAt) })}</span>
            {document.kind === 'invoice' ? <PaymentBadge paidAt={document.paidAt} due={document.due} /> : null}
          </span>
        }
        actions={
          <>
            {document.pdfHref === null ? null : <ButtonLink href={document.pdfHref} icon="download">{t('pdf.download')}</ButtonLink>}
            <PrintButton />
          </>
        }
      />
      <div className="grid gap-4">
        <DocumentItems document={document} />
        <div className="card-grid">
          <Panel title={document.kind === 'shipment' ? t('checkout.shippingAddress') : t('checkout.billingAddress')}>
            <AddressBlock address={document.kind === 'shipment' ? order.shippingAddress : order.billingAddress} />
          </Panel>
          {facts.length > 0 ? (
            <Panel title={t('order.delivery')}>
              <DataList layout="stacked" items={facts} />
            </Panel>
          ) : null}
        </div>
      </div>
    </AccountLayout>
  );
}
