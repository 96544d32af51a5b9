import type { AccountProps } from '../../../props/storefront.ts';
import { useRequest, useStore, useT } from '../../../shell/request-context.tsx';
import { Button } from '../../../ui/button.tsx';
import { Form } from '../../../ui/form.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { problemAt } from '../../../ui/problems.ts';
import { TextArea } from '../../../ui/text-area.tsx';

/** D7: a note on the customer from inside the context; nobody else ever sees the form. */
export function ContextNote({ note }: Pick<AccountProps, 'note'>) {
  const t = useT();
  const { assist } = useRequest();
  const { base } = useStore();
  // View mode reads (B17).
  if (!assist || assist.mode === 'view') return null;
  return (
    <Panel title={t('customers.note.title', { name: assist.subjectName })} text={t('customers.note.hidden')} tone="actor">
      <Form action={`${base}/account/notes`} className="grid gap-3">
        <TextArea label={t('customers.note.text')} name="text" value={note?.text} rows={2} maxLength={2000} problem={problemAt(note?.problems ?? [], 'text')} />
        <div>
          <Button>{t('customers.note.add')}</Button>
        </div>
      </Form>
    </Panel>
  );
}
