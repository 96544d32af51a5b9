import type { AssistEntry } from '../props/shared.ts';
import { useRequest, useT } from '../shell/request-context.tsx';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { Form } from './form.tsx';
import { Icon } from './icon.tsx';
import { PersonTag } from './person-tag.tsx';
import { StartFields, StartNotices, answersOf } from './start-questions.tsx';

/** Where the POST and the page that asks live. */
export const enterHref = (customerId: string): string => `/staff/customers/${encodeURIComponent(customerId)}/enter`;

interface LoginAsCustomerProps {
  /** Null: a guest's record, or a viewer without the right; nothing is shown. */
  entry: AssistEntry | null;
  /** In a list the accessible name says whose account. */
  inList?: boolean;
}

/**
 * "Login as Customer" (B12). Its form leads to the page that asks; with script the same is asked in a dialog. Where the account
 * can't be entered the button stays and takes the focus, and every reason stands beside it as text.
 */
export function LoginAsCustomer({ entry, inList }: LoginAsCustomerProps) {
  const t = useT();
  const { url } = useRequest();
  if (!entry) return null;
  const label = inList ? t('ui.loginAsNamed', { name: entry.customer.name }) : undefined;
  if (entry.obstacles.length > 0) return <Closed entry={entry} label={label} />;
  const dialog = `login-as-${entry.customer.id}`;
  return (
    <div className="login-as">
      <Form action={enterHref(entry.customer.id)} method="get" boost={false} hidden={{ from: url }}>
        <button className={`button button-secondary${inList ? ' button-small' : ''}`} aria-label={label} aria-haspopup="dialog" data-opens={dialog}>
          {inList ? null : <Icon name="arrow-right" />}
          {t('ui.loginAs')}
        </button>
      </Form>
      <Asking entry={entry} id={dialog} from={url} />
    </div>
  );
}

function Closed({ entry, label }: { entry: AssistEntry; label: string | undefined }) {
  const t = useT();
  const reasons = `login-as-${entry.customer.id}-reasons`;
  return (
    <div className="login-as">
      <button type="button" className={`button button-secondary${label ? ' button-small' : ''}`} aria-label={label} aria-disabled="true" aria-describedby={reasons}>
        {label ? null : <Icon name="lock" />}
        {t('ui.loginAs')}
      </button>
      <ul id={reasons} className="login-as-reasons">
        {entry.obstacles.map((reason) => (
          <li key={reason.code}>
            {reason.text} {reason.remedy ? <strong>{reason.remedy}</strong> : null}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Asking({ entry, id, from }: { entry: AssistEntry; id: string; from: string }) {
  const t = useT();
  const form = `${id}-form`;
  const go = (
    <Button tone="primary" form={form}>
      {t('ui.loginAs')}
    </Button>
  );
  return (
    <Dialog id={id} title={t('ui.loginAsTitle')} actions={go}>
      <p>
        <PersonTag who="subject" name={entry.customer.name} />
      </p>
      <p>{t('ui.loginAsText')}</p>
      <StartNotices {...entry} />
      <Form id={form} action={enterHref(entry.customer.id)} boost={false} hidden={{ from, ...answersOf(entry) }} className="start-form">
        <StartFields questions={entry} idPrefix={id} />
      </Form>
    </Dialog>
  );
}
