import type { ReactNode } from 'react';
import type { ImportState } from '../../../props/catalog.ts';
import { useT } from '../../../shell/request-context.tsx';
import { Alert } from '../../../ui/alert.tsx';
import { Button } from '../../../ui/button.tsx';
import { CsvField } from '../../../ui/csv-field.tsx';
import { Details } from '../../../ui/details.tsx';
import { Form } from '../../../ui/form.tsx';
import { problemAt } from '../../../ui/problems.ts';

interface ImportFormProps {
  /** Where the import is sent; the check goes to `{action}/check`. */
  action: string;
  /** Which columns the file has. */
  hint: string;
  state: ImportState;
  hidden?: Readonly<Record<string, string>>;
  children?: ReactNode;
}

/** Reads a file in: first what would happen, with every bad row by its line, then all of it or nothing. */
export function ImportForm({ action, hint, state, hidden = {}, children }: ImportFormProps) {
  const t = useT();
  const { csv, good, bad, problems } = state;
  return (
    <Details summary={t('import.title')} open={csv !== '' || problems.length > 0}>
      <Form action={action} hidden={hidden} className="form-stack" noValidate>
        {children}
        <CsvField name="csv" label={t('import.csv')} hint={hint} value={csv} problem={problemAt(problems, 'csv')} />
        {bad.length > 0 ? (
          <ul className="import-bad" aria-label={t('import.bad')}>
            {bad.map(({ line, text }) => (
              <li key={line}>{t('import.line', { line, text })}</li>
            ))}
          </ul>
        ) : null}
        {good === null ? null : <Alert tone="good">{t('import.good', { count: good })}</Alert>}
        <div className="filter-actions">
          <Button formAction={`${action}/check`}>{t('import.check')}</Button>
          <Button tone="primary">{t('import.run')}</Button>
        </div>
      </Form>
    </Details>
  );
}
