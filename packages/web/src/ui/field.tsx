import type { ReactNode } from 'react';
import { useT } from '../shell/request-context.tsx';
import type { Problem } from '../props/shared.ts';
import { Icon } from './icon.tsx';

export interface FieldProps {
  label: string;
  name: string;
  /** Unique on the page; give one where the name repeats. */
  id?: string | undefined;
  hint?: ReactNode;
  problem?: Problem | undefined;
  /** Says "optional" beside the label; most fields are needed. */
  optional?: boolean | undefined;
  className?: string | undefined;
}

/** Attributes a control takes from its field, so that hint and refusal are read with it. */
export function controlOf({ name, id = `field-${name}`, hint, problem }: FieldProps) {
  const describedBy = [hint ? `${id}-hint` : '', problem ? `${id}-problem` : ''].filter(Boolean).join(' ');
  return { id, name, 'aria-invalid': problem ? true : undefined, 'aria-describedby': describedBy || undefined } as const;
}

/** Label above, control, hint and refusal below. */
export function Field(props: FieldProps & { children: ReactNode }) {
  const t = useT();
  const { id } = controlOf(props);
  const { label, hint, problem, optional, className, children } = props;
  return (
    <div className={className ? `field ${className}` : 'field'}>
      <label htmlFor={id}>
        {label}
        {optional ? <span className="field-optional"> {t('ui.optional')}</span> : null}
      </label>
      {children}
      {hint ? (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {problem ? <FieldProblem id={`${id}-problem`} problem={problem} /> : null}
    </div>
  );
}

/** What is wrong, at the field. */
export function FieldProblem({ id, problem }: { id: string; problem: Problem }) {
  return (
    <p className="field-problem" id={id} role="alert">
      <Icon name="bad" />
      <span>
        {problem.text}
        {problem.remedy ? ` ${problem.remedy}` : ''}
      </span>
    </p>
  );
}
