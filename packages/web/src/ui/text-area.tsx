import { controlOf, Field, type FieldProps } from './field.tsx';

interface TextAreaProps extends FieldProps {
  value?: string | undefined;
  rows?: number;
  maxLength?: number;
  disabled?: boolean;
}

/** Several lines of text. */
export function TextArea(props: TextAreaProps) {
  const { value, rows = 3, maxLength, disabled } = props;
  return (
    <Field {...props}>
      <textarea {...controlOf(props)} {...{ rows, maxLength, disabled }} autoFocus={props.problem !== undefined || undefined} defaultValue={value} className="input" dir="auto" />
    </Field>
  );
}
