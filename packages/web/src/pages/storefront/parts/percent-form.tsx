import type { CartLineView, OpenPriceEdit } from '../../../props/storefront.ts';
import { useStore, useT } from '../../../shell/request-context.tsx';
import { Button } from '../../../ui/button.tsx';
import { Form } from '../../../ui/form.tsx';
import { problemAt } from '../../../ui/problems.ts';
import { Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { previewData } from './price-earning.tsx';

/** A percentage off the line's original price (C10): the price is worked out, and set as if it had been typed. */
export function PercentForm({ line, version, edit }: { line: CartLineView; version: number; edit: OpenPriceEdit }) {
  const t = useT();
  const { base } = useStore();
  const { typed, problems } = line;
  return (
    <Form action={`${base}/cart/lines/${line.id}/price`} hidden={{ version }}>
      <price-preview {...previewData({ line, edit, t })} data-unit="percent" className={edit.reasons.length > 0 ? 'price-typed' : 'joined'}>
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
        {edit.reasons.length > 0 ? (
          <Select
            label={t('cart.reason')}
            name="reason"
            id={`line-${line.id}-percent-reason`}
            value={typed.percent === undefined ? '' : (typed.reason ?? '')}
            options={[{ value: '', label: t(edit.reasonRequired ? 'cart.reasonChoose' : 'cart.reasonNone') }, ...edit.reasons]}
            problem={typed.percent === undefined ? undefined : problemAt(problems, 'reason')}
          />
        ) : null}
        <Button>{t('cart.takeOff')}</Button>
        <output aria-live="off" />
      </price-preview>
    </Form>
  );
}
