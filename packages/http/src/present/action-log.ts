import type { LoggedEntry } from '@onbehalf/assist';
import { AUDIT_ACTIONS, AUDIT_GROUPS, isSettingPath, type AuditGroup, type Locale } from '@onbehalf/core';
import type { ActionLogRow, ActionLogsProps } from '@onbehalf/web';
import { logSentence, namesOf, settingLabel, type Wording } from './action-log-sentence.ts';
import { savedSettings, valueText, type Detail } from './action-log-text.ts';
import { scopeLabel } from './settings-scope.ts';

/** One entry as the page shows it: a sentence first, the evidence on demand (E3). */
export function actionLogRow(deps: Wording, locale: Locale, entry: LoggedEntry): ActionLogRow {
  const { body, personal } = entry;
  const { who, customer } = namesOf(deps, locale, entry);
  return {
    id: entry.id,
    at: entry.at,
    sentence: logSentence(deps, locale, entry),
    group: deps.web.message(`log.group.${body.action_group}`, locale),
    action: deps.web.message(`log.action.${body.action}`, locale),
    actor: entry.actor === null ? '' : who,
    subject: entry.subject === null ? '' : customer,
    store: entry.storeName ?? '',
    result: body.result,
    codes: [...body.codes],
    ip: personal?.['ip'] ?? '',
    customerIp: personal?.['customerIp'] ?? '',
    userAgent: personal?.['userAgent'] ?? '',
    requestId: body.requestId ?? '',
    assistSession: body.assistSession ?? '',
    sequence: String(entry.seq),
    details: detailsOf(deps, locale, entry).filter(({ value }) => value !== ''),
  };
}

type DetailRow = ActionLogRow['details'][number];

const SHOWN_ELSEWHERE: ReadonlySet<string> = new Set(['ip', 'customerIp', 'userAgent']);
const SHORT_HASH = 16;

function detailsOf(deps: Wording, locale: Locale, { actor, body, personal, leaf, previous }: LoggedEntry): DetailRow[] {
  const label = (name: string): string => labelOf(deps, locale, name);
  const detail: Detail = body.detail ?? {};
  const saved = savedSettings(detail);
  return [
    { label: label('role'), value: actor?.roleName ?? '' },
    { label: label('group'), value: actor?.groupName ?? '' },
    { label: label('object'), value: body.object === null ? '' : `${body.object.type} ${body.object.id}` },
    ...Object.entries(detail).filter(([name]) => name !== 'changes').map(([name, value]) => ({ label: label(name), value: name === 'scope' && typeof value === 'string' ? scopeLabel(deps, locale, value) : valueText(value, amounts(name, detail), locale) })),
    ...saved.map(({ path, before, after }) => ({ label: isSettingPath(path) ? settingLabel(path, locale) : label(path), value: `${before || '–'} → ${after || '–'}` })),
    ...Object.entries(personal ?? {}).filter(([name]) => !SHOWN_ELSEWHERE.has(name)).map(([name, value]) => ({ label: label(name), value })),
    { label: label('leaf'), value: leaf.slice(0, SHORT_HASH) },
    { label: label('previous'), value: previous?.slice(0, SHORT_HASH) ?? '' },
  ];
}

const AMOUNTS: ReadonlySet<string> = new Set(['before', 'after', 'catalogue', 'total']);

// Only what is an amount by its name is written as one: an order's number beside a currency is not.
function amounts(name: string, detail: Detail): Detail {
  return AMOUNTS.has(name) ? detail : {};
}

function labelOf({ web }: Wording, locale: Locale, name: string): string {
  const id = `log.detail.${name}`;
  const label = web.message(id, locale);
  return label === id ? name : label;
}

/** The action groups to choose from, and the actions: those of the group chosen, else of all. */
export function actionLogChoices({ web }: Wording, locale: Locale, { group, onlyGroup }: { group: string; onlyGroup: AuditGroup | null }): Pick<ActionLogsProps, 'groups' | 'actions' | 'onlyGroup'> {
  const groups = AUDIT_GROUPS.filter((one) => onlyGroup === null || one === onlyGroup).map((value) => ({ value, label: web.message(`log.group.${value}`, locale) }));
  const chosen = AUDIT_GROUPS.filter((one) => group === '' || one === group);
  const actions = [...new Set<string>(chosen.flatMap((one) => [...AUDIT_ACTIONS[one]]))];
  return { onlyGroup: onlyGroup !== null, groups, actions: actions.map((value) => ({ value, label: web.message(`log.action.${value}`, locale) })) };
}
