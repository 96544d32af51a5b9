import type { ReactNode } from 'react';
import { useT } from '../../../shell/request-context.tsx';
import { Shell } from '../../../shell/shell.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { SideSections } from '../../../ui/side-sections.tsx';

const SECTIONS = [
  { key: 'accountSections.details', href: '/staff/account' },
  { key: 'factor.title', href: '/staff/account/second-factor' },
  { key: 'sessions.title', href: '/staff/account/sessions' },
] as const;

/** Every section of the own account. */
export function AccountLayout({ open, text, actions, children }: { open: (typeof SECTIONS)[number]['href']; text?: string; actions?: ReactNode; children: ReactNode }) {
  const t = useT();
  const section = SECTIONS.find(({ href }) => href === open);
  const title = section === undefined || open === '/staff/account' ? t('staff.account.title') : t(section.key);
  return (
    <Shell title={title}>
      <PageHeader title={title} text={text} actions={actions} />
      <SideSections title={t('accountSections.panel')} sections={SECTIONS.map(({ key, href }) => ({ label: t(key), href, current: href === open }))}>
        {children}
      </SideSections>
    </Shell>
  );
}
