import type { StaffHandoffProps } from '../../props/staff.ts';
import { useT } from '../../shell/request-context.tsx';
import { Shell } from '../../shell/shell.tsx';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { PageHeader } from '../../ui/page-header.tsx';

/** For the moment between the portal and a store on another origin. By hand too: whoever runs no script presses the button. */
export function StaffHandoffPage({ id, nonce, storeName, backHref }: StaffHandoffProps) {
  const t = useT();
  return (
    <Shell title={t('handoff.title', { store: storeName })} width="narrow">
      <div className="gate">
        <PageHeader title={t('handoff.title', { store: storeName })} text={t('handoff.text')} />
        <hand-over>
          <Form action={`/staff/handoffs/${id}`} hidden={{ nonce }} boost={false} className="gate-form">
            <Button tone="primary" size="large" wide icon="arrow-right">
              {t('handoff.go')}
            </Button>
          </Form>
        </hand-over>
        <p>
          <a href={backHref}>{t('handoff.back')}</a>
        </p>
      </div>
    </Shell>
  );
}
