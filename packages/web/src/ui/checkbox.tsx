import type { ReactNode } from 'react';
import type { Problem } from '../props/shared.ts';
import { controlOf, FieldProblem } from './field.tsx';

interface CheckboxProps {
  label: string;
  name: string;
  id?: string;
  value?: string;
  checked?: boolean;
  hint?: ReactNode;
  problem?: Problem | undefined;
  disabled?: boolean;
  title?: string | undefined;
}

/** A tick box whose whole line is the target. */
export function Checkbox(props: CheckboxProps) {
  const { label, value = '1', checked, hint, problem, disabled, title } = props;
  const control = controlOf(props);
  return (
    <div className="checkbox">
      <input type="checkbox" {...control} {...{ value, disabled }} defaultChecked={checked} />
      <div>
        <label htmlFor={control.id} title={title}>
          {label}
        </label>
        {hint ? (
          <div className="field-hint" id={`${control.id}-hint`}>
            {hint}
          </div>
        ) : null}
        {problem ? <FieldProblem id={`${control.id}-problem`} problem={problem} /> : null}
      </div>
    </div>
  );
}
