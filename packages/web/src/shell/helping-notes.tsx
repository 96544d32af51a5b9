import { Button } from '../ui/button.tsx';
import { Form } from '../ui/form.tsx';
import { Icon } from '../ui/icon.tsx';
import { useRequest, useT } from './request-context.tsx';

const EVERY_SECONDS = 20;
const ANY = '00000000-0000-0000-0000-000000000000';

/**
 * In the customer's own browser, while somebody is in the account: who, and the way to end it (B20). It comes and goes while
 * the page stands (client/helping-notes); the template is what a note looks like, "#" stands for the name.
 */
export function HelpingNotes() {
  const t = useT();
  const { helping, store, viewer, assist } = useRequest();
  if (viewer.kind !== 'customer' || assist || !store) return null;
  return (
    <helping-notes src={`${store.base}/account/assistance/now`} every={EVERY_SECONDS} data-begun={t('shell.helping', { name: '#' })} data-over={t('shell.helpingOver', { name: '#' })}>
      <span aria-live="polite" className="sr-only" data-say="" />
      <section className="helping" aria-label={t('shell.helpingRegion')} hidden={helping.length === 0} data-notes="">
        {helping.map(({ id, name }) => (
          <Note key={id} id={id} name={name} base={store.base} />
        ))}
      </section>
      <template>
        <Note id={ANY} name="#" base={store.base} />
      </template>
    </helping-notes>
  );
}

function Note({ id, name, base }: { id: string; name: string; base: string }) {
  const t = useT();
  return (
    <div className="helping-note container" data-note={id}>
      <Icon name="actor" />
      <a href={`${base}/account/assistance`} data-words="">
        {t('shell.helping', { name })}
      </a>
      <Form action={`${base}/account/assistance/${id}/stop`}>
        <Button size="small" label={t('assistance.stopLabel', { name })}>
          {t('shell.helpingStop')}
        </Button>
      </Form>
    </div>
  );
}
