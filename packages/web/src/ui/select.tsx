import { controlOf, Field, type FieldProps } from './field.tsx';

export interface Option {
  value: string;
  label: string;
  /** Stands in the closed field only and is nothing to choose. */
  isPrompt?: boolean;
}

interface SelectProps extends FieldProps {
  options: readonly Option[];
  value?: string | undefined;
  required?: boolean;
  disabled?: boolean;
  autoComplete?: string;
}

/** A native list to choose from. */
export function Select(props: SelectProps) {
  const { options, value, required, disabled, autoComplete } = props;
  return (
    <Field {...props}>
      <select {...controlOf(props)} {...{ required, disabled, autoComplete }} autoFocus={props.problem !== undefined || undefined} defaultValue={value} className="input select">
        {options.map((option) => (
          <option key={option.value} value={option.value} hidden={option.isPrompt}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
}
