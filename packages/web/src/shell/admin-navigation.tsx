import type { AdminEntry } from '../request.ts';
import { useRequest, useT } from './request-context.tsx';

export const adminHref: Readonly<Record<AdminEntry, string>> = {
  orders: '/admin/orders',
  configuration: '/admin/configuration',
  'action-logs': '/admin/action-logs',
  mails: '/admin/mails',
};

/** The order administrators know from Adobe Commerce. */
const groups: readonly { name: 'sales' | 'stores' | 'system'; entries: readonly AdminEntry[] }[] = [
  { name: 'sales', entries: ['orders'] },
  { name: 'stores', entries: ['configuration'] },
  { name: 'system', entries: ['action-logs', 'mails'] },
];

/** Only what the viewer may open; a group with nothing in it is left out. */
export function AdminNavigation() {
  const t = useT();
  const { viewer, url } = useRequest();
  const allowed = viewer.kind === 'actor' ? viewer.admin : [];
  return (
    <nav aria-label={t('shell.adminNavigation')} className="side-nav admin-nav">
      {groups.map(({ name, entries }) => {
        const open = entries.filter((entry) => allowed.includes(entry));
        if (open.length === 0) return null;
        return (
          <div key={name}>
            <h2 id={`admin-${name}`}>{t(`shell.admin.${name}`)}</h2>
            <ul aria-labelledby={`admin-${name}`}>
              {open.map((entry) => (
                <li key={entry}>
                  <a href={adminHref[entry]} aria-current={url.startsWith(adminHref[entry]) ? 'page' : undefined}>
                    {t(`shell.admin.${entry}`)}
                  </a>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </nav>
  );
}
