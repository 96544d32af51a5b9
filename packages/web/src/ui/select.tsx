import { controlOf, Field, type FieldProps } from './field.tsx';

export interface Option {
  value: string;
  label: string;
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
      <select {...controlOf(props)} {...{ required, disabled, autoComplete }} defaultValue={value} className="input select">
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
}
