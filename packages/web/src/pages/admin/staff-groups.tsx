import type { StaffGroupsProps } from '../../props/staff-admin.ts';
import { useT } from '../../shell/request-context.tsx';
import { Shell } from '../../shell/shell.tsx';
import { Badge } from '../../ui/badge.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Table, type Column } from '../../ui/table.tsx';

type GroupRow = StaffGroupsProps['rows'][number];

/** Staff › Staff groups (A4). */
export function AdminStaffGroupsPage({ rows }: StaffGroupsProps) {
  const t = useT();
  const columns: Column<GroupRow>[] = [
    {
      key: 'name', label: t('staffGroups.name'), primary: true,
      cell: ({ href, name, isDefault }) => (
        <>
          <a href={href}><bdi>{name}</bdi></a> {isDefault ? <Badge tone="accent">{t('staffGroups.default')}</Badge> : null}
        </>
      ),
    },
    { key: 'lead', label: t('staffGroups.lead'), cell: ({ leadName }) => (leadName === '' ? <span className="text-muted">{t('admin.orders.nobody')}</span> : <bdi>{leadName}</bdi>) },
    { key: 'staff', label: t('roles.staff'), align: 'end', cell: ({ staffCount }) => staffCount },
  ];
  const add = (
    <ButtonLink href="/admin/staff-groups/new" tone="primary">
      {t('staffGroups.new')}
    </ButtonLink>
  );
  return (
    <Shell title={t('staffGroups.title')}>
      <PageHeader title={t('staffGroups.title')} text={t('staffGroups.text')} actions={add} />
      <div className="table-frame">
        <Table caption={t('staffGroups.title')} columns={columns} rows={rows} rowKey={({ id }) => id} />
      </div>
    </Shell>
  );
}
