import type { CustomersProps } from '../../props/staff.ts';
import { useFormat, useT } from '../../shell/request-context.tsx';
import { Shell } from '../../shell/shell.tsx';
import { Alert } from '../../ui/alert.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Pagination } from '../../ui/pagination.tsx';
import { filtersOn } from './parts/customer-filters.tsx';
import { CustomerList } from './parts/customer-list.tsx';
import { CustomerSearch } from './parts/customer-search.tsx';

/** Search, see whether the account can be entered, enter it (A7, A8). */
export function StaffCustomersPage(props: CustomersProps) {
  const t = useT();
  return (
    <Shell title={t('staff.customers.title')}>
      <PageHeader title={t('staff.customers.title')} actions={props.createHref ? <Create href={props.createHref} /> : undefined} />
      <row-keys>
        <CustomerSearch {...props} />
        <div id="results" data-query={props.query.trim()} data-found={foundOf(props)}>
          <Results {...props} />
        </div>
      </row-keys>
    </Shell>
  );
}

/** What Enter in the search field may rely on: one customer and no other is found for what was typed (A7). */
const foundOf = ({ rows, paging, incomplete }: CustomersProps) => (rows?.length === 1 && paging.next === null && paging.previous === null && !incomplete ? 'one' : undefined);

function Create({ href }: { href: string }) {
  const t = useT();
  return (
    <ButtonLink href={href} icon="plus">
      {t('customers.create')}
    </ButtonLink>
  );
}

function Results(props: CustomersProps) {
  const t = useT();
  const { rows, tooShort, incomplete, paging, stores } = props;
  return (
    <>
      <p role="status" className="results-line">
        <Count {...props} />
      </p>
      {incomplete ? (
        <Alert tone="warn" title={t('staff.customers.incompleteTitle')}>
          <p>{t('staff.customers.incomplete')}</p>
        </Alert>
      ) : null}
      {rows && rows.length > 0 ? <CustomerList rows={rows} caption={t('staff.customers.list')} showStore={stores.length > 1} /> : null}
      {rows?.length === 0 && !incomplete ? <NoMatch {...props} /> : null}
      {rows === null ? <BeforeSearch tooShort={tooShort} /> : null}
      <Pagination paging={paging} />
    </>
  );
}

function Count({ rows, total }: CustomersProps) {
  const t = useT();
  const { number } = useFormat();
  if (!rows) return null;
  const text = total === null ? t('staff.customers.shown', { count: rows.length }) : t('staff.customers.count', { count: total });
  return (
    <>
      <span title={number(total ?? rows.length)}>{text}</span>
      <span className="keys-hint" id="customer-keys">
        {t('staff.customers.keys')}
      </span>
    </>
  );
}

function BeforeSearch({ tooShort }: { tooShort: boolean }) {
  const t = useT();
  return tooShort ? (
    <EmptyState icon="search" title={t('staff.customers.tooShortTitle')} text={t('staff.customers.tooShort')} />
  ) : (
    <EmptyState icon="customers" title={t('staff.customers.beforeTitle')} text={t('staff.customers.before')} />
  );
}

function NoMatch({ query, filters }: CustomersProps) {
  const t = useT();
  const filtered = filtersOn(filters) > 0;
  const text = query ? t('staff.customers.noneFor', { query }) : t(filtered ? 'staff.customers.none' : 'staff.customers.noneAssigned');
  return <EmptyState icon="customers" title={t('staff.customers.noneTitle')} text={text} />;
}
