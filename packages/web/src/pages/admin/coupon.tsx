import type { AdminCouponProps } from '../../props/catalog.ts';
import { useT } from '../../shell/request-context.tsx';
import { Shell } from '../../shell/shell.tsx';
import { Breadcrumb } from '../../ui/breadcrumb.tsx';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Form } from '../../ui/form.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProblemList } from '../../ui/problem-list.tsx';
import { problemAt, problemsBeside } from '../../ui/problems.ts';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';

/** One coupon: its code stays, for it stands on orders. */
export function AdminCouponPage({ coupon, websites, problems, typed }: AdminCouponProps) {
  const t = useT();
  const title = coupon === null ? t('coupons.new') : coupon.code;
  const at = (field: string) => problemAt(problems, field);
  const save = (
    <Button tone="primary" form="coupon">
      {t('prices.save')}
    </Button>
  );
  return (
    <Shell title={title}>
      <PageHeader title={title} above={<Breadcrumb crumbs={[{ name: t('coupons.title'), href: '/admin/coupons' }]} here={title} />} actions={save} />
      <ProblemList problems={problemsBeside(problems, ['code', 'website', 'percent', 'from', 'to'])} />
      <Form id="coupon" action={coupon === null ? '/admin/coupons' : coupon.href} className="panel panel-body form-stack" noValidate>
        {coupon === null ? <TextField name="code" label={t('coupons.code')} value={typed.code} autoComplete="off" maxLength={40} problem={at('code')} /> : null}
        <Select name="website" label={t('prices.website')} options={[{ value: '', label: t('coupons.everywhere') }, ...websites]} value={typed.website} problem={at('website')} />
        <TextField name="percent" label={t('coupons.percent')} value={typed.percent} inputMode="decimal" autoComplete="off" maxLength={10} problem={at('percent')} />
        <div className="field-pair">
          <TextField name="from" type="date" label={t('prices.firstDay')} value={typed.from} problem={at('from')} optional />
          <TextField name="to" type="date" label={t('prices.lastDay')} hint={t('prices.daysHint')} value={typed.to} problem={at('to')} optional />
        </div>
        <Checkbox name="active" label={t('priceLists.active')} checked={typed.active === '1'} />
      </Form>
    </Shell>
  );
}
