import { helpersNow, lookUpSubject, presentedToken, stopVisit, visitsOf, type Subject, type Unit } from '@onbehalf/assist';
import type { Refusal } from '@onbehalf/core';
import { consentRequestByToken, openConsentRequests, type OpenConsentRequest } from '@onbehalf/shop';
import type { AssistanceProps } from '@onbehalf/web';
import { z } from 'zod';
import { json, page, redirect, type Answer } from '../../answer.ts';
import type { Arrived } from '../../arrived.ts';
import type { Deps } from '../../deps.ts';
import { inStore, placeOf } from '../../present/names.ts';
import { nameForCustomer } from '../../present/visits.ts';
import { problemsOf } from '../../problems.ts';
import { route, type Outcome, type Refused, type Route } from '../../route.ts';
import { answer, readableCode, showConsentCode } from '../../use-cases/consent-request.ts';

const TOKEN = z.string().max(100).catch('');
const ANSWER = z.enum(['approve', 'decline']);
const ID = z.object({ id: z.uuid() });
const SHOWN = 50;
const QUIET = { 'referrer-policy': 'no-referrer' };

/** What the customer alone says and sees of being helped (B10, B20): closed to every context. */
export const assistanceRoutes: Route[] = [
  route({
    method: 'GET', area: 'storefront', path: '/account/assistance', handle: 'customer_assistance_index', access: 'customer', inContext: 'never', input: z.object({}),
    run: async ({ deps, request, unit }) => ({ answer: await showAssistance({ deps, request, unit }) }),
  }),
  route({
    // B20: the customer's own pages ask it by themselves, so that a visit shows while a page stands.
    method: 'GET', area: 'storefront', path: '/account/assistance/now', handle: 'customer_assistance_now', access: 'customer', inContext: 'never', countsAsUse: false, input: z.object({}),
    run: async ({ deps, request, unit }) => {
      const { id, websiteId } = subjectIn(request);
      const inside = await helpersNow(unit, id);
      return { answer: json({ helping: inside.map((one) => ({ id: one.id, name: nameForCustomer(deps, request.settings, { helper: { ...one, id: one.actorId }, websiteId }) })) }) };
    },
  }),
  route({
    method: 'POST', area: 'storefront', path: '/account/assistance/:id/stop', handle: 'customer_assistance_stop', access: 'customer', inContext: 'never',
    audit: { group: 'login-as-customer', action: 'end' }, input: ID,
    run: async ({ request, unit, input }) => {
      const stopped = await stopVisit(unit, { sessionId: input.id, subjectId: subjectIn(request).id, now: request.now, origin: request.origin });
      if (!stopped) return { refused: [{ code: 'assistance-over' }] };
      return { recorded: true, answer: redirect(placeHref(request)), flash: { tone: 'good', code: 'assistance-stopped' } };
    },
  }),
  route({
    method: 'POST', area: 'storefront', path: '/account/assistance/requests/:id', handle: 'customer_assistance_answer', access: 'customer', inContext: 'never',
    audit: { group: 'consent', action: 'give' }, input: ID.extend({ answer: ANSWER }),
    run: async ({ deps, request, unit, input }) => {
      const subject = subjectIn(request);
      const open = (await openConsentRequests(unit, { customerId: subject.id, now: request.now })).find((one) => one.id === input.id);
      return answered(unit, { deps, request, open, subject, way: 'account', given: input.answer === 'approve' });
    },
  }),
  route({
    // Shown once, to the customer himself, and never in a message that stays behind.
    method: 'POST', area: 'storefront', path: '/account/assistance/requests/:id/code', handle: 'customer_assistance_code', access: 'customer', inContext: 'never',
    audit: { group: 'consent', action: 'show-code' }, auditFor: 'everybody', input: ID,
    run: async ({ deps, request, unit, input }) => {
      const open = (await openConsentRequests(unit, { customerId: subjectIn(request).id, now: request.now })).find((one) => one.id === input.id);
      const made = open === undefined ? null : await showConsentCode(unit, deps, { id: open.id, now: request.now });
      if (made === null) return overAgain({ deps, request });
      return { entry: { object: { type: 'customer', id: subjectIn(request).id } }, answer: await showAssistance({ deps, request, unit }, [], { requestId: input.id, code: readableCode(made.code), until: made.until }) };
    },
  }),
  route({
    // The mail's link. Looking at it changes nothing: mail programs open links by themselves.
    method: 'GET', area: 'storefront', path: '/account/assist-request', handle: 'customer_assistance_request', access: 'public', inContext: 'never', input: z.object({ token: TOKEN }),
    run: async ({ deps, request, unit, input }) => {
      const open = await byToken(unit, request, input.token);
      return { answer: page('storefront/consent-request', requestProps(deps, request, { token: input.token, open }), { headers: QUIET }) };
    },
  }),
  route({
    method: 'POST', area: 'storefront', path: '/account/assist-request', handle: 'customer_assistance_requestpost', access: 'public', inContext: 'never',
    audit: { group: 'consent', action: 'give' }, input: z.object({ token: TOKEN, answer: ANSWER }),
    run: async ({ deps, request, unit, input }) => {
      const open = await byToken(unit, request, input.token);
      const subject = open === null ? null : await lookUpSubject(unit, open.customerId);
      if (open === null || subject === null) return linkOver({ deps, request });
      const refusal = await answer(unit, { ...facts(request), open, subject, actor: null, way: 'link', given: input.answer === 'approve' });
      if (refusal !== null) return linkOver({ deps, request });
      return { recorded: true, answer: page('storefront/consent-request', { ...requestProps(deps, request, { token: '', open }), answered: input.answer === 'approve' ? 'approved' : 'declined' }, { headers: QUIET }) };
    },
  }),
];

interface Here {
  deps: Deps;
  request: Arrived;
}

const facts = ({ settings, now, origin, locale }: Arrived) => ({ settings, now, origin, locale });

// Behind access 'customer' and closed to contexts: it is the customer himself.
function subjectIn({ caller }: Arrived): Subject {
  if (caller.kind !== 'customer') throw new Error('Assistance without a customer');
  return caller.subject;
}

const placeHref = (request: Arrived): string => `${inStore(request).store.base}/account/assistance`;

async function answered(unit: Unit, { deps, request, open, subject, way, given }: Here & { open: OpenConsentRequest | undefined; subject: Subject; way: 'account'; given: boolean }): Promise<Outcome> {
  if (open === undefined) return overAgain({ deps, request });
  const refusal = await answer(unit, { ...facts(request), open, subject, actor: null, way, given });
  if (refusal !== null) return overAgain({ deps, request });
  return { recorded: true, answer: redirect(placeHref(request)), flash: { tone: 'good', code: given ? 'assistance-approved' : 'assistance-declined' } };
}

const OVER: readonly Refusal[] = [{ code: 'consent-link-over' }];

const overAgain = ({ deps, request }: Here): Refused => ({ refused: [...OVER], show: (unit) => showAssistance({ deps, request, unit }, OVER) });

const linkOver = ({ deps, request }: Here): Refused => ({
  refused: [...OVER],
  show: async () => page('storefront/consent-request', requestProps(deps, request, { token: '', open: null }), { status: 410, headers: QUIET }),
});

async function byToken(unit: Unit, request: Arrived, token: string): Promise<OpenConsentRequest | null> {
  const tokenHash = presentedToken(token, 'consent');
  const open = tokenHash === null ? null : await consentRequestByToken(unit, { tokenHash, now: request.now });
  return open?.websiteId === inStore(request).store.websiteId ? open : null;
}

function requestProps(deps: Deps, request: Arrived, { token, open }: { token: string; open: OpenConsentRequest | null }) {
  const place = { ...placeOf(request), locale: request.locale };
  return {
    token,
    open: open === null ? null : { actor: helperName(deps, request, open), askedAt: open.askedAt },
    tooltip: request.settings.get('assist/consent/tooltip', place),
    seconds: request.settings.get('assist/consent/request_valid_for', place),
    answered: null,
  };
}

const helperName = (deps: Deps, request: Arrived, { actorId, actorName, groupName }: Pick<OpenConsentRequest, 'actorId' | 'actorName' | 'groupName'>): string =>
  nameForCustomer(deps, request.settings, { helper: { id: actorId, name: actorName, groupName }, websiteId: inStore(request).store.websiteId });

async function showAssistance({ deps, request, unit }: Here & { unit: Unit }, refusals: readonly Refusal[] = [], code: AssistanceProps['code'] = null): Promise<Answer> {
  const subject = subjectIn(request);
  const visits = await visitsOf(unit, { subjectId: subject.id, limit: SHOWN });
  const requests = await openConsentRequests(unit, { customerId: subject.id, now: request.now });
  return page('storefront/assistance', {
    visits: visits.map(({ id, reason, storeName, startedAt, endedAt, orders, done, ...helper }) => ({ id, by: helperName(deps, request, helper), reason, storeName, startedAt, endedAt, orders, done })),
    requests: requests.map((one) => ({ id: one.id, by: helperName(deps, request, one), askedAt: one.askedAt })),
    code,
    problems: problemsOf(deps, refusals, request),
  }, { status: refusals.length > 0 ? 409 : 200, ...(code === null ? {} : { headers: { 'cache-control': 'private, no-store' } }) });
}
