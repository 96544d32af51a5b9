import type { AdminShippingMethodProps } from '../../props/sales-settings.ts';
import { useT } from '../../shell/request-context.tsx';
import { Shell } from '../../shell/shell.tsx';
import { Breadcrumb } from '../../ui/breadcrumb.tsx';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { DataList } from '../../ui/data-list.tsx';
import { Form } from '../../ui/form.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProblemList } from '../../ui/problem-list.tsx';
import { problemAt, problemsBeside } from '../../ui/problems.ts';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { LANGUAGES } from './parts/languages.ts';
import { ShippingRates } from './parts/shipping-rates.tsx';

/** One shipping method: its website and code stay, for they stand on orders. */
export function AdminShippingMethodPage(props: AdminShippingMethodProps) {
  const t = useT();
  const { method, problems, rows } = props;
  const title = method === null ? t('ship.new') : method.name;
  const rateFields = Array.from({ length: rows }, (_, row) => ['country', 'from', 'price'].map((field) => `rate-${row}-${field}`)).flat();
  const save = (
    <Button tone="primary" form="shipping-method">
      {t('prices.save')}
    </Button>
  );
  return (
    <Shell title={title}>
      <PageHeader title={title} above={<Breadcrumb crumbs={[{ name: t('ship.title'), href: '/admin/shipping-methods' }]} here={title} />} actions={save} />
      <ProblemList problems={problemsBeside(problems, ['website', 'code', 'name.en', 'position', 'taxClass', 'freeFrom', 'most', 'countries', ...rateFields])} />
      <Form id="shipping-method" action={method === null ? '/admin/shipping-methods' : method.href} className="panel panel-body form-stack" noValidate>
        <General {...props} />
        <Terms {...props} />
        <ShippingRates {...props} />
      </Form>
    </Shell>
  );
}

function General({ method, websites, problems, typed }: AdminShippingMethodProps) {
  const t = useT();
  const at = (field: string) => problemAt(problems, field);
  return (
    <>
      {method === null ? (
        <>
          <Select name="website" label={t('prices.website')} options={websites} value={typed.website} problem={at('website')} />
          <TextField name="code" label={t('coupons.code')} hint={t('ship.codeHint')} value={typed.code} autoComplete="off" maxLength={30} problem={at('code')} />
        </>
      ) : (
        <DataList items={[{ label: t('prices.website'), value: method.website }, { label: t('coupons.code'), value: method.code }]} />
      )}
      {LANGUAGES.map((language) => (
        <TextField key={language.code} name={`name.${language.code}`} label={t('products.nameIn', { language: language.name })} value={typed[`name.${language.code}`]} autoComplete="off" maxLength={120} problem={at(`name.${language.code}`)} optional={language.code !== 'en'} />
      ))}
      {LANGUAGES.map((language) => (
        <TextField key={language.code} name={`note.${language.code}`} label={t('ship.noteIn', { language: language.name })} value={typed[`note.${language.code}`]} autoComplete="off" maxLength={120} optional />
      ))}
      <Checkbox name="active" label={t('priceLists.active')} checked={typed.active === '1'} />
    </>
  );
}

function Terms({ classes, problems, typed, currency }: AdminShippingMethodProps) {
  const t = useT();
  const at = (field: string) => problemAt(problems, field);
  return (
    <>
      <Checkbox name="isPickup" label={t('ship.isPickup')} hint={t('ship.isPickupHint')} checked={typed.isPickup === '1'} />
      <div className="field-pair">
        <Select name="taxClass" label={t('products.taxClass')} options={classes.map((one) => ({ value: one, label: one }))} value={typed.taxClass} problem={at('taxClass')} />
        <TextField name="position" label={t('categories.position')} hint={t('categories.positionHint')} value={typed.position} inputMode="numeric" autoComplete="off" maxLength={4} problem={at('position')} />
      </div>
      <TextField name="countries" label={t('ship.countries')} hint={t('ship.countriesHint')} value={typed.countries} autoComplete="off" maxLength={1000} problem={at('countries')} optional />
      <Select
        name="basis"
        label={t('ship.basis')}
        options={[{ value: 'value', label: t('ship.kind.value') }, { value: 'weight', label: t('ship.kind.weight') }]}
        value={typed.basis}
      />
      <div className="field-pair">
        <TextField name="freeFrom" label={t('ship.freeFrom', { currency })} hint={t('ship.freeFromHint')} value={typed.freeFrom} inputMode="decimal" autoComplete="off" maxLength={30} problem={at('freeFrom')} optional />
        <TextField name="most" label={t('ship.most')} hint={t('ship.mostHint')} value={typed.most} inputMode="decimal" autoComplete="off" maxLength={30} problem={at('most')} optional />
      </div>
    </>
  );
}
