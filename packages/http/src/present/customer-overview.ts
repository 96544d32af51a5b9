import { visitsOf, type Unit } from '@onbehalf/assist';
import { accountView, addressesOf, ordersOf, type AccountView, type ListedOrder } from '@onbehalf/shop';
import type { CustomerOrder, CustomerOverview } from '@onbehalf/web';
import type { Arrived } from '../arrived.ts';
import type { Deps } from '../deps.ts';
import { inLocale } from '../frame.ts';
import { money } from './names.ts';

const ORDERS = 10;
const VISITS = 12;

export interface OverviewQuestion {
  customerId: string;
  /** Where the reader opens an order; null where he may not. */
  orderHref: (order: ListedOrder) => string | null;
}

/** One account at a glance (A9); null where there is no such customer. */
export async function customerOverview(unit: Unit, { deps, request }: { deps: Deps; request: Arrived }, { customerId, orderHref }: OverviewQuestion): Promise<CustomerOverview | null> {
  const found = await accountView(unit, customerId);
  if (found === null) return null;
  const store = deps.stores.find((one) => one.id === found.storeId);
  const { orders } = await ordersOf(unit, { customerId, storeWebsiteId: found.websiteId, limit: ORDERS, before: null });
  const { externalId, company, email, phone, vatNumber, status, confirmedAt, createdAt, lastLoginAt, newsletter } = found;
  return {
    id: found.id, externalId, company, email, phone, vatNumber, status, confirmedAt, createdAt, lastLoginAt, newsletter,
    name: `${found.firstName} ${found.lastName}`,
    groupName: inLocale(found.groupName, request.locale),
    websiteName: store?.websiteName ?? '',
    storeName: store?.name ?? '',
    consent: { state: consentState(found, request), history: found.consents },
    addresses: await addressesOf(unit, customerId),
    carts: found.carts.map((cart) => ({ ...cart, lines: cart.lines.map((line) => ({ ...line, name: inLocale(line.name, request.locale) })) })),
    orders: orders.map((order) => customerOrder(order, orderHref(order))),
    visits: (await visitsOf(unit, { subjectId: customerId, limit: VISITS })).map(({ id, actorName, startedAt, endedAt, reason }) => ({ id, actorName, startedAt, endedAt, reason })),
  };
}

function consentState({ consents, websiteId }: AccountView, { settings }: Arrived): CustomerOverview['consent']['state'] {
  const current = consents.find((one) => one.until === null);
  if (current?.answer === 'given') return 'given';
  const policy = settings.get('assist/consent/policy', { websiteId });
  return current === undefined && (policy === 'opt-out' || policy === 'not-asked') ? 'not-needed' : 'missing';
}

/** An order in a customer's list, with who placed it. */
export function customerOrder(order: ListedOrder, href: string | null): CustomerOrder {
  return { number: order.number, href, placedAt: order.placedAt, total: money(order.totalMinor, order.currency), status: order.status, placedBy: order.placedBy };
}
