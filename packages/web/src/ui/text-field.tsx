import { classNames } from './class-names.ts';
import { controlOf, Field, type FieldProps } from './field.tsx';

export interface TextFieldProps extends FieldProps {
  value?: string | undefined;
  type?: 'text' | 'email' | 'password' | 'search' | 'tel' | 'date' | 'url';
  autoComplete?: string;
  inputMode?: 'text' | 'numeric' | 'decimal' | 'email' | 'tel' | 'search';
  required?: boolean;
  autoFocus?: boolean;
  maxLength?: number;
  minLength?: number;
  placeholder?: string;
  spellCheck?: boolean;
  readOnly?: boolean;
  disabled?: boolean;
}

/** One line of text. What was typed is kept and the refusal stands below it. */
export function TextField(props: TextFieldProps) {
  const { value, type = 'text', autoComplete, inputMode, required, autoFocus, maxLength, minLength, placeholder, spellCheck, readOnly, disabled } = props;
  return (
    <Field {...props}>
      <input
        {...controlOf(props)}
        {...{ type, autoComplete, inputMode, required, maxLength, minLength, placeholder, spellCheck, readOnly, disabled }}
        autoFocus={autoFocus || (props.problem !== undefined && autoFocus !== false) || undefined}
        defaultValue={value}
        className={classNames('input', (inputMode === 'decimal' || inputMode === 'numeric') && 'tabular')}
        dir={type === 'text' ? 'auto' : undefined}
      />
    </Field>
  );
}
