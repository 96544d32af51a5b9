import type { DocumentKind } from '@onbehalf/core';
import type { AdminDocumentProps } from '../../props/admin.ts';
import { useFormat, useT } from '../../shell/request-context.tsx';
import { Shell } from '../../shell/shell.tsx';
import { AddressBlock } from '../../ui/address-block.tsx';
import { Breadcrumb } from '../../ui/breadcrumb.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { DataList } from '../../ui/data-list.tsx';
import { DocumentItems, PaymentBadge } from '../../ui/document-body.tsx';
import { documentsTitle } from '../../ui/document-table.tsx';
import { Form } from '../../ui/form.tsx';
import { LoginAsCustomer } from '../../ui/login-as-customer.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Panel } from '../../ui/panel.tsx';
import { PersonTag } from '../../ui/person-tag.tsx';
import { PrintButton } from '../../ui/print-button.tsx';
import { ProblemList } from '../../ui/problem-list.tsx';
import { problemAt, problemsBeside } from '../../ui/problems.ts';
import { TextField } from '../../ui/text-field.tsx';

const listOf: Record<DocumentKind, string> = { invoice: '/admin/invoices', shipment: '/admin/shipments', 'credit-memo': '/admin/credit-memos' };

/** One invoice, shipment or credit memo, as it is printed (F3), with "Login as Customer" (B12). */
export function AdminDocumentPage(props: AdminDocumentProps) {
  const t = useT();
  const { date } = useFormat();
  const { document, order, entry, problems } = props;
  const title = t(`sales.${document.kind}`, { number: document.number });
  return (
    <Shell title={title}>
      <PageHeader
        above={<Breadcrumb crumbs={[{ name: t(documentsTitle[document.kind]), href: listOf[document.kind] }]} here={document.number} />}
        title={title}
        text={
          <>
            {date(document.at, 'dateTime')} · <a href={document.orderHref}>{t('sales.orderedOn', { number: document.orderNumber, date: date(document.orderedAt) })}</a>
          </>
        }
        actions={
          <>
            {document.pdfHref === null ? null : <ButtonLink href={document.pdfHref} icon="download">{t('pdf.download')}</ButtonLink>}
            <PrintButton />
            <LoginAsCustomer entry={entry} />
          </>
        }
      />
      <ProblemList problems={problemsBeside(problems, ['reference'])} />
      <div className="order">
        <div className="stack">
          <DocumentItems document={document} />
        </div>
        <div className="stack">
          <Panel title={t('sales.customer')}>
            <PersonTag who="subject" name={order.customer.name} />
            <AddressBlock address={document.kind === 'shipment' ? order.shippingAddress : order.billingAddress} />
          </Panel>
          <Facts {...props} />
        </div>
      </div>
    </Shell>
  );
}

function Facts({ document, order, problems, typed }: AdminDocumentProps) {
  const t = useT();
  const { day } = useFormat();
  const facts = [
    { label: t('sales.payment'), value: document.kind === 'invoice' ? order.paymentMethod : '' },
    { label: t('sales.tracking'), value: document.tracking },
    { label: t('sales.reference'), value: document.paymentReference },
    { label: t('sales.madeBy'), value: document.actorName ?? '' },
  ].filter(({ value }) => value !== '');
  const isOpen = document.kind === 'invoice' && document.paidAt === null;
  return (
    <Panel title={document.kind === 'invoice' ? t('sales.payment') : t('sales.details')}>
      {document.kind === 'invoice' ? <PaymentBadge paidAt={document.paidAt} due={document.due} /> : null}
      {document.due ? <p>{t('payment.payableBy', { date: day(document.due.day) })}</p> : null}
      <DataList items={facts} layout="stacked" />
      {document.paidBy ? <p className="text-muted">{t('sales.paidBy', { name: document.paidBy })}</p> : null}
      {document.restocked ? <p>{t('sales.restocked')}</p> : null}
      {isOpen ? (
        <Form action={`/admin/invoices/${document.number}/payment`} label={t('sales.recordPayment')} className="stack no-print">
          <p>{t('sales.recordPaymentText')}</p>
          <TextField name="reference" label={t('sales.reference')} hint={t('sales.referenceHint')} optional maxLength={100} value={typed['reference']} problem={problemAt(problems, 'reference')} />
          <Button tone="primary">{t('sales.recordPayment')}</Button>
        </Form>
      ) : null}
    </Panel>
  );
}
