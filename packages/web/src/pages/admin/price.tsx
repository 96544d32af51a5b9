import type { AdminPriceProps, AdminPriceRow } from '../../props/catalog.ts';
import { useT } from '../../shell/request-context.tsx';
import { Shell } from '../../shell/shell.tsx';
import { Breadcrumb } from '../../ui/breadcrumb.tsx';
import { Button } from '../../ui/button.tsx';
import { DataList } from '../../ui/data-list.tsx';
import { Form } from '../../ui/form.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ProblemList } from '../../ui/problem-list.tsx';
import { problemAt, problemsBeside } from '../../ui/problems.ts';
import { Select } from '../../ui/select.tsx';
import { SideSections } from '../../ui/side-sections.tsx';
import { TextField } from '../../ui/text-field.tsx';

const FIELDS = ['website', 'product', 'customer', 'group', 'category', 'list', 'amount', 'percent', 'quantity', 'from', 'to'];

/** One price: what it is for, then how much, from how many pieces and when. */
export function AdminPricePage(props: AdminPriceProps) {
  const t = useT();
  const { price, kinds, label, problems } = props;
  const title = price === null ? t('prices.newTitle', { label }) : t('prices.editTitle', { label: price.label });
  return (
    <Shell title={title}>
      <PageHeader
        title={title}
        above={<Breadcrumb crumbs={[{ name: t('prices.title'), href: '/admin/prices' }]} here={title} />}
        actions={
          <Button tone="primary" form="price">
            {t('prices.save')}
          </Button>
        }
      />
      {price === null ? (
        <SideSections title={t('prices.kinds')} sections={kinds}>
          <ProblemList problems={problemsBeside(problems, FIELDS)} />
          <PriceForm {...props} action="/admin/prices" />
        </SideSections>
      ) : (
        <div className="stack">
          <ProblemList problems={problemsBeside(problems, FIELDS)} />
          <What price={price} />
          <PriceForm {...props} action={price.href} />
          <DeletePrice price={price} />
        </div>
      )}
    </Shell>
  );
}

function What({ price }: { price: AdminPriceRow }) {
  const t = useT();
  const { product, category, customer, group, list, website } = price;
  const items = [
    { label: t('prices.product'), value: product === null ? null : `${product.sku} ${product.name}` },
    { label: t('prices.category'), value: category },
    { label: t('prices.list'), value: list?.name ?? null },
    { label: t('prices.customer'), value: customer === null ? null : t('prices.person', { name: customer.name, id: customer.id }) },
    { label: t('prices.group'), value: group },
    { label: t('prices.website'), value: website },
  ];
  return (
    <Panel title={t('prices.what')}>
      <DataList items={items.filter((item) => item.value !== null)} />
    </Panel>
  );
}

function PriceForm(props: AdminPriceProps & { action: string }) {
  const t = useT();
  const { price, source, problems, typed, action, currency } = props;
  const at = (field: string) => problemAt(problems, field);
  return (
    <Form id="price" action={action} hidden={price === null ? { source } : {}} className="panel panel-body form-stack" noValidate>
      {price === null ? <KeyFields {...props} /> : null}
      <TextField name="amount" label={currency === '' ? t('prices.amount') : t('prices.amountIn', { currency })} value={typed.amount} inputMode="decimal" autoComplete="off" maxLength={40} problem={at('amount')} />
      {source === 'base' ? null : (
        <TextField name="percent" label={t('prices.percent')} hint={t('prices.percentHint')} value={typed.percent} inputMode="decimal" autoComplete="off" maxLength={10} problem={at('percent')} optional />
      )}
      <TextField name="quantity" label={t('prices.quantity')} hint={t('prices.quantityHint')} value={typed.quantity} inputMode="numeric" autoComplete="off" maxLength={6} problem={at('quantity')} />
      <div className="field-pair">
        <TextField name="from" type="date" label={t('prices.firstDay')} value={typed.from} problem={at('from')} optional />
        <TextField name="to" type="date" label={t('prices.lastDay')} hint={t('prices.daysHint')} value={typed.to} problem={at('to')} optional />
      </div>
    </Form>
  );
}

/** What a new price is for; each source names its own key and no other. */
function KeyFields({ source, websites, groups, categories, lists, problems, typed }: AdminPriceProps) {
  const t = useT();
  const at = (field: string) => problemAt(problems, field);
  const isFor = (...sources: string[]) => sources.includes(source);
  return (
    <>
      {source === 'price-list' ? (
        <Select name="list" label={t('prices.list')} options={lists} value={typed.list} problem={at('list')} />
      ) : (
        <Select name="website" label={t('prices.website')} options={websites} value={typed.website} problem={at('website')} />
      )}
      {isFor('customer', 'matrix') ? <TextField name="customer" label={t('prices.customer')} hint={t('prices.customerHint')} value={typed.customer} autoComplete="off" maxLength={254} problem={at('customer')} /> : null}
      {source === 'category' ? (
        <Select name="category" label={t('prices.category')} options={categories} value={typed.category} problem={at('category')} />
      ) : (
        <TextField name="product" label={t('prices.sku')} value={typed.product} autoComplete="off" maxLength={64} problem={at('product')} />
      )}
      {isFor('group', 'category') ? (
        <Select name="group" label={t('prices.group')} options={source === 'category' ? [{ value: '', label: t('prices.everybody') }, ...groups] : groups} value={typed.group} problem={at('group')} />
      ) : null}
    </>
  );
}

function DeletePrice({ price }: { price: AdminPriceRow }) {
  const t = useT();
  const what = price.product?.sku ?? price.category ?? '';
  return (
    <Panel title={t('prices.deleteTitle')} text={t('prices.deleteText', { label: price.label, what })}>
      <Form action={`${price.href}/delete`}>
        <Button tone="danger" icon="trash">
          {t('prices.delete', { label: price.label, what })}
        </Button>
      </Form>
    </Panel>
  );
}
