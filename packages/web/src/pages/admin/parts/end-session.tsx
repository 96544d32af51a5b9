import { endReasonSentence } from '@onbehalf/core';
import { useRequest, useT } from '../../../shell/request-context.tsx';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Form } from '../../../ui/form.tsx';
import { PersonTag } from '../../../ui/person-tag.tsx';
import { TextField } from '../../../ui/text-field.tsx';

export const END_DIALOG = 'end-session';
const NOTE_LENGTH = 200;

/** Word for word what the member of staff will read. */
export function useEndedSentence(): string {
  const t = useT();
  const { locale } = useRequest();
  return t('ended.title', { reason: endReasonSentence('ended-by-administrator', locale) });
}

/** One for all rows: the button that opens it fills in whose session it is (client/opening-dialogs). */
export function EndSessionDialog() {
  const t = useT();
  const form = `${END_DIALOG}-form`;
  const go = (
    <Button tone="danger" form={form}>
      {t('live.end')}
    </Button>
  );
  return (
    <Dialog id={END_DIALOG} title={t('live.end')} actions={go}>
      <p className="live-people">
        <PersonTag who="actor" name={<span data-put="actor" />} />
        <PersonTag who="subject" name={<span data-put="customer" />} />
      </p>
      <p>{t('live.endTextAny', { sentence: useEndedSentence() })}</p>
      <p role="status" className="live-gone" data-gone="" data-text={t('live.goneMeanwhile')} />
      <Form id={form} action="/admin/assist-sessions" boost={false}>
        <NoteField />
      </Form>
    </Dialog>
  );
}

export function NoteField() {
  const t = useT();
  return <TextField name="note" label={t('live.note')} hint={t('live.noteHint')} optional maxLength={NOTE_LENGTH} autoComplete="off" />;
}
