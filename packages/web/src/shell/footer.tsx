import { Mark } from '../ui/mark.tsx';
import { useRequest, useStore, useT } from './request-context.tsx';

/** The storefront's end: shop, account links, stores. */
export function StorefrontFooter() {
  const t = useT();
  const { categories, storeLinks, portalHref } = useRequest();
  const { base, name, currency, pricesIncludeTax } = useStore();
  const help = [
    { name: t('shell.account'), href: `${base}/account` },
    { name: t('shell.cart'), href: `${base}/cart` },
    { name: t('shell.staffPortal'), href: portalHref },
  ];
  return (
    <footer className="footer">
      <div className="container footer-columns">
        <div className="footer-shop">
          <Mark size={20} />
          <p className="font-semibold">{name}</p>
          <p className="text-muted">
            {currency}. {t('shell.footerLine', { included: pricesIncludeTax ? 'yes' : 'no' })}
          </p>
        </div>
        <FooterLinks title={t('shell.categories')} links={categories} />
        <FooterLinks title={t('shell.help')} links={help} />
        {storeLinks.length > 1 ? <FooterLinks title={t('shell.stores')} links={storeLinks} boost={false} /> : null}
      </div>
    </footer>
  );
}

function FooterLinks({ title, links, boost = true }: { title: string; links: readonly { name: string; href: string; locale?: string }[]; boost?: boolean }) {
  return (
    <div>
      <h2>{title}</h2>
      <ul>
        {links.map((link) => (
          <li key={link.href}>
            <a href={link.href} lang={link.locale} {...(boost ? {} : { 'hx-boost': 'false' })}>
              {link.name}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
