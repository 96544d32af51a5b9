import type { ReactNode } from 'react';
import { useT } from '../../../shell/request-context.tsx';
import { Shell } from '../../../shell/shell.tsx';
import { Alert } from '../../../ui/alert.tsx';
import { Breadcrumb } from '../../../ui/breadcrumb.tsx';
import { Button } from '../../../ui/button.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { SideSections } from '../../../ui/side-sections.tsx';

export const ROLE_FORM = 'role';

interface RoleFrameProps {
  /** Null: a new role, which has no resources yet. */
  id: string | null;
  title: string;
  section: 'info' | 'resources';
  locked: boolean;
  children: ReactNode;
}

/** A role with its sections under "Role Information", and "Save Role". */
export function RoleFrame({ id, title, section, locked, children }: RoleFrameProps) {
  const t = useT();
  const heading = t(section === 'info' ? 'role.info' : 'roles.resources');
  const sections = [
    { label: t('role.info'), href: id === null ? '/admin/roles/new' : `/admin/roles/${id}`, current: section === 'info' },
    ...(id === null ? [] : [{ label: t('roles.resources'), href: `/admin/roles/${id}/resources`, current: section === 'resources' }]),
  ];
  const save = (
    <Button tone="primary" form={ROLE_FORM}>
      {t('role.save')}
    </Button>
  );
  return (
    <Shell title={`${heading} · ${title}`}>
      <PageHeader above={<Breadcrumb crumbs={[{ name: t('roles.title'), href: '/admin/roles' }]} here={title} />} title={<bdi>{title}</bdi>} actions={locked ? undefined : save} />
      <SideSections title={t('role.information')} sections={sections}>
        <section aria-labelledby="section-title" className="stack">
          <h2 id="section-title">{heading}</h2>
          {locked ? <Alert tone="warn">{t('role.locked')}</Alert> : null}
          {children}
        </section>
      </SideSections>
    </Shell>
  );
}
