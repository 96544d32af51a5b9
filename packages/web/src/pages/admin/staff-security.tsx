import type { AdminStaffSecurityProps } from '../../props/sign-in.ts';
import { useT } from '../../shell/request-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Form } from '../../ui/form.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ProblemList } from '../../ui/problem-list.tsx';
import { problemsBeside } from '../../ui/problems.ts';
import { SessionTable } from '../staff/parts/session-table.tsx';
import { FactorFacts } from '../staff/second-factor.tsx';
import { StaffLayout } from './parts/staff-layout.tsx';

/** Staff › All Staff › account › Sessions and second factor (A2). */
export function AdminStaffSecurityPage(props: AdminStaffSecurityProps) {
  const t = useT();
  const { frame, sessions, mayEnd, problems } = props;
  const path = `/admin/staff/${frame.id}/sessions`;
  const endAll = mayEnd && sessions.length > 0 ? <Confirm id="end-all" action={`${path}/end-all`} label={t('staffSecurity.endAll')} title={t('staffSecurity.endAllTitle', { name: frame.name })} text={t('staffSecurity.endAllText', { name: frame.name })} /> : undefined;
  return (
    <StaffLayout frame={frame}>
      <ProblemList problems={problemsBeside(problems, [])} />
      <Panel title={t('sessions.list')} flush={sessions.length > 0} actions={endAll}>
        {sessions.length === 0 ? <EmptyState icon="lock" level={3} title={t('staffSecurity.noneTitle')} text={t('staffSecurity.none')} /> : <SessionTable sessions={sessions} endPath={mayEnd ? (id) => `${path}/${id}/end` : null} />}
      </Panel>
      <Factor {...props} />
    </StaffLayout>
  );
}

function Factor({ frame, factor, askedByRole, mayReset, isOwn }: AdminStaffSecurityProps) {
  const t = useT();
  const { name } = frame;
  return (
    <Panel title={t('staffSecurity.factor')} text={factor === null && askedByRole ? t('staffSecurity.asked', { name }) : undefined}>
      <div className="stack">
        <FactorFacts factor={factor} />
        {isOwn && factor !== null ? <p className="text-muted">{t('staffSecurity.own')}</p> : null}
        {mayReset && factor !== null && !isOwn ? (
          <div>
            <Confirm id="reset-factor" action={`/admin/staff/${frame.id}/second-factor/reset`} label={t('staffSecurity.reset')} title={t('staffSecurity.resetTitle', { name })} text={t('staffSecurity.resetText', { name })} />
          </div>
        ) : null}
      </div>
    </Panel>
  );
}

/** A button that asks once more, naming whom it is about. */
function Confirm({ id, action, label, title, text }: { id: string; action: string; label: string; title: string; text: string }) {
  return (
    <>
      <Button type="button" tone="danger" command="show-modal" commandFor={id}>
        {label}
      </Button>
      <Dialog
        id={id}
        title={title}
        actions={
          <Form action={action}>
            <Button tone="danger">{label}</Button>
          </Form>
        }
      >
        <p>{text}</p>
      </Dialog>
    </>
  );
}
