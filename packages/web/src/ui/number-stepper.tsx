import type { Problem } from '../props/shared.ts';
import { useT } from '../shell/request-context.tsx';
import { Icon } from './icon.tsx';

interface NumberStepperProps {
  /** Names the field; visible only with `showLabel`. */
  label: string;
  name: string;
  id: string;
  value: number | string;
  min?: number;
  max?: number;
  showLabel?: boolean;
  problem?: Problem | undefined;
  disabled?: boolean;
  /** Id of the form it belongs to, when it stands outside. */
  form?: string;
}

/** A quantity. The two buttons need script (`data-step`) and are hidden without it; the number field does the work then. */
export function NumberStepper({ label, name, id, value, min = 1, max = 99999, showLabel, problem, disabled, form }: NumberStepperProps) {
  const t = useT();
  return (
    <div className="stepper-field">
      <label htmlFor={id} className={showLabel ? 'field-label' : 'sr-only'}>
        {label}
      </label>
      <div className="stepper">
        <button type="button" data-step="-1" aria-label={t('ui.fewer')} aria-controls={id} tabIndex={-1} disabled={disabled}>
          <Icon name="minus" />
        </button>
        <input
          {...{ id, name, min, max, disabled, form }}
          type="number"
          inputMode="numeric"
          step={1}
          defaultValue={value}
          required
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem ? `${id}-problem` : undefined}
        />
        <button type="button" data-step="1" aria-label={t('ui.more')} aria-controls={id} tabIndex={-1} disabled={disabled}>
          <Icon name="plus" />
        </button>
      </div>
    </div>
  );
}
