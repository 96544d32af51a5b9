import type { CartLineView } from '../../../props/storefront.ts';
import { useStore, useT } from '../../../shell/request-context.tsx';
import { Button } from '../../../ui/button.tsx';
import { Form } from '../../../ui/form.tsx';
import { problemAt } from '../../../ui/problems.ts';
import { Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';

type Open = Extract<NonNullable<CartLineView['edit']>, { state: 'open' }>;

/** A percentage off the line's original price (C10): the price is worked out, and set as if it had been typed. */
export function PercentForm({ line, version, edit }: { line: CartLineView; version: number; edit: Open }) {
  const t = useT();
  const { base } = useStore();
  const { typed, problems } = line;
  return (
    <Form action={`${base}/cart/lines/${line.id}/price`} hidden={{ version }}>
      <div className={edit.reasonRequired ? 'price-typed' : 'joined'}>
        <TextField
          label={t('cart.percentOff')}
          name="percent"
          id={`line-${line.id}-percent`}
          value={typed.percent}
          problem={problemAt(problems, 'percent')}
          inputMode="decimal"
          autoComplete="off"
          maxLength={10}
        />
        {edit.reasonRequired ? (
          <Select
            label={t('cart.reason')}
            name="reason"
            id={`line-${line.id}-percent-reason`}
            value={typed.reason ?? ''}
            options={[{ value: '', label: t('cart.reasonChoose') }, ...edit.reasons]}
            problem={typed.percent === undefined ? undefined : problemAt(problems, 'reason')}
          />
        ) : null}
        <Button>{t('cart.takeOff')}</Button>
      </div>
    </Form>
  );
}
