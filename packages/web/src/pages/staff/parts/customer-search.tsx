import type { CustomersProps } from '../../../props/staff.ts';
import { useT } from '../../../shell/request-context.tsx';
import { Button, ButtonLink } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { CustomerFilters, filtersOn } from './customer-filters.tsx';

/** Results as one types: the same page is asked for, and only its results are taken out of it. */
const asOneTypes = {
  'hx-get': '/staff/customers',
  'hx-trigger': 'input changed delay:200ms, search',
  'hx-include': 'closest form',
  'hx-target': '#results',
  'hx-select': '#results',
  'hx-swap': 'outerMorph',
  'hx-replace-url': 'true',
  'hx-sync': 'this:replace',
};

type SearchProps = Pick<CustomersProps, 'query' | 'filters' | 'groups' | 'stores'>;

/** The front door: the focus is here on arrival (A7). */
export function CustomerSearch(props: SearchProps) {
  const t = useT();
  const { query, filters } = props;
  const on = filtersOn(filters);
  return (
    <form action="/staff/customers" method="get" role="search" aria-label={t('staff.customers.search')} className="customer-search">
      <div className="search-line">
        <label className="sr-only" htmlFor="customer-query">
          {t('staff.customers.search')}
        </label>
        <Icon name="search" />
        <input
          {...asOneTypes}
          id="customer-query"
          name="q"
          type="search"
          className="input"
          defaultValue={query}
          placeholder={t('staff.customers.placeholder')}
          autoComplete="off"
          spellCheck={false}
          autoFocus
          enterKeyHint="search"
          aria-describedby="customer-keys"
        />
        <Button tone="primary">{t('staff.customers.searchButton')}</Button>
      </div>
      <details className="filter-fold" open={on > 0}>
        <summary>
          <Icon name="settings" />
          {on > 0 ? t('staff.customers.filtersOn', { count: on }) : t('staff.customers.filters')}
        </summary>
        <CustomerFilters {...props} />
        {on > 0 ? (
          <ButtonLink href={query ? `/staff/customers?q=${encodeURIComponent(query)}` : '/staff/customers'} tone="quiet" size="small" icon="close">
            {t('staff.customers.clear')}
          </ButtonLink>
        ) : null}
      </details>
    </form>
  );
}
