import type { OwnSessionsProps } from '../../props/sign-in.ts';
import { useT } from '../../shell/request-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Form } from '../../ui/form.tsx';
import { Panel } from '../../ui/panel.tsx';
import { AccountLayout } from './parts/account-layout.tsx';
import { SessionTable } from './parts/session-table.tsx';

const PATH = '/staff/account/sessions';

/** My account › Sessions (A2). */
export function OwnSessionsPage({ sessions }: OwnSessionsProps) {
  const t = useT();
  const everywhere = (
    <Button type="button" icon="log-out" command="show-modal" commandFor="end-all">
      {t('sessions.endAll')}
    </Button>
  );
  return (
    <AccountLayout open={PATH} text={t('sessions.text')} actions={everywhere}>
      <Panel flush>
        <SessionTable sessions={sessions} endPath={(id) => `${PATH}/${id}/end`} />
      </Panel>
      <Dialog
        id="end-all"
        title={t('sessions.endAllTitle')}
        actions={
          <Form action={`${PATH}/end-all`} boost={false}>
            <Button tone="danger">{t('sessions.endAll')}</Button>
          </Form>
        }
      >
        <p>{t('sessions.endAllText')}</p>
      </Dialog>
    </AccountLayout>
  );
}
