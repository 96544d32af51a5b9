import type { ReactNode } from 'react';
import { Shell } from '../../../shell/shell.tsx';
import { useRequest, useStore, useT } from '../../../shell/request-context.tsx';
import { Button } from '../../../ui/button.tsx';
import { Form } from '../../../ui/form.tsx';

/** The account's pages: navigation left, above on a phone. */
export function AccountLayout({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Shell title={title}>
      <div className="with-side">
        <AccountNavigation />
        <div className="account-content">{children}</div>
      </div>
    </Shell>
  );
}

const places = ['dashboard', 'orders', 'addresses', 'company', 'information', 'wishlist', 'newsletter', 'assistance'] as const;

function AccountNavigation() {
  const t = useT();
  const { url, assist, buysForCompany } = useRequest();
  const { base } = useStore();
  const path = url.split('?')[0] ?? '';
  const hrefOf = (place: (typeof places)[number]) => (place === 'dashboard' ? `${base}/account` : `${base}/account/${place}`);
  const isHere = (href: string) => (href === `${base}/account` ? path === href : path.startsWith(href));
  return (
    <nav className="side-nav account-nav" aria-label={t('account.navigation')}>
      <ul>
        {places.filter((place) => (!assist || place !== 'assistance') && (buysForCompany || place !== 'company')).map((place) => (
          <li key={place}>
            <a href={hrefOf(place)} aria-current={isHere(hrefOf(place)) ? 'page' : undefined}>
              {t(place === 'assistance' ? 'account.helped' : `account.${place}`)}
            </a>
          </li>
        ))}
      </ul>
      {assist ? null : (
        <Form action={`${base}/account/logout`} boost={false}>
          <Button tone="quiet">{t('shell.logOut')}</Button>
        </Form>
      )}
    </nav>
  );
}
