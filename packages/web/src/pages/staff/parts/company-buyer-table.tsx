import type { AdminCompanyBuyer } from '../../../props/company.ts';
import { useT } from '../../../shell/request-context.tsx';
import { Badge, ConsentBadge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { EmailText } from '../../../ui/email-text.tsx';
import { Form } from '../../../ui/form.tsx';
import { Table, type Column } from '../../../ui/table.tsx';

interface CompanyBuyerTableProps {
  buyers: readonly AdminCompanyBuyer[];
  /** The company's page, for whoever keeps its buyers; left out, they are only looked at. */
  keptAt?: string;
}

/** A company's buyers as staff see them: each with a consent of his own (B10). */
export function CompanyBuyerTable({ buyers, keptAt }: CompanyBuyerTableProps) {
  const t = useT();
  const columns: Column<AdminCompanyBuyer>[] = [
    {
      key: 'name', label: t('company.role.buyer'), primary: true,
      cell: ({ href, name, email }) => (
        <>
          <a href={href}><bdi>{name}</bdi></a>
          <span className="cell-more block"><EmailText email={email} /></span>
        </>
      ),
    },
    { key: 'role', label: t('company.role'), cell: ({ role }) => t(`company.role.${role}`) },
    { key: 'status', label: t('company.status'), cell: ({ status, isConfirmed }) => <Badge tone={status === 'active' && isConfirmed ? 'good' : 'warn'}>{isConfirmed ? t(`customers.status.${status}`) : t('companies.invited')}</Badge> },
    { key: 'consent', label: t('companies.consent'), cell: ({ consent }) => <ConsentBadge consent={consent} /> },
  ];
  if (keptAt !== undefined) columns.push({ key: 'actions', label: t('company.actions'), hideLabel: true, align: 'end', cell: (buyer) => <Actions buyer={buyer} keptAt={keptAt} /> });
  return <Table caption={t('company.buyers')} columns={columns} rows={buyers} rowKey={({ id }) => id} />;
}

function Actions({ buyer: { id, name, role }, keptAt }: { buyer: AdminCompanyBuyer; keptAt: string }) {
  const t = useT();
  const other = role === 'administrator' ? 'buyer' : 'administrator';
  const label = t(other === 'administrator' ? 'company.makeAdministrator' : 'company.makeBuyer');
  const dialog = `remove-${id}`;
  return (
    <div className="flex flex-wrap gap-2">
      <Form action={`${keptAt}/buyers/${id}`} hidden={{ role: other }}>
        <Button size="small" tone="quiet" label={`${label}: ${name}`}>
          {label}
        </Button>
      </Form>
      <Button type="button" size="small" command="show-modal" commandFor={dialog} label={t('companies.removeNamed', { name })}>
        {t('companies.remove')}
      </Button>
      <Dialog
        id={dialog}
        title={t('companies.removeNamed', { name })}
        actions={
          <Button tone="danger" form={`${dialog}-form`}>
            {t('companies.remove')}
          </Button>
        }
      >
        <p>{t('companies.removeText', { name })}</p>
        <Form action={`${keptAt}/buyers/${id}/remove`} id={`${dialog}-form`} />
      </Dialog>
    </div>
  );
}
