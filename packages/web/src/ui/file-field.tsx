import { controlOf, Field, type FieldProps } from './field.tsx';

/** Files to upload, with the browser's own button; works without script. A browser never fills it again. */
export function FileField(props: FieldProps & { accept: string; multiple?: boolean }) {
  const { accept, multiple } = props;
  return (
    <Field {...props}>
      <input {...controlOf(props)} type="file" {...{ accept, multiple }} className="input file-input" />
    </Field>
  );
}
