import { useT } from '../shell/request-context.tsx';
import type { FieldProps } from './field.tsx';
import { TextArea } from './text-area.tsx';

/**
 * Lines of CSV: pasted, or read from a file that the browser puts into the field, so that a person sees what will be
 * sent. Without script the file button stays hidden and pasting works all the same.
 */
export function CsvField(props: FieldProps & { value?: string | undefined; rows?: number }) {
  const t = useT();
  const { name, id = `field-${name}`, rows = 8 } = props;
  return (
    <div className="csv-field">
      <TextArea {...props} rows={rows} />
      <label className="button button-secondary csv-file" data-file-into={id} hidden>
        {t('ui.chooseFile')}
        <input type="file" accept=".csv,text/csv,text/plain" className="sr-only" />
      </label>
    </div>
  );
}
