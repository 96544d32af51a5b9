import type { NewCustomerProps } from '../../../props/customers.ts';
import { useT } from '../../../shell/request-context.tsx';
import { Button, ButtonLink } from '../../../ui/button.tsx';
import { Form } from '../../../ui/form.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { ProblemList } from '../../../ui/problem-list.tsx';
import { problemAt, problemsBeside } from '../../../ui/problems.ts';
import { Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';

const account = [
  { name: 'firstName', optional: false },
  { name: 'lastName', optional: false },
  { name: 'company', optional: true },
  { name: 'vatNumber', optional: true },
  { name: 'phone', optional: true },
] as const;

const address = [
  { name: 'street', className: undefined },
  { name: 'postcode', className: 'span-third' },
  { name: 'city', className: 'span-two-thirds' },
  { name: 'region', className: 'span-half' },
] as const;

const NAMES = [...account, ...address].map(({ name }) => name as string).concat('email', 'externalId', 'store', 'group', 'country');

/** A10: everything of a new customer but the password. */
export function NewCustomerForm(props: NewCustomerProps) {
  const t = useT();
  const { action, backHref, problems } = props;
  return (
    <Form action={action} className="grid gap-4">
      <ProblemList problems={problemsBeside(problems, NAMES)} />
      <Panel title={t('customers.new.account')}>
        <Account {...props} />
      </Panel>
      <Panel title={t('customers.new.address')} text={t('customers.new.addressHint')}>
        <AddressPart {...props} />
      </Panel>
      <div className="flex flex-wrap gap-2">
        <Button tone="primary">{t('customers.new.save')}</Button>
        <ButtonLink href={backHref} tone="quiet">
          {t('ui.cancel')}
        </ButtonLink>
      </div>
    </Form>
  );
}

function Account({ stores, groups, typed, problems }: NewCustomerProps) {
  const t = useT();
  return (
    <div className="form-grid">
      {account.map(({ name, optional }) => (
        <TextField key={name} label={t(`information.${name}`)} name={name} value={typed[name]} problem={problemAt(problems, name)} autoComplete="off" maxLength={200} className="span-half" optional={optional} />
      ))}
      <TextField label={t('login.email')} name="email" type="email" value={typed['email']} problem={problemAt(problems, 'email')} autoComplete="off" maxLength={254} className="span-half" />
      <Select label={t('customers.store')} name="store" options={stores} value={typed['store']} problem={problemAt(problems, 'store')} className="span-half" />
      <Select label={t('staff.customers.group')} name="group" options={groups} value={typed['group']} problem={problemAt(problems, 'group')} className="span-half" />
      <TextField label={t('staff.customers.externalId')} name="externalId" value={typed['externalId']} problem={problemAt(problems, 'externalId')} maxLength={60} className="span-half" optional />
    </div>
  );
}

function AddressPart({ countries, typed, problems }: NewCustomerProps) {
  const t = useT();
  return (
    <div className="form-grid">
      {address.map(({ name, className }) => (
        <TextField key={name} label={t(`address.${name}`)} name={name} value={typed[name]} problem={problemAt(problems, name)} autoComplete="off" maxLength={200} className={className} optional={name === 'region'} />
      ))}
      <Select
        label={t('address.country')}
        name="country"
        options={countries.map(({ code, name }) => ({ value: code, label: name }))}
        value={typed['country']}
        problem={problemAt(problems, 'country')}
        className="span-half"
      />
    </div>
  );
}
