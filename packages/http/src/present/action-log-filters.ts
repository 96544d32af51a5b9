import { subjectsMeant, type LogFilters, type LogPlace, type Unit } from '@onbehalf/assist';
import { AUDIT_GROUPS, isAuditAction, isAuditGroup, type AuditAction, type SettingsReader } from '@onbehalf/core';
import type { ActionLogsProps } from '@onbehalf/web';
import { z } from 'zod';
import { addDays, dayOf, isDay, startOfDay } from './admin-days.ts';

/** The address of a log page. What isn't a filter is no filter, rather than an error: a link from elsewhere still opens. */
export const LOG_FILTERS = z.object({
  group: z.string().max(40).catch(''),
  action: z.string().max(40).catch(''),
  actor: z.string().regex(/^[1-9][0-9]{0,17}$/).catch(''),
  customer: z.string().trim().max(254).catch(''),
  store: z.string().regex(/^[1-9][0-9]{0,4}$/).catch(''),
  result: z.enum(['', 'done', 'refused', 'failed']).catch(''),
  from: z.string().max(10).refine(isDay).catch(''),
  to: z.string().max(10).refine(isDay).catch(''),
  order: z.string().trim().max(40).catch(''),
  after: z.string().max(1200).catch(''),
});

export type LogAddress = z.infer<typeof LOG_FILTERS>;

const DEFAULT_DAYS = 30;

/** The filters as the page shows them: without a time, the last 30 days of the reader's calendar (E3). */
export function shownFilters(asked: LogAddress, { now, timeZone }: { now: Date; timeZone: string }): ActionLogsProps['filters'] {
  const { after: _after, ...filters } = asked;
  const to = asked.to === '' ? dayOf(now, timeZone) : asked.to;
  const from = asked.from === '' ? addDays(to, -DEFAULT_DAYS) : asked.from;
  const group = isAuditGroup(asked.group) ? asked.group : '';
  return { ...filters, group, action: knownAction(asked.action) ?? '', from, to };
}

function knownAction(text: string): AuditAction | null {
  for (const group of AUDIT_GROUPS) if (isAuditAction(group, text)) return text;
  return null;
}

/** The same filters as the record is searched by; days are whole days of the reader's time zone. */
export async function logFilters(unit: Unit, shown: ActionLogsProps['filters'], timeZone: string): Promise<LogFilters> {
  return {
    group: isAuditGroup(shown.group) ? shown.group : null,
    action: knownAction(shown.action),
    actorId: shown.actor === '' ? null : shown.actor,
    subjectIds: shown.customer === '' ? null : await subjectsMeant(unit, shown.customer),
    storeId: shown.store === '' ? null : Number(shown.store),
    result: shown.result === 'done' || shown.result === 'refused' || shown.result === 'failed' ? shown.result : null,
    order: shown.order === '' ? null : shown.order,
    from: startOfDay(shown.from, timeZone),
    to: startOfDay(addDays(shown.to, 1), timeZone),
  };
}

const PLACE = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{6}Z)_([1-9][0-9]{0,17})$/;

export function placeOf(cursor: string | null): LogPlace | null {
  const [, at, id] = PLACE.exec(cursor ?? '') ?? [];
  return at === undefined || id === undefined ? null : { at, id };
}

export function cursorText(place: LogPlace | null): string | null {
  return place === null ? null : `${place.at}_${place.id}`;
}

const MONTH_SECONDS = 31 * 86_400;

/** How long before an entry its session may have begun: a setting, and never less than the longest month. */
export function longestSessionSeconds(settings: SettingsReader, websiteIds: readonly number[]): number {
  const limits = websiteIds.map((websiteId) => settings.get('assist/session/max_lifetime', { websiteId }));
  return Math.max(MONTH_SECONDS, settings.get('assist/session/max_lifetime'), ...limits);
}
