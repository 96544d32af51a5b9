import { holds, startSituations, type StartSituation, type Store, type Unit } from '@onbehalf/assist';
import { RESOURCE, type SettingsReader } from '@onbehalf/core';
import type { AssistEntry, StartQuestions } from '@onbehalf/web';
import type { Arrived } from '../arrived.ts';
import type { Deps } from '../deps.ts';
import { problemsOf } from '../problems.ts';
import { actorOfRequest } from './actor.ts';

export interface EntryContext {
  deps: Deps;
  request: Arrived;
  unit: Unit;
}

/** "Login as Customer" for the customers of a page, in one statement (B12). Null for all where the viewer's role doesn't have it. */
export async function assistEntries({ deps, request, unit }: EntryContext, customerIds: readonly string[]): Promise<Map<string, AssistEntry | null>> {
  const { actor } = actorOfRequest(request);
  const ids = [...new Set(customerIds)];
  if (ids.length === 0 || !holds(actor, RESOURCE.loginAsCustomer)) return new Map(ids.map((id) => [id, null]));
  const { settings, now } = request;
  const situations = await startSituations(unit, { actorId: actor.id, customerIds: ids, storeId: null, settings, now });
  return new Map(situations.flatMap((situation) => entryOf(deps, request, situation)));
}

/** As assistEntries, for one record; null for a guest's. */
export async function assistEntry(context: EntryContext, customerId: string | null): Promise<AssistEntry | null> {
  return customerId === null ? null : ((await assistEntries(context, [customerId])).get(customerId) ?? null);
}

function entryOf(deps: Deps, request: Arrived, situation: StartSituation): [string, AssistEntry][] {
  const { subject, refusals } = situation;
  if (subject === null) return [];
  const customer = { id: subject.id, name: subject.name };
  return [[subject.id, { customer, obstacles: problemsOf(deps, refusals, request), ...startQuestions(situation, request.settings) }]];
}

/** What is asked or told before a start, for the dialog and the page alike. */
export function startQuestions({ store, choosable, current, colleagues }: StartSituation, settings: SettingsReader): StartQuestions {
  const place = store === null ? {} : { websiteId: store.websiteId };
  return {
    reasons: [...settings.get('assist/session/reasons', place)],
    reasonRequired: settings.get('assist/session/reason_required', place),
    storeGroups: byWebsite(choosable),
    store: store?.code ?? '',
    switchFrom: current === null ? null : { name: current.subjectName, since: current.since },
    colleagues: colleagues.map((one) => ({ name: one.actorName, since: one.since })),
  };
}

function byWebsite(stores: readonly Store[]): StartQuestions['storeGroups'] {
  return [...Map.groupBy(stores, (store) => store.websiteName)].map(([website, group]) => ({ website, stores: group.map(({ code, name }) => ({ code, name })) }));
}
