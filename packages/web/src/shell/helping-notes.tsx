import { Button } from '../ui/button.tsx';
import { Form } from '../ui/form.tsx';
import { Icon } from '../ui/icon.tsx';
import { useRequest, useT } from './request-context.tsx';

/** In the customer's own browser, while somebody is in the account: who, and the way to end it (B20). */
export function HelpingNotes() {
  const t = useT();
  const { helping, store } = useRequest();
  if (helping.length === 0 || !store) return null;
  return (
    <section className="helping" aria-label={t('shell.helpingRegion')}>
      {helping.map(({ id, name }) => (
        <div key={id} className="helping-note container">
          <Icon name="actor" />
          <a href={`${store.base}/account/assistance`}>{t('shell.helping', { name })}</a>
          <Form action={`${store.base}/account/assistance/${id}/stop`}>
            <Button size="small" label={t('assistance.stopLabel', { name })}>
              {t('shell.helpingStop')}
            </Button>
          </Form>
        </div>
      ))}
    </section>
  );
}
