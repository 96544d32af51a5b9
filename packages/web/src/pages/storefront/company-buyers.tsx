import type { CompanyBuyerRow, CompanyBuyersProps } from '../../props/company.ts';
import { useFormat, useStore, useT } from '../../shell/request-context.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Breadcrumb } from '../../ui/breadcrumb.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { EmailText } from '../../ui/email-text.tsx';
import { Form } from '../../ui/form.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Panel } from '../../ui/panel.tsx';
import { problemAt, problemsBeside } from '../../ui/problems.ts';
import { ProblemList } from '../../ui/problem-list.tsx';
import { Select } from '../../ui/select.tsx';
import { Table, type Column } from '../../ui/table.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { AccountLayout } from './parts/account-layout.tsx';

const fields = ['firstName', 'lastName', 'email', 'role'];

/** "Buyers" of a company, for its administrators (G2). */
export function CompanyBuyersPage(props: CompanyBuyersProps) {
  const t = useT();
  const { base } = useStore();
  const { companyName, problems } = props;
  return (
    <AccountLayout title={t('company.buyers')}>
      <PageHeader above={<Breadcrumb crumbs={[{ name: companyName, href: `${base}/account/company` }]} here={t('company.buyers')} />} title={t('company.buyers')} text={t('company.buyersText')} />
      <div className="grid gap-4">
        <ProblemList problems={problemsBeside(problems, fields)} />
        <Buyers {...props} />
        <Invite {...props} />
        {props.invitations.length > 0 ? <Invitations {...props} /> : null}
        <Visibility {...props} />
      </div>
    </AccountLayout>
  );
}

const tones = { active: 'good', inactive: 'warn', 'closed-by-shop': 'bad' } as const;
const states = { active: 'company.active', inactive: 'company.inactive', 'closed-by-shop': 'company.closedByShop' } as const;

function Buyers({ buyers }: CompanyBuyersProps) {
  const t = useT();
  const columns: Column<CompanyBuyerRow>[] = [
    {
      key: 'name', label: t('company.role.buyer'), primary: true,
      cell: ({ name, email, isSelf }) => (
        <>
          <bdi className="block">{isSelf ? t('company.you', { name }) : name}</bdi>
          <span className="cell-more"><EmailText email={email} /></span>
        </>
      ),
    },
    { key: 'role', label: t('company.role'), cell: ({ role }) => t(`company.role.${role}`) },
    { key: 'state', label: t('company.status'), cell: ({ state }) => <Badge tone={tones[state]}>{t(states[state])}</Badge> },
    { key: 'actions', label: t('company.actions'), hideLabel: true, align: 'end', cell: (buyer) => (buyer.isSelf ? null : <Actions {...buyer} />) },
  ];
  return (
    <Panel title={t('company.buyers')} flush>
      <Table caption={t('company.buyers')} columns={columns} rows={buyers} rowKey={({ id }) => id} />
    </Panel>
  );
}

function Actions({ id, name, role, state }: CompanyBuyerRow) {
  const t = useT();
  const { base } = useStore();
  const path = `${base}/account/company/buyers/${id}`;
  const other = role === 'administrator' ? 'buyer' : 'administrator';
  const label = t(other === 'administrator' ? 'company.makeAdministrator' : 'company.makeBuyer');
  return (
    <div className="flex flex-wrap justify-end gap-2">
      <Form action={`${path}/role`} hidden={{ role: other }}>
        <Button size="small" label={`${label}: ${name}`}>
          {label}
        </Button>
      </Form>
      {state === 'active' ? <Deactivate {...{ id, name, path }} /> : null}
      {state === 'inactive' ? (
        <Form action={`${path}/activate`}>
          <Button size="small" label={t('company.activateNamed', { name })}>
            {t('company.activate')}
          </Button>
        </Form>
      ) : null}
    </div>
  );
}

/** A dialog says first what it does; the browser opens it by itself. */
function Deactivate({ id, name, path }: { id: string; name: string; path: string }) {
  const t = useT();
  const dialog = `deactivate-${id}`;
  return (
    <>
      <Button type="button" size="small" command="show-modal" commandFor={dialog} label={t('company.deactivateNamed', { name })}>
        {t('company.deactivate')}
      </Button>
      <Dialog
        id={dialog}
        title={t('company.deactivateNamed', { name })}
        actions={
          <Button tone="danger" form={`${dialog}-form`}>
            {t('company.deactivate')}
          </Button>
        }
      >
        <p>{t('company.deactivateText', { name })}</p>
        <Form action={`${path}/deactivate`} id={`${dialog}-form`} />
      </Dialog>
    </>
  );
}

function Invite({ typed, problems }: CompanyBuyersProps) {
  const t = useT();
  const { base } = useStore();
  return (
    <Panel title={t('company.invite')} text={t('company.inviteText')}>
      <Form action={`${base}/account/company/buyers`} className="grid gap-4" noValidate>
        <div className="form-grid">
          <TextField label={t('information.firstName')} name="firstName" value={typed['firstName']} problem={problemAt(problems, 'firstName')} autoComplete="off" maxLength={80} className="span-half" />
          <TextField label={t('information.lastName')} name="lastName" value={typed['lastName']} problem={problemAt(problems, 'lastName')} autoComplete="off" maxLength={80} className="span-half" />
          <TextField label={t('login.email')} name="email" type="email" value={typed['email']} problem={problemAt(problems, 'email')} autoComplete="off" maxLength={254} className="span-half" />
          <Select
            label={t('company.role')}
            name="role"
            value={typed['role'] ?? 'buyer'}
            options={(['buyer', 'administrator'] as const).map((role) => ({ value: role, label: t(`company.role.${role}`) }))}
            hint={t('company.roleHint')}
            className="span-half"
          />
        </div>
        <div>
          <Button tone="primary">{t('company.inviteSend')}</Button>
        </div>
      </Form>
    </Panel>
  );
}

function Invitations({ invitations }: CompanyBuyersProps) {
  const t = useT();
  const { base } = useStore();
  const { date } = useFormat();
  const columns: Column<(typeof invitations)[number]>[] = [
    {
      key: 'name', label: t('company.role.buyer'), primary: true,
      cell: ({ name, email }) => (
        <>
          <bdi className="block">{name}</bdi>
          <span className="cell-more"><EmailText email={email} /></span>
        </>
      ),
    },
    { key: 'role', label: t('company.role'), cell: ({ role }) => t(`company.role.${role}`) },
    { key: 'at', label: t('company.invitedOn'), cell: ({ at }) => <time dateTime={at.toISOString()}>{date(at)}</time> },
    {
      key: 'actions', label: t('company.actions'), hideLabel: true, align: 'end',
      cell: ({ id, name }) => (
        <Form action={`${base}/account/company/invitations/${id}/withdraw`}>
          <Button size="small" tone="quiet" label={t('company.withdrawNamed', { name })}>
            {t('company.withdraw')}
          </Button>
        </Form>
      ),
    },
  ];
  return (
    <Panel title={t('company.invitations')} flush>
      <Table caption={t('company.invitations')} columns={columns} rows={invitations} rowKey={({ id }) => id} />
    </Panel>
  );
}

function Visibility({ orderVisibility }: CompanyBuyersProps) {
  const t = useT();
  const { base } = useStore();
  return (
    <Panel title={t('company.orders')}>
      <Form action={`${base}/account/company/visibility`} className="grid gap-4">
        <Select
          label={t('company.visibility')}
          name="orderVisibility"
          value={orderVisibility}
          options={(['own', 'company'] as const).map((one) => ({ value: one, label: t(`company.visibility.${one}`) }))}
        />
        <div>
          <Button>{t('company.save')}</Button>
        </div>
      </Form>
    </Panel>
  );
}
