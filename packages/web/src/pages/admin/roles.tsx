import type { RoleRow, RolesProps } from '../../props/staff-admin.ts';
import { useT } from '../../shell/request-context.tsx';
import { Shell } from '../../shell/shell.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Table, type Column } from '../../ui/table.tsx';

/** System › Permissions › User Roles (F2). */
export function AdminRolesPage({ rows }: RolesProps) {
  const t = useT();
  const columns: Column<RoleRow>[] = [
    { key: 'name', label: t('roles.name'), primary: true, cell: ({ href, name }) => <a href={href}><bdi>{name}</bdi></a> },
    { key: 'resources', label: t('roles.resources'), cell: ({ resources }) => (resources === 'all' ? t('roles.all') : t('roles.count', { count: resources })) },
    { key: 'mode', label: t('roles.mode'), cell: ({ mode }) => t(`roles.mode.${mode}`) },
    { key: 'staff', label: t('roles.staff'), align: 'end', cell: ({ staffCount }) => staffCount },
  ];
  const add = (
    <ButtonLink href="/admin/roles/new" tone="primary">
      {t('roles.new')}
    </ButtonLink>
  );
  return (
    <Shell title={t('roles.title')}>
      <PageHeader above={<p className="text-muted">{t('roles.above')}</p>} title={t('roles.title')} text={t('roles.text')} actions={add} />
      <div className="table-frame">
        <Table caption={t('roles.list')} columns={columns} rows={rows} rowKey={({ id }) => id} />
      </div>
    </Shell>
  );
}
