import type { StaffAccountFields, StaffFormProps } from '../../../props/staff-admin.ts';
import { useT } from '../../../shell/request-context.tsx';
import { FieldProblem } from '../../../ui/field.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { problemAt } from '../../../ui/problems.ts';
import { Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';

const LANGUAGE_NAMES = { en: 'English', de: 'Deutsch', es: 'Español' } as const;

type Fields = Pick<StaffFormProps, 'fields' | 'problems' | 'locked'>;

/** Who it is. */
export function PersonFields({ fields, problems, locked, id }: StaffFormProps) {
  const t = useT();
  const shared = (name: keyof StaffAccountFields) => ({ name, disabled: locked, autoFocus: false, problem: problemAt(problems, name) });
  return (
    <Panel title={t('staffForm.person')}>
      <div className="admin-form">
        <TextField {...shared('firstName')} autoFocus={id === null} label={t('staffForm.firstName')} value={fields.firstName} required maxLength={120} autoComplete="off" />
        <TextField {...shared('lastName')} label={t('staffForm.lastName')} value={fields.lastName} required maxLength={120} autoComplete="off" />
        <TextField {...shared('email')} type="email" label={t('staff.email')} value={fields.email} required maxLength={254} autoComplete="off" />
        <TextField {...shared('phone')} type="tel" label={t('staffForm.phone')} value={fields.phone} optional maxLength={120} autoComplete="off" />
        <YesNo {...{ fields, problems, locked }} name="active" label={t('staffForm.active')} hint={t('staffForm.activeHint')} />
      </div>
    </Panel>
  );
}

/** What it may do (F2), beside its role. */
export function RightsFields({ fields, problems, locked, roles, groups }: StaffFormProps) {
  const t = useT();
  const form = { fields, problems, locked };
  const prompt = { value: '', label: t('staffForm.choose'), isPrompt: true };
  return (
    <Panel title={t('staffForm.rights')}>
      <div className="admin-form">
        <Select name="role" label={t('staffForm.role')} options={[...(fields.role === '' ? [prompt] : []), ...roles]} value={fields.role} disabled={locked} problem={problemAt(problems, 'role')} />
        <Select name="group" label={t('staffForm.group')} options={[...(fields.group === '' ? [prompt] : []), ...groups]} value={fields.group} disabled={locked} problem={problemAt(problems, 'group')} />
        <YesNo {...form} name="accessAllCustomers" label={t('staffForm.accessAllCustomers')} hint={t('staffForm.accessAllCustomersHint')} />
        <YesNo {...form} name="canEditItemPrice" label={t('staffForm.canEditItemPrice')} hint={t('staffForm.canEditItemPriceHint')} />
        <YesNo {...form} name="canCreateCustomer" label={t('staffForm.canCreateCustomer')} />
      </div>
    </Panel>
  );
}

/** Where it works, and in which language and zone. */
export function PlaceFields({ fields, problems, locked, stores, languages, timeZones }: StaffFormProps) {
  const t = useT();
  const problem = problemAt(problems, 'stores');
  return (
    <Panel title={t('staffForm.place')}>
      <div className="admin-form">
        <fieldset aria-describedby={problem ? 'field-stores-problem' : undefined}>
          <legend className="field-label">{t('staffForm.stores')}</legend>
          {stores.map(({ value, label }) => (
            <div key={value} className="checkbox">
              <input type="checkbox" id={`store-${value}`} name="stores" value={value} defaultChecked={fields.stores.includes(value)} disabled={locked} />
              <label htmlFor={`store-${value}`}>{label}</label>
            </div>
          ))}
          {problem ? <FieldProblem id="field-stores-problem" problem={problem} /> : null}
        </fieldset>
        <Select name="language" label={t('staffForm.language')} options={languages.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))} value={fields.language} disabled={locked} problem={problemAt(problems, 'language')} />
        <Select name="timeZone" label={t('staffForm.timeZone')} options={timeZones.map((value) => ({ value, label: value.replaceAll('_', ' ') }))} value={fields.timeZone} disabled={locked} problem={problemAt(problems, 'timeZone')} />
      </div>
    </Panel>
  );
}

/** What it earns and may give away, and its copy of each order. */
export function SalesFields({ fields, problems, locked, ownCustomerName }: StaffFormProps) {
  const t = useT();
  const shared = (name: keyof StaffAccountFields) => ({ name, disabled: locked, autoFocus: false, problem: problemAt(problems, name) });
  return (
    <Panel title={t('staffForm.sales')}>
      <div className="admin-form">
        <TextField {...shared('commissionRate')} inputMode="decimal" label={t('staffForm.commissionRate')} hint={t('staffForm.commissionRateHint')} value={fields.commissionRate} optional maxLength={10} />
        <TextField {...shared('maxDiscount')} inputMode="decimal" label={t('staffForm.maxDiscount')} hint={t('staffForm.maxDiscountHint')} value={fields.maxDiscount} optional maxLength={10} />
        <YesNo {...{ fields, problems, locked }} name="orderConfirmationCopy" label={t('staffForm.orderConfirmationCopy')} hint={t('staffForm.orderConfirmationCopyHint')} />
        <TextField
          {...shared('ownCustomer')}
          label={t('staffForm.ownCustomer')}
          hint={ownCustomerName === '' ? t('staffForm.ownCustomerHint') : t('staffForm.ownCustomerIs', { name: ownCustomerName })}
          value={fields.ownCustomer}
          optional
          maxLength={254}
          autoComplete="off"
        />
      </div>
    </Panel>
  );
}

interface YesNoProps extends Fields {
  name: 'active' | 'accessAllCustomers' | 'canEditItemPrice' | 'canCreateCustomer' | 'orderConfirmationCopy';
  label: string;
  hint?: string;
}

function YesNo({ name, label, hint, fields, problems, locked }: YesNoProps) {
  const t = useT();
  const options = [{ value: '1', label: t('admin.configuration.yes') }, { value: '0', label: t('admin.configuration.no') }];
  return <Select {...{ name, label, hint, options }} value={fields[name] ? '1' : '0'} disabled={locked} problem={problemAt(problems, name)} />;
}
