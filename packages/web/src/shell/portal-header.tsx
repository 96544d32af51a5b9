import type { PageRequest, Viewer } from '../request.ts';
import { Avatar } from '../ui/avatar.tsx';
import { Button } from '../ui/button.tsx';
import { Form } from '../ui/form.tsx';
import { Icon, type IconName } from '../ui/icon.tsx';
import { Mark } from '../ui/mark.tsx';
import { adminHref } from './admin-navigation.tsx';
import { useRequest, useT } from './request-context.tsx';

type Actor = Extract<Viewer, { kind: 'actor' }>;

/** The staff portal's and admin's header. Before the login it shows the mark only. */
export function PortalHeader() {
  const t = useT();
  const { viewer } = useRequest();
  return (
    <header className="header header-portal">
      <div className="header-row container">
        <a href="/staff" className="header-logo" aria-label={t('shell.home', { name: t('shell.product') })}>
          <Mark size={24} />
          <span>{t('shell.product')}</span>
        </a>
        {viewer.kind === 'actor' ? (
          <>
            <PortalNavigation viewer={viewer} />
            <ActorMenu viewer={viewer} />
          </>
        ) : null}
      </div>
    </header>
  );
}

function PortalNavigation({ viewer }: { viewer: Actor }) {
  const t = useT();
  const { area, url } = useRequest();
  const path = url.split('?')[0] ?? '';
  const firstAdmin = viewer.admin[0];
  const entries: { href: string; label: string; icon: IconName; current: boolean }[] = [
    { href: '/staff', label: t('shell.dashboard'), icon: 'dashboard', current: path === '/staff' },
    { href: '/staff/customers', label: t('shell.customers'), icon: 'customers', current: path.startsWith('/staff/customers') },
    { href: '/staff/orders', label: t('shell.myOrders'), icon: 'orders', current: path.startsWith('/staff/orders') },
  ];
  if (viewer.mayApprove) entries.push({ href: '/staff/approvals', label: t('shell.approvals'), icon: 'check', current: path.startsWith('/staff/approvals') });
  if (viewer.mayAdmin && firstAdmin) entries.push({ href: adminHref(firstAdmin), label: t('shell.admin'), icon: 'settings', current: isAdmin(area) });
  return (
    <nav aria-label={t('shell.portalNavigation')} className="portal-nav">
      <ul>
        {entries.map((entry) => (
          <li key={entry.href}>
            <a href={entry.href} aria-current={entry.current ? (path === entry.href ? 'page' : 'true') : undefined}>
              <Icon name={entry.icon} />
              {entry.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

const isAdmin = (area: PageRequest['area']) => area === 'admin';

function ActorMenu({ viewer }: { viewer: Actor }) {
  const t = useT();
  return (
    <details className="menu header-actor" name="header-menu">
      <summary className="button button-quiet" title={viewer.name}>
        <Avatar initials={viewer.initials} />
        <span className="sr-only">
          {t('shell.staffAccount')}: {viewer.name}
        </span>
        <span className="header-word" aria-hidden="true">
          {viewer.name}
        </span>
        <Icon name="chevron-down" className="header-word" />
      </summary>
      <div className="menu-list menu-list-end">
        <p className="menu-title">
          <bdi>{viewer.name}</bdi>
          <span>{viewer.email}</span>
        </p>
        <a href="/staff/account">
          <Icon name="subject" />
          {t('shell.staffAccount')}
        </a>
        <Form action="/staff/account/logout" boost={false}>
          <Button tone="quiet" icon="log-out" className="menu-button">
            {t('shell.logOut')}
          </Button>
        </Form>
      </div>
    </details>
  );
}
