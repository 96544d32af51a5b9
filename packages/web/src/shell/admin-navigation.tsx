import type { AdminEntry } from '../request.ts';
import { useRequest, useT } from './request-context.tsx';

/** The order administrators know from Adobe Commerce. */
const groups: readonly { name: 'sales' | 'catalog' | 'customers' | 'staff' | 'stores' | 'system'; entries: readonly AdminEntry[] }[] = [
  { name: 'sales', entries: ['orders', 'invoices', 'shipments', 'credit-memos'] },
  { name: 'catalog', entries: ['products', 'categories', 'prices', 'price-lists', 'coupons'] },
  { name: 'customers', entries: ['customers', 'companies', 'assist-sessions'] },
  { name: 'staff', entries: ['staff', 'staff-groups', 'assignments'] },
  { name: 'stores', entries: ['configuration', 'tax-rates', 'shipping-methods'] },
  { name: 'system', entries: ['roles', 'action-logs', 'mails'] },
];

export const adminHref = (entry: AdminEntry): string => `/admin/${entry}`;

const isHere = (entry: AdminEntry, url: string): boolean => new RegExp(`^/admin/${entry}(?:[/?]|$)`, 'u').test(url);

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
            <h2 id={`admin-${name}`}>{t(`shell.admin.group.${name}`)}</h2>
            <ul aria-labelledby={`admin-${name}`}>
              {open.map((entry) => (
                <li key={entry}>
                  <a href={adminHref(entry)} aria-current={isHere(entry, url) ? 'page' : undefined}>
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
