import type { AdminShippingMethodProps } from '../../../props/sales-settings.ts';
import { useT } from '../../../shell/request-context.tsx';
import { problemAt } from '../../../ui/problems.ts';
import { TextField } from '../../../ui/text-field.tsx';

/** Steps of a shipping method; rows that stay empty count nothing, and saving gives more of them. */
export function ShippingRates({ rows, currency, problems, typed }: AdminShippingMethodProps) {
  const t = useT();
  const at = (field: string) => problemAt(problems, field);
  return (
    <fieldset className="grid gap-3">
      <legend className="field-label">{t('ship.rates')}</legend>
      <p className="field-hint">{t('ship.ratesHint')}</p>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className="field-triple" role="group" aria-label={t('ship.step', { number: row + 1 })}>
          <TextField name={`rate-${row}-country`} label={t('tax.country')} value={typed[`rate-${row}-country`]} autoComplete="off" maxLength={2} problem={at(`rate-${row}-country`)} />
          <TextField name={`rate-${row}-from`} label={t('ship.from')} value={typed[`rate-${row}-from`]} inputMode="decimal" autoComplete="off" maxLength={30} problem={at(`rate-${row}-from`)} />
          <TextField name={`rate-${row}-price`} label={t('ship.price', { currency })} value={typed[`rate-${row}-price`]} inputMode="decimal" autoComplete="off" maxLength={30} problem={at(`rate-${row}-price`)} />
        </div>
      ))}
    </fieldset>
  );
}
