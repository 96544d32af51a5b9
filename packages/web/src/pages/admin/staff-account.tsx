import type { StaffFormProps } from '../../props/staff-admin.ts';
import { useT } from '../../shell/request-context.tsx';
import { Shell } from '../../shell/shell.tsx';
import { Alert } from '../../ui/alert.tsx';
import { Breadcrumb } from '../../ui/breadcrumb.tsx';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProblemList } from '../../ui/problem-list.tsx';
import { problemsBeside } from '../../ui/problems.ts';
import { StaffLayout } from './parts/staff-layout.tsx';
import { PersonFields, PlaceFields, RightsFields, SalesFields } from './parts/staff-fields.tsx';

const FORM = 'staff';

/** One staff account (A3); a new one is invited by mail to choose a password. */
export function AdminStaffAccountPage(props: StaffFormProps) {
  const t = useT();
  const { id, title, frame, locked } = props;
  const save = (
    <Button tone="primary" form={FORM}>
      {t('staffForm.save')}
    </Button>
  );
  if (frame !== null) {
    return (
      <StaffLayout frame={frame} actions={locked ? undefined : save}>
        <Fields {...props} />
      </StaffLayout>
    );
  }
  return (
    <Shell title={title}>
      <PageHeader above={<Breadcrumb crumbs={[{ name: t('staffList.title'), href: '/admin/staff' }]} here={title} />} title={<bdi>{title}</bdi>} text={id === null ? t('staffForm.newText') : undefined} actions={locked ? undefined : save} />
      <Fields {...props} />
    </Shell>
  );
}

function Fields(props: StaffFormProps) {
  const t = useT();
  const { id, fields, locked, problems } = props;
  return (
    <Form id={FORM} action={id === null ? '/admin/staff' : `/admin/staff/${id}`} className="stack" noValidate>
      {locked ? <Alert tone="warn">{t('staffForm.locked')}</Alert> : null}
      <ProblemList problems={problemsBeside(problems, Object.keys(fields))} />
      <PersonFields {...props} />
      <RightsFields {...props} />
      <PlaceFields {...props} />
      <SalesFields {...props} />
    </Form>
  );
}
