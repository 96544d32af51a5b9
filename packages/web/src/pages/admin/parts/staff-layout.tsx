import type { ReactNode } from 'react';
import type { StaffFrame } from '../../../props/assignments.ts';
import { useT } from '../../../shell/request-context.tsx';
import { Shell } from '../../../shell/shell.tsx';
import { Breadcrumb } from '../../../ui/breadcrumb.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { SideSections } from '../../../ui/side-sections.tsx';

/** Every section of one staff account: the panel at the left, actions top right. */
export function StaffLayout({ frame, actions, children }: { frame: StaffFrame; actions?: ReactNode; children: ReactNode }) {
  const t = useT();
  const above = frame.parent === 'staff' ? { name: t('staffList.title'), href: '/admin/staff' } : { name: t('assignments.title'), href: '/admin/assignments' };
  return (
    <Shell title={frame.name}>
      <PageHeader above={<Breadcrumb crumbs={[above]} here={frame.name} />} title={<bdi>{frame.name}</bdi>} actions={actions} />
      <SideSections title={t('staffSections.panel')} sections={frame.sections.map(({ key, href, current }) => ({ label: t(`staffSections.${key}`), href, current }))}>
        {children}
      </SideSections>
    </Shell>
  );
}
