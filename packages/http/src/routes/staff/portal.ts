import { customerRows, holds, recentSubjects, sessionReceipt, standsInFor, whereabouts, type Unit } from '@onbehalf/assist';
import { RESOURCE, type Locale } from '@onbehalf/core';
import { answeredApprovals, commissionByMonth, pendingCommission, NO_ORDER_FILTERS, ordersOwnedBy } from '@onbehalf/shop';
import type { StaffDashboardProps } from '@onbehalf/web';
import { z } from 'zod';
import { page, redirect } from '../../answer.ts';
import type { Arrived } from '../../arrived.ts';
import type { Deps } from '../../deps.ts';
import { approvalAnswer, approvalNeed } from '../../present/approvals.ts';
import { actorOfRequest } from '../../present/actor.ts';
import { commissionFigures, yearsAgo } from '../../present/commission.ts';
import { customerRow } from '../../present/customers.ts';
import { myOrderRow } from '../../present/my-orders.ts';
import { receiptProps } from '../../present/receipt.ts';
import { route, type Route } from '../../route.ts';
import { storeOrigin } from '../../sites.ts';
import { recordedRestore, restoreAfterExit, restoredNote } from '../../use-cases/restore-cart.ts';
import { approvalsFor } from './approvals.ts';

const UUID = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
const VERSION = z.string().regex(/^[0-9]{1,9}$/).transform(Number);
const RECENT = 6;

export const portalRoutes: Route[] = [
  route({
    method: 'GET', area: 'staff', path: '/staff', handle: 'staff_index_index', access: 'actor', inContext: 'outside', input: z.object({ receipt: UUID.optional().catch(undefined) }),
    run: async ({ deps, request, unit, input }) => ({ answer: page('staff/dashboard', await dashboard({ deps, request, unit }, input.receipt ?? null)) }),
  }),
  route({
    method: 'GET', area: 'staff', path: '/staff/receipts/:id', handle: 'staff_receipt_view', access: 'actor', inContext: 'outside', input: z.object({ id: UUID }),
    run: async ({ deps, request, unit, input }) => {
      const receipt = await sessionReceipt(unit, { sessionId: input.id, actorId: actorOfRequest(request).actor.id });
      return receipt === null ? { refused: [{ code: 'not-found' }] } : { answer: page('staff/receipt', receiptProps(deps, request, receipt)) };
    },
  }),
  route({
    method: 'POST', area: 'staff', path: '/staff/receipts/:id/restore-cart', handle: 'staff_receipt_restore', access: 'actor', inContext: 'outside',
    audit: { group: 'cart', action: 'restore' }, input: z.object({ id: UUID, version: VERSION }),
    run: async ({ request, unit, input }) => {
      const restored = await restoreAfterExit(unit, request, { sessionId: input.id, version: input.version });
      if (!restored.ok) return { refused: restored.error, object: { type: 'assist-session', id: input.id } };
      const { people, customerId } = restored.value;
      return {
        answer: redirect(`/staff?receipt=${input.id}`), people, flash: restoredNote(restored.value),
        entry: { object: { type: 'customer', id: customerId }, detail: recordedRestore(restored.value) },
      };
    },
  }),
];

async function dashboard({ deps, request, unit }: { deps: Deps; request: Arrived; unit: Unit }, receiptId: string | null): Promise<StaffDashboardProps> {
  const { actor } = actorOfRequest(request);
  const { settings, now } = request;
  const receipt = receiptId === null ? null : await sessionReceipt(unit, { sessionId: receiptId, actorId: actor.id });
  const inside = await whereabouts(unit, { actorId: actor.id, settings: request.settings, now: request.now });
  const ids = await recentSubjects(unit, { actorId: actor.id, limit: RECENT });
  const customers = await customerRows(unit, { actor, ids, settings, now });
  const orders = await ordersOwnedBy(unit, { staffId: actor.id, filters: NO_ORDER_FILTERS, sort: 'newest', after: null, limit: RECENT });
  const months = await commissionByMonth(unit, { staffId: actor.id, since: yearsAgo(now, 2), timeZone: actor.timeZone });
  return {
    firstName: actor.firstName,
    receipt: receipt === null ? null : receiptProps(deps, request, receipt),
    inside: inside === null ? null : { name: inside.subjectName, href: accountHref(deps, inside.storeId), secondsLeft: Math.min(settings.get('staff/session/lifetime'), Math.ceil((inside.hardLimitAt.getTime() - request.now.getTime()) / 1000)) },
    recentCustomers: customers.map((row) => customerRow({ deps, arrived: request, isInside: inside !== null }, row)),
    openCarts: await openCarts(unit, deps, { actorId: actor.id, request }),
    recentOrders: orders.orders.map((order) => myOrderRow(order)),
    ...commissionFigures(months, await pendingCommission(unit, actor.id), request),
    needsMe: await needsOf({ deps, request, unit }),
  };
}

function accountHref({ config, stores }: Deps, storeId: number): string {
  const store = stores.find((one) => one.id === storeId);
  return store === undefined ? config.origin : `${storeOrigin(config, store)}${store.base}/account`;
}

const NEEDS = 5;
/** How long the answer to a question about a price is told. */
const ANSWERS_FOR_MS = 24 * 3600 * 1000;

// What waits for this member of staff and nobody else can do for them: absent colleagues' customers, prices to approve.
async function needsOf({ deps, request, unit }: { deps: Deps; request: Arrived; unit: Unit }): Promise<StaffDashboardProps['needsMe']> {
  const { actor } = actorOfRequest(request);
  const absent = (await standsInFor(unit, { actor, now: request.now })).map(({ name, until }) => ({ text: deps.web.message('deputies.until', request.locale, { name, day: dayText(until, request.locale) }), href: '/staff/customers' }));
  const since = new Date(request.now.getTime() - ANSWERS_FOR_MS);
  const answered = await answeredApprovals(unit, { now: request.now, actorId: actor.id, since, limit: NEEDS });
  const mine = [...answered.map((approval) => approvalAnswer(deps, request, approval)), ...absent];
  if (!holds(actor, RESOURCE.approvePrices)) return mine;
  const waiting = await approvalsFor(unit, request, actor);
  const more = { text: deps.web.message('approval.needs-more', request.locale, { count: waiting.length - NEEDS }), href: '/staff/approvals' };
  return [...mine, ...waiting.slice(0, NEEDS).map((approval) => approvalNeed(deps, request, approval)), ...(waiting.length > NEEDS ? [more] : [])];
}

// A day of the calendar, in words.
const dayText = (day: string, locale: Locale): string => new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));

// Carts of customers the actor was in or is assigned to, latest change first.
const OPEN_CARTS_SQL = `
select c.id::text as id, c.first_name || ' ' || c.last_name as name, k.store_id::integer as store_id, k.changed_at, sum(l.quantity)::integer as pieces
from cart k join cart_line l on l.cart_id = k.id join customer c on c.id = k.customer_id
where k.status = 'open' and (exists (select 1 from customer_staff cs where cs.customer_id = c.id and cs.staff_id = any ($2::bigint[]) and (cs.is_primary or $3))
  or exists (select 1 from assist_session s where s.subject_id = c.id and s.actor_id = $1))
group by c.id, k.id order by k.changed_at desc limit 6`;

async function openCarts(unit: Unit, deps: Deps, { actorId, request }: { actorId: string; request: Arrived }): Promise<StaffDashboardProps['openCarts']> {
  const absent = await standsInFor(unit, { actor: { id: actorId }, now: request.now });
  const rows = await unit.named<{ id: string; name: string; store_id: number; changed_at: Date; pieces: number }>('portal-open-carts', OPEN_CARTS_SQL, [actorId, [actorId, ...absent.map(({ id }) => id)], request.settings.get('staff/assignment/multiple')]);
  return rows.map((row) => ({ customerId: row.id, customerName: row.name, storeName: deps.stores.find((one) => one.id === row.store_id)?.name ?? '', pieces: row.pieces, changedAt: row.changed_at }));
}
