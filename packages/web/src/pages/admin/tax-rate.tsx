import type { AdminTaxRateProps } from '../../props/sales-settings.ts';
import { useT } from '../../shell/request-context.tsx';
import { Shell } from '../../shell/shell.tsx';
import { Breadcrumb } from '../../ui/breadcrumb.tsx';
import { Button } from '../../ui/button.tsx';
import { DataList } from '../../ui/data-list.tsx';
import { Form } from '../../ui/form.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProblemList } from '../../ui/problem-list.tsx';
import { problemAt, problemsBeside } from '../../ui/problems.ts';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';

/** One tax rate: of a country and a class, which stay. */
export function AdminTaxRatePage({ rate, countries, classes, problems, typed }: AdminTaxRateProps) {
  const t = useT();
  const title = rate === null ? t('tax.new') : `${rate.country}, ${rate.taxClass}`;
  const at = (field: string) => problemAt(problems, field);
  const actions = (
    <>
      {rate === null ? null : (
        <Form action={`${rate.href}/delete`}>
          <Button>{t('tax.delete')}</Button>
        </Form>
      )}
      <Button tone="primary" form="tax-rate">
        {t('prices.save')}
      </Button>
    </>
  );
  return (
    <Shell title={title}>
      <PageHeader title={title} above={<Breadcrumb crumbs={[{ name: t('tax.title'), href: '/admin/tax-rates' }]} here={title} />} actions={actions} />
      <ProblemList problems={problemsBeside(problems, ['country', 'taxClass', 'percent', 'name'])} />
      <Form id="tax-rate" action={rate === null ? '/admin/tax-rates' : rate.href} className="panel panel-body form-stack" noValidate>
        {rate === null ? (
          <>
            <Select name="country" label={t('tax.country')} options={[{ value: '', label: t('tax.chooseCountry'), isPrompt: true }, ...countries]} value={typed.country} problem={at('country')} />
            <TextField name="taxClass" label={t('products.taxClass')} hint={t('tax.classHint', { classes: classes.join(', ') })} value={typed.taxClass} autoComplete="off" maxLength={40} problem={at('taxClass')} />
          </>
        ) : (
          <DataList items={[{ label: t('tax.country'), value: rate.country }, { label: t('products.taxClass'), value: rate.taxClass }]} />
        )}
        <TextField name="percent" label={t('tax.percent')} value={typed.percent} inputMode="decimal" autoComplete="off" maxLength={10} problem={at('percent')} />
        <TextField name="name" label={t('tax.name')} hint={t('tax.nameHint')} value={typed.name} autoComplete="off" maxLength={100} problem={at('name')} optional />
      </Form>
    </Shell>
  );
}
