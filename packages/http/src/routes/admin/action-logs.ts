import { holds, peopleOf, readLog, record, type LogFilters, type Unit } from '@onbehalf/assist';
import { RESOURCE, type CanonicalValue } from '@onbehalf/core';
import { page } from '../../answer.ts';
import type { Arrived } from '../../arrived.ts';
import { LOG_FILTERS, cursorText, logFilters, longestSessionSeconds, placeOf, shownFilters } from '../../present/action-log-filters.ts';
import { actorOfRequest } from '../../present/actor.ts';
import { actionLogChoices, actionLogRow } from '../../present/action-log.ts';
import { cursorOf, keysetPaging } from '../../present/admin-paging.ts';
import { staffNames } from '../../present/admin-staff.ts';
import { route, type Route } from '../../route.ts';

const PAGE = 50;
const PATH = '/admin/action-logs';

/** System › Action Logs (E3), always on. */
export const actionLogRoutes: Route[] = [
  route({
    method: 'GET', area: 'admin', path: PATH, handle: 'adminhtml_actionlog_index', access: { anyOf: [RESOURCE.actionLogs, RESOURCE.loginAsCustomerLog] }, inContext: 'outside', input: LOG_FILTERS,
    run: async ({ deps, request, unit, input }) => {
      // Nobody looks at a page fetched ahead, and nobody may look at this one without an entry: there is none ahead.
      if (request.isPrefetch) return { answer: { kind: 'empty', status: 503 } };
      const { locale, timeZone } = request;
      const { actor } = actorOfRequest(request);
      // "View Login as Customer Log" alone opens that group, whatever is asked for (F2).
      const onlyGroup = holds(actor, RESOURCE.actionLogs) ? null : 'login-as-customer';
      const shown = shownFilters(onlyGroup === null ? input : { ...input, group: onlyGroup }, request);
      const asked = await logFilters(unit, shown, timeZone);
      const kept = keptSince(request);
      const filters = asked.from < kept.since ? { ...asked, from: kept.since } : asked;
      const before = placeOf(cursorOf(input.after));
      const found = await readLog(unit, { filters, before, limit: PAGE, longestSessionSeconds: longestSessionSeconds(request.settings, deps.stores.map((one) => one.websiteId)) });
      await recordReading(unit, request, { filters, typedCustomer: shown.customer });
      return {
        answer: page('admin/action-logs', {
          rows: found.entries.map((entry) => actionLogRow(deps, locale, entry)),
          filters: shown,
          ...actionLogChoices(deps, locale, { group: shown.group, onlyGroup }),
          staff: await staffNames(unit),
          stores: deps.stores.map((store) => ({ id: String(store.id), name: store.name })),
          keptMonths: asked.from < kept.since ? kept.months : null,
          paging: keysetPaging({ path: PATH, query: shown, trail: input.after, next: cursorText(found.next) }),
        }),
      };
    },
  }),
];

/** Reading the log is on record before anybody sees a row of it (E3). A typed e-mail is personal: it goes to the sealed part. */
async function recordReading(unit: Unit, { caller, origin, now }: Arrived, { filters, typedCustomer }: { filters: LogFilters; typedCustomer: string }): Promise<void> {
  const { group, action, actorId, subjectIds, storeId, result, order, from, to } = filters;
  const asked: { [name: string]: CanonicalValue } = { group, action, actor: actorId, customers: subjectIds, store: storeId, result, order, from: from.toISOString(), to: to.toISOString() };
  const detail = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== null));
  const personal = typedCustomer.includes('@') ? { customer: typedCustomer } : {};
  await record(unit, { people: peopleOf(caller), origin, now }, { group: 'action-log', action: 'view', detail, personal });
}

/** E7: what is past its time is shown to nobody, even before it is deleted. */
function keptSince({ settings, now }: Pick<Arrived, 'settings' | 'now'>): { months: number; since: Date } {
  const months = settings.get('audit/retention_months');
  const since = new Date(now);
  since.setUTCMonth(since.getUTCMonth() - months);
  return { months, since };
}
