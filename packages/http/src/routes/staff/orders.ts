import { record, peopleOf, teamOf } from '@onbehalf/assist';
import { ORDER_STATUSES, toDecimal } from '@onbehalf/core';
import { ordersOwnedBy, ordersOwnedByBatch, type ListedOrder, type OrderFilters } from '@onbehalf/shop';
import { stringify } from 'csv-stringify';
import { z } from 'zod';
import { page } from '../../answer.ts';
import type { Deps } from '../../deps.ts';
import { actorOfRequest } from '../../present/actor.ts';
import { commissionState } from '../../present/commission-view.ts';
import { money } from '../../present/names.ts';
import { myOrderRow } from '../../present/my-orders.ts';
import { route, type Route } from '../../route.ts';

const DAY = z.string().regex(/^\d{4}-\d{2}-\d{2}$/).catch('');
const FILTERS = z.object({
  q: z.string().max(100).catch(''),
  status: z.enum(['', ...ORDER_STATUSES]).catch(''),
  from: DAY,
  to: DAY,
  sort: z.enum(['newest', 'oldest', 'total', 'commission', 'customer']).catch('newest'),
  scope: z.enum(['', 'team']).catch(''),
  after: z.string().max(400).optional(),
});
type Filters = z.infer<typeof FILTERS>;
const PAGE = 25;
const BATCH = 500;

/** "My Orders" (A11): the actor's own, as soon as they are placed. */
export const myOrderRoutes: Route[] = [
  route({
    method: 'GET', area: 'staff', path: '/staff/orders', handle: 'staff_order_history', access: 'actor', inContext: 'outside', input: FILTERS,
    run: async ({ request, unit, input }) => {
      const { actor } = actorOfRequest(request);
      const team = await teamOf(unit, actor.id);
      const scope = team === null ? '' : input.scope;
      const found = await ordersOwnedBy(unit, { staffId: (scope === 'team' ? team : null) ?? actor.id, filters: filtersOf(input), sort: input.sort, after: input.after ?? null, limit: PAGE });
      return {
        answer: page('staff/orders', {
          rows: found.orders.map((order) => myOrderRow(order, scope)),
          scopes: team === null ? [] : (['', 'team'] as const).map((one) => ({ scope: one === '' ? ('mine' as const) : one, href: link('/staff/orders', { ...input, scope: one, after: undefined }), current: one === scope })),
          filters: { query: input.q, status: input.status, from: input.from, to: input.to },
          sort: input.sort,
          csvHref: link('/staff/orders.csv', { ...input, after: undefined }),
          paging: { previous: input.after === undefined ? null : link('/staff/orders', { ...input, after: undefined }), next: found.next === null ? null : link('/staff/orders', { ...input, after: found.next }) },
          sums: found.sums.map((one) => ({ currency: one.currency, total: money(one.totalMinor, one.currency), commission: money(one.commissionMinor, one.currency), earned: money(one.earnedMinor, one.currency) })),
        }),
      };
    },
  }),
  route({
    method: 'GET', area: 'staff', path: '/staff/orders.csv', handle: 'staff_order_export', access: 'actor', inContext: 'outside', input: FILTERS,
    run: async ({ deps, request, unit, input }) => {
      const { actor } = actorOfRequest(request);
      const team = input.scope === 'team' ? await teamOf(unit, actor.id) : null;
      await deps.db.transaction((own) => record(own, { people: peopleOf(request.caller), origin: request.origin, now: request.now }, { group: 'report', action: 'export', object: { type: 'orders', id: actor.id } }));
      return { answer: { kind: 'stream', type: 'text/csv; charset=utf-8', fileName: `orders-${request.now.toISOString().slice(0, 10)}.csv`, body: csvOf(deps, team ?? actor.id, filtersOf(input)) } };
    },
  }),
];

function filtersOf({ q, status, from, to }: Filters): OrderFilters {
  return { query: q, status: status === '' ? null : status, from: from === '' ? null : new Date(`${from}T00:00:00Z`), to: to === '' ? null : new Date(Date.parse(`${to}T00:00:00Z`) + 86_400_000) };
}

function link(path: string, filters: { [name: string]: string | undefined }): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filters)) if (value !== undefined && value !== '' && !(name === 'sort' && value === 'newest')) query.set(name, value);
  const text = query.toString();
  return text === '' ? path : `${path}?${text}`;
}

const COLUMNS = ['number', 'placed_at', 'customer', 'company', 'store', 'currency', 'total', 'commission', 'commission_state', 'status'] as const;

// Formulas are taken their force from (V01), and rows go out as they come in, so that no export fills the memory.
function csvOf(deps: Deps, staffId: string | readonly string[], filters: OrderFilters) {
  const out = stringify({ header: true, columns: typeof staffId === 'string' ? [...COLUMNS] : [...COLUMNS, 'staff'], escape_formulas: true });
  const fill = deps.db.read(async (unit) => {
    for await (const batch of ordersOwnedByBatch(unit, { staffId, filters, batch: BATCH })) {
      for (const order of batch) if (!out.write(typeof staffId === 'string' ? csvRow(order) : [...csvRow(order), order.ownerStaffName ?? ''])) await new Promise((resolve) => out.once('drain', resolve));
    }
    out.end();
  });
  fill.catch((error: unknown) => out.destroy(error instanceof Error ? error : new Error(String(error))));
  return out;
}

function csvRow(order: ListedOrder): string[] {
  const { currency, commissionBalance: balance } = order;
  const left = balance === null ? 0n : balance.pending + balance.earned;
  return [order.number, order.placedAt.toISOString(), order.customerName, order.customerCompany, order.storeName, currency, toDecimal(order.totalMinor, currency), toDecimal(left, currency), balance === null ? 'none' : commissionState(balance), order.status];
}
