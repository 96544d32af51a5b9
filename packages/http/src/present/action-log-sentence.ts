import { REFUSAL_FACTS, isSettingPath, settingDefinition, type Locale, type RefusalCode } from '@onbehalf/core';
import type { LoggedEntry } from '@onbehalf/assist';
import type { Deps } from '../deps.ts';
import { savedSettings, valueText, type Detail } from './action-log-text.ts';
import { offeredName, reasonText } from './price-tag.ts';
import { scopeLabel } from './settings-scope.ts';

export type Wording = Pick<Deps, 'web' | 'stores'>;

export type ToldEntry = Pick<LoggedEntry, 'body' | 'actor' | 'subject' | 'objectName'>;

/** What happened, as a sentence in the reader's language (E1): one message per group and action. Beside the customer's name it needs no “for”. */
export function logSentence(deps: Wording, locale: Locale, entry: ToldEntry, { besideSubject = false }: { besideSubject?: boolean } = {}): string {
  const facts = { ...factsOf(deps, locale, entry), ...(besideSubject ? { for: '' } : {}) };
  const say = (id: string): string => deps.web.message(id, locale, facts);
  const { action_group: group, action, result } = entry.body;
  if (result === 'failed') return say('log.failed');
  if (result === 'refused' && !SAYS_ITS_REFUSAL.has(action)) return say('log.refused');
  return say(`log.say.${group}.${action}${variantOf(entry)}`);
}

const SAYS_ITS_REFUSAL: ReadonlySet<string> = new Set(['login-refused', 'refused', 'restricted-page']);

/** Where one action is told in two ways. */
function variantOf({ body, subject }: ToldEntry): string {
  const { action_group: group, action, object } = body;
  const detail: Detail = body.detail ?? {};
  if (group === 'login-as-customer' && action === 'start' && typeof detail['reason'] === 'string' && detail['reason'] !== '') return '.reason';
  if (group === 'cart' && action === 'restore' && detail['expired'] !== undefined) return '.expired';
  if (group === 'configuration' && action === 'save' && savedSettings(detail).length === 1) return '.one';
  if (group === 'catalog' && object?.type === 'price' && typeof detail['source'] === 'string') return '.price';
  // Not one order: the list of them, or what is usually in them.
  if (group === 'order' && action === 'view' && (object?.id === 'list' || object?.id === 'usual')) return `.${object.id}`;
  if (group === 'customer' && action === 'view' && object?.type !== 'customer' && (subject === null || object !== null)) return '.other';
  return '';
}

/** Who did it, and for whom, by name as it is now; a person who was erased has none. */
export function namesOf(deps: Wording, locale: Locale, { actor, subject, body, objectName }: ToldEntry): { who: string; customer: string } {
  const erased = deps.web.message('log.theCustomer', locale);
  const customer = subject === null ? (body.object?.type === 'customer' ? (objectName ?? erased) : '') : (subject.name ?? erased);
  if (actor !== null) return { who: actor.name ?? deps.web.message('log.thePast', locale), customer };
  return { who: subject === null ? deps.web.message('log.somebody', locale) : customer, customer };
}

function factsOf(deps: Wording, locale: Locale, entry: ToldEntry): Record<string, string | number> {
  const { body, actor, subject, objectName } = entry;
  const detail: Detail = body.detail ?? {};
  const { who, customer } = namesOf(deps, locale, entry);
  const text = (name: string): string => valueText(detail[name], detail, locale);
  const [saved] = savedSettings(detail);
  const nothing = deps.web.message('log.nothing', locale);
  return {
    who,
    customer,
    for: actor !== null && subject !== null ? deps.web.message('log.for', locale, { customer }) : '',
    object: objectName ?? objectText(body.object, detail),
    sku: plain(detail['sku']),
    quantity: plain(detail['added'] ?? detail['quantity']),
    before: (saved === undefined ? text('before') : saved.before) || nothing,
    after: (saved === undefined ? text('after') : saved.after) || nothing,
    why: whyOf(deps, locale, detail),
    coupon: plain(detail['coupon']),
    total: text('total'),
    count: typeof detail['count'] === 'number' ? detail['count'] : savedSettings(detail).length,
    label: saved === undefined ? priceLabel(deps, locale, body.action_group, detail) : settingLabel(saved.path, locale),
    scope: typeof detail['scope'] === 'string' ? scopeLabel(deps, locale, detail['scope']) : '',
    reason: endReason(deps, locale, body.action, detail),
    action: `${deps.web.message(`log.group.${body.action_group}`, locale)}: ${deps.web.message(`log.action.${body.action}`, locale)}`,
    reasons: body.codes.map((code) => codeText(deps, code, locale)).join(', '),
  };
}

// "(price match)", or the name of the offered price that was chosen.
function whyOf(deps: Wording, locale: Locale, detail: Detail): string {
  const [source, reason] = [plain(detail['source']), plain(detail['reason'])];
  const offered = source === '' || source === 'manual' || source === 'catalogue' ? '' : offeredName(deps, locale, { source, label: plain(detail['label']) });
  const why = [offered, reasonText(deps, locale, reason)].filter((part) => part !== '').join(', ');
  return why === '' ? '' : ` (${why})`;
}

// What isn't a person keeps its name in the entry: it may have another by now, or be gone.
const NAMED_IN_DETAIL: ReadonlySet<string> = new Set(['role', 'staff-group', 'product', 'category', 'price-list', 'coupon', 'tax-rate', 'shipping-method']);

function priceLabel({ web }: Wording, locale: Locale, group: string, detail: Detail): string {
  const { source, priceList } = detail;
  if (group !== 'catalog' || typeof source !== 'string') return '';
  return typeof priceList === 'string' ? priceList : web.message(`price.${source}`, locale);
}
function objectText(object: LoggedEntry['body']['object'], { name }: Detail): string {
  if (object === null) return '';
  if (NAMED_IN_DETAIL.has(object.type) && typeof name === 'string') return name;
  return object.type === 'order' || object.type === 'handle' ? object.id : `${object.type} ${object.id}`;
}

// Beside a currency, a count of pieces or a number for an SKU is still no amount.
function plain(value: unknown): string {
  return typeof value === 'number' || typeof value === 'string' ? String(value) : '';
}

export function settingLabel(path: string, locale: Locale): string {
  return isSettingPath(path) ? settingDefinition(path).label[locale] : path;
}

function endReason(deps: Wording, locale: Locale, action: string, detail: Detail): string {
  const { reason } = detail;
  if (typeof reason !== 'string') return '';
  return action === 'end' ? deps.web.message(`log.end.${reason}`, locale) : reasonText(deps, locale, reason);
}

// A sentence that quotes facts the record doesn't keep would show gaps: there the code stands for it.
function codeText({ web }: Wording, code: RefusalCode, locale: Locale): string {
  return REFUSAL_FACTS[code] === undefined ? web.refusalSentence({ code }, locale).text.replace(/\.$/, '') : code;
}
