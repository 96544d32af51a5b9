import type { DocumentKind } from '@onbehalf/core';
import type { DocumentFormProps } from '../../props/admin.ts';
import { useFormat, useT } from '../../shell/request-context.tsx';
import { Shell } from '../../shell/shell.tsx';
import { Breadcrumb } from '../../ui/breadcrumb.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FieldProblem } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import { LineOptions } from '../../ui/line-options.tsx';
import { NumberStepper } from '../../ui/number-stepper.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Panel } from '../../ui/panel.tsx';
import { PersonTag } from '../../ui/person-tag.tsx';
import { ProblemList } from '../../ui/problem-list.tsx';
import { problemAt, problemsBeside } from '../../ui/problems.ts';
import { Table, type Column } from '../../ui/table.tsx';
import { TextField } from '../../ui/text-field.tsx';

type Line = DocumentFormProps['lines'][number];

const doneLabel = { invoice: 'sales.invoiced', shipment: 'sales.shipped', 'credit-memo': 'sales.refunded' } as const satisfies Record<DocumentKind, string>;

/** Makes an invoice, a shipment or a credit memo over a part of an order or all that is left (F3). */
export function AdminDocumentFormPage(props: DocumentFormProps) {
  const t = useT();
  const { kind, order, lines, problems } = props;
  const title = t(`sales.make.${kind}`, { number: order.number });
  const fields = [...lines.map((line) => `quantity-${line.position}`), 'tracking', 'shipping', 'adjustmentRefund', 'adjustmentFee'];
  const nothing = lines.length === 0 && props.shipping === null;
  return (
    <Shell title={title}>
      <PageHeader
        above={<Breadcrumb crumbs={[{ name: t('admin.orders.title'), href: '/admin/orders' }, { name: order.number, href: order.href }]} here={t(`sales.act.${kind}`)} />}
        title={title}
        text={<PersonTag who="subject" name={order.customerName} />}
      />
      <ProblemList problems={problemsBeside(problems, fields)} />
      {nothing ? <EmptyState icon="orders" title={t('sales.noMatch')} text="" /> : <DocumentForm {...props} />}
    </Shell>
  );
}

function DocumentForm(props: DocumentFormProps) {
  const t = useT();
  const { kind, order, lines } = props;
  return (
    <Form action={`${order.href}/${kind}`} label={t(`sales.act.${kind}`)} className="stack" noValidate>
      {lines.length > 0 ? (
        <Panel title={t('sales.items')} flush>
          <Lines {...props} />
        </Panel>
      ) : null}
      <MoreFields {...props} />
      <div className="form-actions">
        <Button tone="primary">{t(`sales.submit.${kind}`)}</Button>
        <ButtonLink href={order.href} tone="quiet">
          {t('ui.cancel')}
        </ButtonLink>
      </div>
    </Form>
  );
}

function NamedLine({ line }: { line: Line }) {
  return (
    <>
      {line.name} <LineOptions options={line.options} />
    </>
  );
}

function Lines({ kind, lines, problems }: DocumentFormProps) {
  const t = useT();
  const { number } = useFormat();
  const columns: Column<Line>[] = [
    { key: 'product', label: t('sales.product'), primary: true, cell: (line) => <NamedLine line={line} /> },
    { key: 'sku', label: 'SKU', cell: (line) => <span className="sku">{line.sku}</span> },
    { key: 'ordered', label: t('sales.ordered'), align: 'end', cell: (line) => number(line.ordered) },
    { key: 'done', label: t(doneLabel[kind]), align: 'end', cell: (line) => number(line.done) },
    { key: 'open', label: t(`sales.left.${kind}`), align: 'end', cell: (line) => number(line.open) },
    {
      key: 'quantity', label: t('sales.quantity'), align: 'end', className: 'cell-quantity',
      cell: (line) => {
        const name = `quantity-${line.position}`;
        const problem = problemAt(problems, name);
        return (
          <div className="quantity-field">
            <NumberStepper label={t('sales.quantityOf', { sku: line.sku })} name={name} id={name} value={line.value} min={0} max={line.open} problem={problem} />
            {problem ? <FieldProblem id={`${name}-problem`} problem={problem} /> : null}
          </div>
        );
      },
    },
  ];
  return <Table caption={t('sales.items')} columns={columns} rows={lines} rowKey={(line) => String(line.position)} />;
}

function MoreFields({ kind, shipping, typed, problems, currency }: DocumentFormProps) {
  const t = useT();
  const { money } = useFormat();
  const isFresh = typed['_sent'] === undefined;
  if (kind === 'invoice') {
    if (!shipping) return null;
    return (
      <Panel>
        <input type="hidden" name="_sent" value="1" />
        <Checkbox name="withShipping" label={t('sales.withShipping', { amount: money(shipping) })} checked={isFresh || typed['withShipping'] === '1'} />
      </Panel>
    );
  }
  if (kind === 'shipment') {
    return (
      <Panel>
        <TextField name="tracking" label={t('sales.tracking')} hint={t('sales.trackingHint')} optional maxLength={100} value={typed['tracking']} problem={problemAt(problems, 'tracking')} autoFocus={false} />
      </Panel>
    );
  }
  const amount = (name: 'adjustmentRefund' | 'adjustmentFee') => (
    <TextField name={name} inputMode="decimal" optional label={`${t(`sales.${name}`)} (${currency})`} hint={t(`sales.${name}Hint`)} value={typed[name]} problem={problemAt(problems, name)} />
  );
  return (
    <Panel>
      <input type="hidden" name="_sent" value="1" />
      <div className="stack">
        {shipping ? (
          <TextField name="shipping" inputMode="decimal" optional label={`${t('sales.refundShipping')} (${currency})`} hint={t('sales.refundShippingHint', { amount: money(shipping) })} value={typed['shipping']} problem={problemAt(problems, 'shipping')} />
        ) : null}
        {amount('adjustmentRefund')}
        {amount('adjustmentFee')}
        <Checkbox name="restock" label={t('sales.restock')} checked={typed['restock'] === '1'} />
      </div>
    </Panel>
  );
}
