import type { CompanyColleagues } from '../../../props/company.ts';
import type { CustomerOverview } from '../../../props/customers.ts';
import { useFormat, useT } from '../../../shell/request-context.tsx';
import { AddressGrid } from '../../../ui/address-grid.tsx';
import { Badge, ConsentBadge } from '../../../ui/badge.tsx';
import { ButtonLink } from '../../../ui/button.tsx';
import { DataList } from '../../../ui/data-list.tsx';
import { EmailText } from '../../../ui/email-text.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { CompanyBuyerTable } from './company-buyer-table.tsx';
import { CustomerOrders } from './customer-orders.tsx';
import { CustomerVisits } from './customer-visits.tsx';

/** One account at a glance, for staff and administrators alike: who it is, what was agreed, what lies in the cart, who helped. */
export function CustomerSummary({ customer, colleagues }: { customer: CustomerOverview; colleagues: CompanyColleagues | null }) {
  const t = useT();
  return (
    <div className="stack">
      <div className="two customer-two">
        <Profile customer={customer} />
        <div className="stack">
          <ConsentPanel customer={customer} />
          <Carts customer={customer} />
        </div>
      </div>
      <Panel title={t('customers.orders')} flush={customer.orders.length > 0}>
        <CustomerOrders orders={customer.orders} />
      </Panel>
      {colleagues ? <Colleagues {...colleagues} /> : null}
      <Addresses customer={customer} />
      <CustomerVisits visits={customer.visits} />
    </div>
  );
}

function Profile({ customer }: { customer: CustomerOverview }) {
  const t = useT();
  const { date } = useFormat();
  const facts = [
    { label: t('customers.status'), value: <Badge tone={customer.status === 'active' ? 'good' : 'bad'}>{t(`customers.status.${customer.status}`)}</Badge> },
    { label: t('staff.customers.id'), value: customer.id },
    { label: t('staff.customers.externalId'), value: customer.externalId },
    { label: t('information.company'), value: customer.company },
    { label: t('login.email'), value: <EmailText email={customer.email} /> },
    { label: t('information.phone'), value: customer.phone },
    { label: t('information.vatNumber'), value: customer.vatNumber },
    { label: t('staff.customers.group'), value: customer.groupName },
    { label: t('customers.website'), value: `${customer.websiteName} · ${customer.storeName}` },
    { label: t('customers.confirmed'), value: customer.confirmedAt ? date(customer.confirmedAt) : t('customers.notYet') },
    { label: t('customers.created'), value: date(customer.createdAt) },
    { label: t('customers.lastLogin'), value: customer.lastLoginAt ? date(customer.lastLoginAt, 'dateTime') : t('customers.never') },
    { label: t('newsletter.short'), value: t(customer.newsletter ? 'newsletter.yes' : 'newsletter.no') },
  ].filter(({ value }) => value !== '');
  return (
    <Panel title={t('customers.profile')}>
      <DataList items={facts} />
    </Panel>
  );
}

function ConsentPanel({ customer: { consent } }: { customer: CustomerOverview }) {
  const t = useT();
  const { date } = useFormat();
  return (
    <Panel title={t('customers.consent')} actions={<ConsentBadge consent={consent.state} />}>
      {consent.history.length > 0 ? (
        <ul className="facts">
          {consent.history.map(({ answer, at, by }) => (
            <li key={at.toISOString()}>
              <span>{t(`customers.consent.${answer}`, { date: date(at, 'dateTime') })}</span>
              <span className="text-muted">{by ? t('customers.consent.by', { name: by }) : t('customers.consent.alone')}</span>
            </li>
          ))}
        </ul>
      ) : (
        <p className="text-muted">{t('customers.consent.never')}</p>
      )}
    </Panel>
  );
}

function Carts({ customer: { carts } }: { customer: CustomerOverview }) {
  const t = useT();
  const { date } = useFormat();
  return (
    <Panel title={t('staff.customers.cart')}>
      {carts.length === 0 ? <p className="text-muted">{t('customers.noCart')}</p> : null}
      {carts.map((cart) => (
        <div key={cart.storeName}>
          <p className="text-muted">{t('customers.cartLine', { store: cart.storeName, pieces: cart.pieces, date: date(cart.changedAt, 'dateTime') })}</p>
          <ul className="facts">
            {cart.lines.map((line) => (
              <li key={line.sku}>
                <span>
                  <span className="tabular">{line.quantity}</span> × {line.name} <span className="text-muted">{line.sku}</span>
                </span>
                {line.edited ? <Badge tone="actor">{t('customers.cartEdited')}</Badge> : null}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </Panel>
  );
}

/** Who else buys for the company; each account is entered by its own button and its own checks (B1). */
function Colleagues({ companyName, href, buyers, hidden }: CompanyColleagues) {
  const t = useT();
  const isNobody = buyers.length === 0 && hidden === 0;
  const link = href ? (
    <ButtonLink href={href} size="small">
      {t('company.title')}
    </ButtonLink>
  ) : undefined;
  return (
    <Panel title={t('customers.buyers', { company: companyName })} text={t(isNobody ? 'customers.buyersNone' : 'customers.buyersText')} actions={link} flush={buyers.length > 0 && hidden === 0}>
      {buyers.length > 0 ? <CompanyBuyerTable buyers={buyers} /> : null}
      {hidden > 0 ? <p className="text-muted">{t('customers.buyersHidden', { count: hidden })}</p> : null}
    </Panel>
  );
}

function Addresses({ customer: { addresses } }: { customer: CustomerOverview }) {
  const t = useT();
  return (
    <Panel title={t('customers.addresses')}>
      {addresses.length === 0 ? <p className="text-muted">{t('customers.noAddress')}</p> : null}
      <AddressGrid addresses={addresses} />
    </Panel>
  );
}
