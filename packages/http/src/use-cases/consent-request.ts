import { createHmac, randomInt, timingSafeEqual } from 'node:crypto';
import { record, startSituation, type Actor, type Origin, type People, type Subject, type Unit } from '@onbehalf/assist';
import type { Refusal, Result, SettingsReader } from '@onbehalf/core';
import { CONSENT_CODE_MINUTES, answerConsentRequest, askForConsent, keepConsentSecrets, setConsent, spendConsentTry, type OpenConsentRequest } from '@onbehalf/shop';
import type { Arrived } from '../arrived.ts';
import type { Deps } from '../deps.ts';
import { queueMails } from '../jobs/mail-outbox.ts';

const DIGITS = 6;

/** Six digits to read out; kept as a keyed hash, so that a stolen table can't be tried through. */
export function newConsentCode(): string {
  return String(randomInt(10 ** DIGITS)).padStart(DIGITS, '0');
}

export function consentCodeHash(secret: Buffer, requestId: string, code: string): Buffer {
  return createHmac('sha256', secret).update(`consent-code\n${requestId}\n${code}`).digest();
}

/** In groups of three: 204 917. */
export const readableCode = (code: string): string => `${code.slice(0, 3)} ${code.slice(3)}`;

interface Asking {
  deps: Deps;
  request: Arrived;
  actor: Actor;
  customerId: string;
}

/**
 * B10: mails the customer a link and a code. Only where consent is all that is missing: who may not enter for another
 * reason has nothing to ask, and nobody learns from it whether a customer exists.
 */
export async function askCustomer(unit: Unit, { deps, request, actor, customerId }: Asking): Promise<Result<Subject, Refusal[]>> {
  const { settings, now, origin } = request;
  const { refusals, subject, store } = await startSituation(unit, { actorId: actor.id, customerId, storeId: null, settings, now });
  const other = refusals.filter(({ code }) => code !== 'consent-missing');
  if (other.length > 0) return { ok: false, error: other };
  if (subject === null || store === null) throw new Error('A start without refusals has a customer and a store');
  if (refusals.length === 0 || !mayBeAsked(settings, subject)) return { ok: false, error: [{ code: 'consent-not-asked-for' }] };
  const asked = await askForConsent(unit, { id: deps.random.uuid(), customerId, websiteId: subject.websiteId, storeId: store.id, actor, now });
  if (!asked.ok) return { ok: false, error: [asked.error] };
  await queueMails(unit, [{
    id: deps.random.uuid(), template: 'consent-request', params: { request: asked.value, store: store.code }, locale: store.locale, recipient: subject.email,
    actorId: actor.id, subjectId: subject.id, assistSessionId: null,
  }], now);
  await record(unit, { people: peopleOf(actor, subject, store.id), origin, now }, { group: 'consent', action: 'ask', object: { type: 'customer', id: customerId }, detail: { request: asked.value } });
  return { ok: true, value: subject };
}

/** Where silence counts as yes, or nobody is asked, an explicit no is not asked away. */
export function mayBeAsked(settings: SettingsReader, { websiteId }: { websiteId: number }): boolean {
  const policy = settings.get('assist/consent/policy', { websiteId });
  return policy === 'opt-in' || policy === 'per-request';
}

const peopleOf = (actor: Actor | null, subject: Subject, storeId: number | null): People => ({ actor, subject, assistSessionId: null, storeId, chained: false });

interface CodeTry {
  deps: Deps;
  request: Arrived;
  actor: Actor;
  open: OpenConsentRequest;
  typed: string;
}

/** The try is spent in a transaction of its own, before anybody knows whether the code was right. */
export async function tryConsentCode({ deps, request, actor, open, typed }: CodeTry): Promise<Refusal | null> {
  const { now } = request;
  const spent = await deps.db.transaction((unit) => spendConsentTry(unit, { id: open.id, now }));
  if (spent === null) return { code: 'consent-code-over', field: 'code' };
  const digits = typed.replaceAll(/[\s.\-–]/gu, '');
  const isRight = /^\d{6}$/u.test(digits) && timingSafeEqual(consentCodeHash(deps.config.secret, open.id, digits), spent.hash);
  if (!isRight) return { code: 'consent-code-wrong', field: 'code', facts: { left: spent.triesLeft } };
  return deps.db.transaction(async (unit) => {
    const { subject } = await startSituation(unit, { actorId: actor.id, customerId: open.customerId, storeId: null, settings: request.settings, now });
    if (subject === null) return { code: 'customer-not-found' };
    return answer(unit, { open, way: 'code', given: true, subject, actor, settings: request.settings, now, origin: request.origin, locale: request.locale });
  });
}

interface Answering {
  open: OpenConsentRequest;
  way: 'link' | 'code' | 'account';
  given: boolean;
  subject: Subject;
  /** The member of staff who typed the code; null where the customer answered by himself. */
  actor: Actor | null;
  settings: SettingsReader;
  now: Date;
  origin: Origin;
  locale: Arrived['locale'];
}

/** Once, and with the consent it gives in one transaction: for as long as "Approval per request is valid for" says. */
export async function answer(unit: Unit, { open, way, given, subject, actor, settings, now, origin, locale }: Answering): Promise<Refusal | null> {
  if (!(await answerConsentRequest(unit, { id: open.id, answer: given ? 'approved' : 'declined', way, now }))) return { code: 'consent-link-over' };
  const people = peopleOf(actor, subject, null);
  if (!given) {
    await record(unit, { people, origin, now }, { group: 'consent', action: 'decline', object: { type: 'customer', id: subject.id }, detail: { request: open.id, way } });
    return null;
  }
  const place = { websiteId: subject.websiteId, locale };
  const seconds = settings.get('assist/consent/request_valid_for', place);
  const set = await setConsent(unit, {
    customerId: subject.id, websiteId: subject.websiteId, answer: 'given', scope: 'full', at: now, validUntil: new Date(now.getTime() + seconds * 1000),
    wording: `${settings.get('assist/consent/title', place)}\n${settings.get('assist/consent/tooltip', place)}`,
  });
  if (!set.ok) return set.error;
  await record(unit, { people, origin, now }, { group: 'consent', action: way === 'code' ? 'give-by-code' : 'give', object: { type: 'customer', id: subject.id }, detail: { request: open.id, way, scope: 'full', seconds } });
  return null;
}

/** On the customer's own page: a new code to read out, shown once and kept as its hash. Null: the request is over. */
export async function showConsentCode(unit: Unit, deps: Deps, { id, now }: { id: string; now: Date }): Promise<{ code: string; until: Date } | null> {
  const code = newConsentCode();
  const kept = await keepConsentSecrets(unit, { id, codeHash: consentCodeHash(deps.config.secret, id, code), now });
  return kept ? { code, until: new Date(now.getTime() + CONSENT_CODE_MINUTES * 60_000) } : null;
}
