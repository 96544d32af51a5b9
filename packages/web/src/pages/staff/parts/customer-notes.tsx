import type { StaffCustomerProps } from '../../../props/customers.ts';
import { useFormat, useT } from '../../../shell/request-context.tsx';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { Form } from '../../../ui/form.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { PersonTag } from '../../../ui/person-tag.tsx';
import { problemAt } from '../../../ui/problems.ts';
import { Select } from '../../../ui/select.tsx';
import { TextArea } from '../../../ui/text-area.tsx';

/** What staff wrote down, and a form to add to it (A9). Nothing is changed afterwards. */
export function CustomerNotes({ customer, notes, typed, problems }: Pick<StaffCustomerProps, 'customer' | 'notes' | 'typed' | 'problems'>) {
  const t = useT();
  const { date } = useFormat();
  const kinds = (['note', 'visit'] as const).map((value) => ({ value, label: t(`customers.note.${value}`) }));
  return (
    <Panel title={t('customers.notes')} text={t('customers.notesText')}>
      <ul className="facts">
        {notes.map((note) => (
          <li key={note.id}>
            <span className="whitespace-pre-line">
              {note.kind === 'visit' ? <Badge tone="actor">{t('customers.note.visit')}</Badge> : null} <bdi>{note.text}</bdi>
            </span>
            <span className="text-muted">
              <PersonTag who="actor" name={note.staffName} hideWord /> {date(note.at, 'dateTime')}
              {note.fromInside ? ` · ${t('customers.note.inside')}` : ''}
            </span>
          </li>
        ))}
      </ul>
      <Form action={`/staff/customers/${customer.id}/notes`} className="note-form">
        <Select label={t('customers.note.kind')} name="kind" options={kinds} value={typed['kind']} />
        <TextArea label={t('customers.note.text')} name="text" value={typed['text']} rows={2} maxLength={2000} problem={problemAt(problems, 'text')} />
        <div>
          <Button>{t('customers.note.add')}</Button>
        </div>
      </Form>
    </Panel>
  );
}
