import type { CartProps } from '../../../props/storefront.ts';
import { useStore, useT } from '../../../shell/request-context.tsx';
import { Button } from '../../../ui/button.tsx';
import { Form } from '../../../ui/form.tsx';
import { problemAt } from '../../../ui/problems.ts';
import { TextField } from '../../../ui/text-field.tsx';

/** Enter a coupon, or take the one in force out again. */
export function CouponForm({ version, totals, problems, typed }: CartProps) {
  const t = useT();
  const { base } = useStore();
  if (totals.couponCode) {
    return (
      <Form action={`${base}/cart/coupon/remove`} hidden={{ version }} className="flex items-center justify-between gap-2 text-sm">
        <span>{t('cart.couponApplied', { code: totals.couponCode })}</span>
        <Button size="small" tone="quiet">
          {t('cart.couponRemove')}
        </Button>
      </Form>
    );
  }
  return (
    <Form action={`${base}/cart/coupon`} hidden={{ version }} className="joined">
      <TextField label={t('cart.coupon')} name="code" value={typed.form ? undefined : typed.code} problem={typed.form ? undefined : problemAt(problems, 'code')} autoFocus={false} />
      <Button>{t('cart.couponUse')}</Button>
    </Form>
  );
}
