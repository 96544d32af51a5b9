import { ButtonLink } from '../ui/button.tsx';
import { Form } from '../ui/form.tsx';
import { Icon } from '../ui/icon.tsx';
import { Mark } from '../ui/mark.tsx';
import { useRequest, useStore, useT } from './request-context.tsx';

/** Logo, search, account, cart, categories. */
export function StorefrontHeader() {
  const t = useT();
  const { base, name } = useStore();
  return (
    <header className="header">
      <div className="header-row container">
        <a href={`${base}/`} className="header-logo" aria-label={t('shell.home', { name })}>
          <Mark size={24} />
          <span>{name}</span>
        </a>
        <SearchForm />
        <div className="header-links">
          <StoreMenu />
          <AccountLink />
          <CartLink />
        </div>
      </div>
      <CategoryNavigation />
    </header>
  );
}

function SearchForm() {
  const t = useT();
  const { url } = useRequest();
  const { base } = useStore();
  const { pathname, searchParams } = new URL(url, 'http://page');
  // Another page may search for something else by the same name.
  const asked = pathname === `${base}/search` ? (searchParams.get('q') ?? '') : '';
  return (
    <Form action={`${base}/search`} method="get" role="search" className="header-search">
      <input type="search" name="q" id="header-search" defaultValue={asked} aria-label={t('shell.search')} placeholder={t('shell.search')} className="input" />
      <button type="submit" aria-label={t('shell.searchButton')}>
        <Icon name="search" />
      </button>
    </Form>
  );
}

function StoreMenu() {
  const t = useT();
  const { storeLinks } = useRequest();
  const current = storeLinks.find((link) => link.current);
  if (storeLinks.length < 2) return null;
  return (
    <details className="menu header-stores" name="header-menu">
      <summary className="button button-quiet" title={current?.name}>
        <Icon name="globe" />
        <span className="sr-only">{t('shell.stores')}: </span>
        {current?.locale.toUpperCase()}
      </summary>
      <ul className="menu-list">
        {storeLinks.map((link) => (
          <li key={link.href}>
            <a href={link.href} lang={link.locale} aria-current={link.current ? 'true' : undefined} hx-boost="false">
              {link.name}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}

function AccountLink() {
  const t = useT();
  const { viewer, assist } = useRequest();
  const { base } = useStore();
  const name = assist?.subjectName ?? (viewer.kind === 'customer' ? viewer.name : null);
  return (
    <ButtonLink href={name ? `${base}/account` : `${base}/account/login`} tone="quiet" icon="subject" className={assist ? 'header-account header-account-subject' : 'header-account'}>
      <span className="header-word">{name ? t('shell.account') : t('shell.logIn')}</span>
    </ButtonLink>
  );
}

function CartLink() {
  const t = useT();
  const { cartCount } = useRequest();
  const { base } = useStore();
  return (
    <a href={`${base}/cart`} className="button button-quiet header-cart" id="header-cart">
      <Icon name="cart" />
      <span className="header-word">{t('shell.cart')}</span>
      {cartCount ? (
        <span className="count">
          {cartCount}
          <span className="sr-only"> {t('shell.cartCount', { count: cartCount }).replace(String(cartCount), '').trim()}</span>
        </span>
      ) : null}
    </a>
  );
}

function CategoryNavigation() {
  const t = useT();
  const { categories, allCategoriesHref, url } = useRequest();
  const path = url.split('?')[0];
  if (categories.length === 0) return null;
  return (
    <nav aria-label={t('shell.categories')} className="header-categories">
      <div className="container">
        <ul>
          {categories.map((category) => (
            <li key={category.href}>
              <a href={category.href} aria-current={category.href === path ? 'page' : undefined}>
                {category.name}
              </a>
            </li>
          ))}
          {allCategoriesHref ? (
            <li>
              <a href={allCategoriesHref} aria-current={allCategoriesHref === path ? 'page' : undefined}>
                {t('shell.allCategories')}
              </a>
            </li>
          ) : null}
        </ul>
      </div>
    </nav>
  );
}
