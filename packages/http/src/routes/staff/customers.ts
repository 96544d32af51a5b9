import {
  customerRows,
  holds,
  presentedToken,
  searchInTime,
  startSituation,
  useLoginLink,
  whereabouts,
  type CustomerFilters,
  type StartSituation,
  type Unit,
} from '@onbehalf/assist';
import { RESOURCE, hidesCustomer, hidingRefusals, type Refusal } from '@onbehalf/core';
import { ownConsentRequest } from '@onbehalf/shop';
import type { StartAssistProps } from '@onbehalf/web';
import { z } from 'zod';
import { page, type Answer } from '../../answer.ts';
import type { Arrived } from '../../arrived.ts';
import type { Deps } from '../../deps.ts';
import { inLocale } from '../../frame.ts';
import { startQuestions } from '../../present/assist-entry.ts';
import { checkViews, customerRow } from '../../present/customers.ts';
import { problemsOf, statusOf } from '../../problems.ts';
import { portalReturn, recordReturn, storefrontReturn } from '../../return-path.ts';
import { route, type Refused, type Route } from '../../route.ts';
import { openStores } from '../new-customer.ts';
import { mayBeAsked } from '../../use-cases/consent-request.ts';
import { actorOfRequest } from '../../present/actor.ts';
import { enterCustomer } from '../../use-cases/enter-customer.ts';
import { linkRefused } from './link-refused.ts';

const WORD = z.string().max(200).catch('');
const choice = <const Values extends readonly [string, ...string[]]>(values: Values) => z.enum(['', ...values]).catch('');
const SEARCH = z.object({
  q: WORD,
  group: WORD,
  store: WORD,
  lastOrder: choice(['month', 'quarter', 'year', 'older', 'never']),
  cart: choice(['yes', 'no']),
  consent: choice(['given', 'missing']),
  cursor: z.string().max(600).nullable().catch(null),
});
const CUSTOMER = z.object({ id: z.string().regex(/^[1-9][0-9]{0,17}$/) });
const FROM = z.string().max(400).catch('');
const TICKED = z.string().max(10).optional().transform((value) => value === '1');
const PAGE = 25;
const SHORTEST = 2;

export const customerRoutes: Route[] = [
  route({
    method: 'GET', area: 'staff', path: '/staff/customers', handle: 'staff_customers_index', access: 'actor', inContext: 'outside',
    audit: { group: 'customer', action: 'search' }, input: SEARCH,
    run: async ({ deps, request, unit, input }) => ({ answer: await showCustomers({ deps, request, unit }, input) }),
  }),
  route({
    method: 'GET', area: 'staff', path: '/staff/customers/:id/enter', handle: 'staff_customers_start', access: 'actor', inContext: 'outside', input: CUSTOMER.extend({ next: WORD, from: FROM }),
    run: async ({ deps, request, unit, input }) => ({ answer: await showStart({ deps, request, unit }, { id: input.id, next: input.next, from: input.from, link: null, refusals: [], typed: {} }) }),
  }),
  route({
    // A8, B3: on one origin this POST checks, opens and sets the cookie; nothing leaves the server but the cookie.
    method: 'POST', area: 'staff', path: '/staff/customers/:id/enter', handle: 'staff_customers_enter', access: 'actor', inContext: 'outside',
    audit: { group: 'login-as-customer', action: 'refused' },
    input: CUSTOMER.extend({ switch: TICKED, confirm: TICKED, reason: WORD, reference: z.string().max(80).catch(''), store: z.string().max(40).catch(''), next: WORD, from: FROM, link: z.string().max(100).catch('') }),
    run: async ({ deps, request, unit, input }) => {
      const { actor, sessionId } = actorOfRequest(request);
      const storeId = chosenStore(deps, input.store);
      const typed = { reason: input.reason, reference: input.reference, store: input.store };
      const again = (refusals: Refusal[]): Refused => ({
        refused: refusals,
        object: { type: 'customer', id: input.id },
        show: (fresh) => showStart({ deps, request, unit: fresh }, { id: input.id, next: input.next, from: input.from, link: input.link || null, refusals: input.store === '' ? refusals : refusals.map(atStore), typed }),
      });
      if (storeId === undefined) return again([{ code: 'store-unavailable', field: 'store' }]);
      const closed = input.link === '' ? null : await useLoginLink(unit, { tokenHash: presentedToken(input.link, 'link'), actorId: actor.id, customerId: input.id });
      if (closed !== null) return { ...linkRefused({ deps, request }, closed), object: { type: 'customer', id: input.id } };
      const started = await enterCustomer(unit, { deps, request }, {
        actorId: actor.id, staffSessionId: sessionId, kind: 'browser', customerId: input.id, storeId,
        reason: input.reason, reference: input.reference.trim(), switch: input.switch, confirmed: input.confirm, returnTo: recordReturn(input.from, '/staff'), next: input.next,
      });
      if (started.ok) return started.value;
      // A program in a loop: it is told when to come again, and no page is made for it (D02).
      return started.error.some(({ code }) => code === 'too-many-starts') ? { refused: started.error, object: { type: 'customer', id: input.id } } : again(started.error);
    },
  }),
];

type Search = z.infer<typeof SEARCH>;

async function showCustomers({ deps, request, unit }: { deps: Deps; request: Arrived; unit: Unit }, input: Search): Promise<Answer> {
  const { actor } = actorOfRequest(request);
  const text = input.q.trim();
  const filters: CustomerFilters = { text, group: input.group, store: input.store, lastOrder: input.lastOrder, cart: input.cart, consent: input.consent };
  const tooShort = text !== '' && text.length < SHORTEST && !/^[1-9]$/.test(text);
  const isAsked = text !== '' || [input.group, input.store, input.lastOrder, input.cart, input.consent].some((one) => one !== '');
  const hidden = !isAsked && !request.settings.get('staff/customers/show_before_search');
  const found = tooShort || hidden ? null : await searchInTime(deps.db, { actor, filters, settings: request.settings, now: request.now, limit: PAGE, cursor: input.cursor });
  const inside = await whereabouts(unit, { actorId: actor.id, settings: request.settings, now: request.now });
  const groups = await unit.named<{ code: string; name: Record<string, string> }>('customer-groups', 'select code, name from customer_group order by id', []);
  const view = text === '' || found === null ? {} : { view: { type: 'search', id: text.toLowerCase().slice(0, 60) } };
  return page('staff/customers', {
    query: input.q,
    filters: { group: input.group, store: input.store, lastOrder: input.lastOrder, cart: input.cart, consent: input.consent },
    groups: groups.map((one) => ({ code: one.code, name: inLocale(one.name, request.locale) })),
    stores: deps.stores.filter((one) => actor.storeIds.has(one.id)).map((one) => ({ code: one.code, name: one.name })),
    rows: found === null ? null : found.rows.map((row) => customerRow({ deps, arrived: request, isInside: inside !== null }, row)),
    tooShort,
    incomplete: found?.incomplete ?? false,
    createHref: actor.canCreateCustomer && openStores(deps, request, actor).length > 0 ? '/staff/customers/new' : null,
    total: null,
    paging: { previous: input.cursor === null ? null : linkWith(input, null), next: found === null || found.next === null ? null : linkWith(input, found.next) },
  }, view);
}

function linkWith(input: Search, cursor: string | null): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...input, cursor })) if (value !== null && value !== '') query.set(name, value);
  const text = query.toString();
  return text === '' ? '/staff/customers' : `/staff/customers?${text}`;
}

// B13: nothing chosen is null, a code of no store undefined.
function chosenStore(deps: Deps, code: string): number | null | undefined {
  return code === '' ? null : deps.stores.find((one) => one.code === code)?.id;
}

const ABOUT_STORE: ReadonlySet<string> = new Set(['store-unavailable', 'actor-not-in-store', 'customer-in-other-website']);

// What is wrong with the store that was chosen is said at the choice.
function atStore(refusal: Refusal): Refusal {
  return ABOUT_STORE.has(refusal.code) ? { ...refusal, field: 'store' } : refusal;
}

export interface StartShown {
  id: string;
  next: string;
  from: string;
  /** Token of the link in a mail that led here (B18). */
  link: string | null;
  refusals: readonly Refusal[];
  typed: Record<string, string>;
}

export async function showStart({ deps, request, unit }: { deps: Deps; request: Arrived; unit: Unit }, shown: StartShown): Promise<Answer> {
  const { actor } = actorOfRequest(request);
  const { settings, now, locale } = request;
  const situation = await startSituation(unit, { actorId: actor.id, customerId: shown.id, storeId: null, settings, now });
  const [found] = await customerRows(unit, { actor, ids: [shown.id], settings, now });
  const checks = checkViews(deps, request, situation);
  const common = { ...startQuestions(situation, settings), typed: shown.typed, next: storefrontReturn(shown.next, ''), from: portalReturn(shown.from, ''), link: shown.link, linkHref: shown.link === null && holds(actor, RESOURCE.loginAsCustomer) ? `/staff/customers/${shown.id}/link` : null };
  if (found === undefined || hidesCustomer(situation.refusals)) {
    // Whom the actor may not see in the list is not shown here either: only why not, and what to do (A7).
    const told = checks.filter(({ outcome }) => outcome === 'fail');
    return page('staff/start', { ...common, ...NO_QUESTIONS, consentRequest: null, customer: null, checks: told, canStart: false, problems: [] }, { status: statusOf(hidingRefusals(situation.refusals)) });
  }
  return page('staff/start', {
    ...common,
    customer: customerRow({ deps, arrived: request, isInside: situation.current !== null }, found),
    checks,
    canStart: situation.refusals.length === 0,
    consentRequest: await consentRequestOf({ request, unit }, situation),
    problems: problemsOf(deps, shown.refusals.filter((one) => !situation.refusals.some((same) => same.code === one.code)), { locale }),
  }, { status: shown.refusals.length > 0 ? 422 : 200, view: { type: 'customer', id: shown.id } });
}

// B10: offered where consent is all that is missing, and the shop asks its customers.
async function consentRequestOf({ request, unit }: { request: Arrived; unit: Unit }, { refusals, subject, actor }: StartSituation): Promise<StartAssistProps['consentRequest']> {
  const isAllThatIsMissing = refusals.length === 1 && refusals[0]?.code === 'consent-missing';
  if (!isAllThatIsMissing || subject === null || !mayBeAsked(request.settings, subject)) return null;
  const asked = await ownConsentRequest(unit, { customerId: subject.id, actorId: actor.id, now: request.now });
  return { asked: asked === null ? null : { at: asked.askedAt } };
}

const NO_QUESTIONS = { storeGroups: [], store: '', colleagues: [], switchFrom: null };
