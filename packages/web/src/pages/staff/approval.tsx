import type { ApprovalProps, ApprovalView } from '../../props/staff.ts';
import { useFormat, useRequest, useT } from '../../shell/request-context.tsx';
import { Shell } from '../../shell/shell.tsx';
import { Alert } from '../../ui/alert.tsx';
import { Breadcrumb } from '../../ui/breadcrumb.tsx';
import { Button } from '../../ui/button.tsx';
import { DataList } from '../../ui/data-list.tsx';
import { Form } from '../../ui/form.tsx';
import { formatPercent } from '../../ui/format.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { Panel } from '../../ui/panel.tsx';
import { PersonTag } from '../../ui/person-tag.tsx';
import { Price } from '../../ui/price.tsx';
import { ProblemList } from '../../ui/problem-list.tsx';
import { ProductImage } from '../../ui/product-image.tsx';
import { TextArea } from '../../ui/text-area.tsx';

/** One question: who asks for what, for whom, and what it is beyond. Only the form's button decides (C5). */
export function StaffApprovalPage({ approval, problems, comment }: ApprovalProps) {
  const t = useT();
  return (
    <Shell title={t('approval.one')} width="reading">
      <PageHeader above={<Breadcrumb crumbs={[{ name: t('approval.title'), href: '/staff/approvals' }]} here={t('approval.one')} />} title={t('approval.one')} />
      <div className="stack">
        <ProblemList problems={problems} />
        {approval ? <Question approval={approval} comment={comment} isTold={problems.length > 0} /> : null}
      </div>
    </Shell>
  );
}

function Question({ approval, comment, isTold }: { approval: ApprovalView; comment: string; isTold: boolean }) {
  const t = useT();
  const { money } = useFormat();
  const { locale } = useRequest();
  const { product, price, normal, difference } = approval;
  return (
    <Panel>
      <div className="stack">
        <div className="flex items-center gap-4">
          <ProductImage src={product.image} size={56} />
          <div className="min-w-0">
            <h2>{product.name}</h2>
            <span className="sku">{product.sku}</span>
          </div>
        </div>
        <p className="price-change">
          <span>
            <span className="sr-only">{t('approval.normal')} </span>
            <s className="price-was">{money(normal)}</s>
          </span>
          <span>
            <span className="sr-only">{t('approval.price')} </span>
            <Price amount={price} size="large" />
          </span>
          <span className="difference">
            {money(difference.money, { signed: true })} ({formatPercent(difference.percent, locale)})
          </span>
        </p>
        <Facts approval={approval} />
        {approval.decided ? <DecidedNote approval={approval} /> : isTold || approval.stopped.length > 0 ? <ProblemList problems={isTold ? [] : approval.stopped} /> : <DecisionForm approval={approval} comment={comment} />}
      </div>
    </Panel>
  );
}

function Facts({ approval }: { approval: ApprovalView }) {
  const t = useT();
  const { date, money, number } = useFormat();
  const { locale } = useRequest();
  const { customer, actorName, quantity, reason, margin, limits, askedAt, storeName } = approval;
  const share = margin?.percent ? ` (${formatPercent(margin.percent, locale)})` : '';
  const items = [
    { label: t('approval.actor'), value: <PersonTag who="actor" name={actorName} /> },
    { label: t('approval.customer'), value: <PersonTag who="subject" name={customer.name} /> },
    { label: t('approval.quantity'), value: number(quantity) },
    { label: t('approval.limits'), value: limits.join(', ') },
    { label: t('approval.reason'), value: reason },
    { label: t('cart.margin'), value: margin ? `${money(margin.money)}${share}` : '' },
    { label: t('approval.store'), value: storeName },
    { label: t('approval.asked'), value: date(askedAt, 'dateTime') },
  ];
  return <DataList items={items.filter(({ value }) => value !== '')} />;
}

function DecidedNote({ approval }: { approval: ApprovalView }) {
  const t = useT();
  const { date } = useFormat();
  const { decided, status } = approval;
  if (!decided) return null;
  const facts = { name: decided.by, at: date(decided.at, 'dateTime') };
  return (
    <Alert tone={status === 'approved' ? 'good' : 'warn'} title={t(status === 'approved' ? 'approval.approvedBy' : 'approval.declinedBy', facts)}>
      {decided.comment ? <p>{decided.comment}</p> : null}
    </Alert>
  );
}

function DecisionForm({ approval, comment }: { approval: ApprovalView; comment: string }) {
  const t = useT();
  return (
    <Form action={approval.href}>
      <div className="stack">
        <TextArea label={t('approval.comment')} name="comment" value={comment} maxLength={500} optional hint={t('approval.commentHint', { name: approval.actorName })} />
        <div className="flex flex-wrap gap-2">
          <Button tone="primary" name="decision" value="approve" icon="check">
            {t('approval.approve')}
          </Button>
          <Button name="decision" value="decline" icon="close">
            {t('approval.decline')}
          </Button>
        </div>
      </div>
    </Form>
  );
}
