import type { AdminCustomerInformationProps } from '../../props/customers.ts';
import { useT } from '../../shell/request-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ProblemList } from '../../ui/problem-list.tsx';
import { problemAt, problemsBeside } from '../../ui/problems.ts';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { ConsentSetting } from './parts/consent-setting.tsx';
import { STATUSES } from './parts/customer-filters.tsx';
import { CustomerLayout } from './parts/customer-layout.tsx';

const FORM = 'customer';
const NAMES = ['paymentDays', 'store', 'group', 'firstName', 'lastName', 'email', 'company', 'vatNumber', 'phone', 'externalId', 'status', 'confirmed', 'consent'] as const;

/** Customers › All Customers › customer › Customer Information › Account Information (B10, F3). */
export function AdminCustomerInformationPage(props: AdminCustomerInformationProps) {
  const t = useT();
  const { frame, problems } = props;
  const save = (
    <Button tone="primary" form={FORM}>
      {t('customers.save')}
    </Button>
  );
  return (
    <CustomerLayout frame={frame} actions={save}>
      <Form id={FORM} action={`/admin/customers/${frame.id}/information`} className="grid gap-4">
        <ProblemList problems={problemsBeside(problems, NAMES)} />
        <Panel title={t('customers.section.information')}>
          <Place {...props} />
          <Person {...props} />
        </Panel>
        <ConsentSetting {...props} />
        <Panel title={t('customers.access')}>
          <Access {...props} />
        </Panel>
      </Form>
    </CustomerLayout>
  );
}

function Place({ websiteName, stores, groups, ofCompany, typed, problems }: AdminCustomerInformationProps) {
  const t = useT();
  return (
    <div className="form-grid">
      <TextField label={t('customers.website')} name="website" value={websiteName} disabled hint={t('customers.websiteStays')} className="span-half" />
      <Select label={t('customers.store')} name="store" options={stores} value={typed['store']} problem={problemAt(problems, 'store')} className="span-half" />
      <Select label={t('staff.customers.group')} name="group" options={groups} value={typed['group']} problem={problemAt(problems, 'group')} disabled={ofCompany} hint={ofCompany ? t('customers.keptByCompany') : undefined} className="span-half" />
      {ofCompany ? null : <TextField label={t('companies.paymentDays')} name="paymentDays" value={typed['paymentDays']} problem={problemAt(problems, 'paymentDays')} hint={t('companies.paymentDaysHint')} inputMode="numeric" maxLength={3} className="span-half" optional />}
      <TextField label={t('staff.customers.externalId')} name="externalId" value={typed['externalId']} problem={problemAt(problems, 'externalId')} maxLength={60} className="span-half" optional />
    </div>
  );
}

const person = [
  { name: 'firstName', optional: false },
  { name: 'lastName', optional: false },
  { name: 'company', optional: true },
  { name: 'vatNumber', optional: true },
  { name: 'phone', optional: true },
] as const;

function Person({ ofCompany, typed, problems }: AdminCustomerInformationProps) {
  const t = useT();
  return (
    <div className="form-grid mt-4">
      {person.map(({ name, optional }) => (
        <TextField key={name} label={t(`information.${name}`)} name={name} value={typed[name]} problem={problemAt(problems, name)} autoComplete="off" maxLength={200} className="span-half" optional={optional} disabled={ofCompany && (name === 'company' || name === 'vatNumber')} />
      ))}
      <TextField label={t('login.email')} name="email" type="email" value={typed['email']} problem={problemAt(problems, 'email')} hint={t('customers.emailHint')} autoComplete="off" maxLength={254} className="span-half" />
    </div>
  );
}

function Access({ typed, problems }: AdminCustomerInformationProps) {
  const t = useT();
  const yesNo = [{ value: '1', label: t('admin.configuration.yes') }, { value: '0', label: t('admin.configuration.no') }];
  return (
    <div className="form-grid">
      <Select
        label={t('customers.status')}
        name="status"
        options={STATUSES.map((value) => ({ value, label: t(`customers.status.${value}`) }))}
        value={typed['status']}
        problem={problemAt(problems, 'status')}
        hint={t('customers.statusHint')}
        className="span-half"
      />
      <Select label={t('customers.confirmed')} name="confirmed" options={yesNo} value={typed['confirmed']} problem={problemAt(problems, 'confirmed')} hint={t('customers.confirmedHint')} className="span-half" />
    </div>
  );
}
