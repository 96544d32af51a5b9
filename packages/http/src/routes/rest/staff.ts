import { endStaffSession, searchInTime, startAssist, startSituation, type CustomerFound } from '@onbehalf/assist';
import { RESOURCE, toldRefusals } from '@onbehalf/core';
import { z } from 'zod';
import { json } from '../../answer.ts';
import type { Arrived } from '../../arrived.ts';
import type { Deps } from '../../deps.ts';
import { actorOfRequest } from '../../present/actor.ts';
import { checkViews } from '../../present/customers.ts';
import { problemsOf } from '../../problems.ts';
import { route, type Route } from '../../route.ts';
import { leaveCustomer } from '../../use-cases/side-cart.ts';
import { mailLoginLink } from '../../use-cases/mail-login-link.ts';
import { enterRest } from '../../use-cases/second-step.ts';
import { checkStaff } from '../../use-cases/sign-in.ts';
import { ASSIST_SESSION, CHECK, CUSTOMER, ME, PERSON, TOKEN } from './schemas.ts';

const PAGE = 50;
const CUSTOMER_ID = z.string().regex(/^[1-9][0-9]{0,17}$/);

export const staffRestRoutes: Route[] = [
  route({
    method: 'POST', area: 'rest', path: '/V1/staff/token', handle: 'staff_account_loginpost', access: 'public', inContext: 'never', summary: 'Log in as staff and get a token',
    audit: { group: 'staff-session', action: 'make-token' }, ownTransaction: true,
    input: z.object({ email: z.string().max(254), password: z.string().max(1024), otp: z.string().max(40).optional().meta({ description: 'The code of the authenticator app, or a recovery code, where the account has a second factor.' }) }), output: TOKEN,
    run: async ({ deps, request, input }) => {
      const checked = await checkStaff({ deps, request }, input);
      if ('refusal' in checked) return { refused: [checked.refusal] };
      const entered = await enterRest({ deps, request }, checked.actor, input.otp);
      if (!entered.ok) return { refused: [entered.error] };
      return { recorded: true, answer: json({ token: entered.value, expiresAfterIdleSeconds: request.settings.get('staff/session/lifetime') }) };
    },
  }),
  route({
    method: 'DELETE', area: 'rest', path: '/V1/staff/token', handle: 'staff_account_logout', access: 'actor', inContext: 'never', summary: 'Revoke the staff token and the context begun with it',
    audit: { group: 'staff-session', action: 'revoke-token' }, input: z.object({}),
    run: async ({ request, unit }) => {
      const { sessionId } = actorOfRequest(request);
      await endStaffSession(unit, { staffSessionId: sessionId, reason: 'staff-logout', now: request.now, origin: request.origin });
      return { recorded: true, answer: { kind: 'empty' } };
    },
  }),
  route({
    method: 'POST', area: 'rest', path: '/V1/staff/customers/:customerId/token', handle: 'staff_customers_enter', access: 'actor', inContext: 'never',
    summary: 'Enter a customer: a token of a context, or with explain the whole list of checks',
    audit: { group: 'login-as-customer', action: 'refused' },
    input: z.object({
      customerId: CUSTOMER_ID, store: z.string().max(40).optional(), reason: z.string().max(200).default(''), reference: z.string().max(80).default(''),
      switch: z.boolean().default(false), confirm: z.boolean().default(false).meta({ description: 'Enter although a colleague is inside.' }), explain: z.boolean().default(false),
    }),
    output: z.object({ token: z.string(), assistSession: ASSIST_SESSION, subject: PERSON }).or(z.object({ checks: z.array(CHECK), canStart: z.boolean() })),
    run: async ({ deps, request, unit, input }) => {
      const { actor, sessionId } = actorOfRequest(request);
      const { settings, now, origin } = request;
      const store = input.store === undefined ? null : deps.stores.find((one) => one.code === input.store);
      if (store === undefined) return { refused: [{ code: 'store-unavailable', field: 'store' }] };
      const asked = { actorId: actor.id, customerId: input.customerId, storeId: store?.id ?? null };
      if (input.explain) {
        const situation = await startSituation(unit, { ...asked, settings, now });
        return { recorded: true, answer: json({ checks: checkViews(deps, request, situation).map((one) => ({ ...one, outcome: WORDS[one.outcome] })), canStart: situation.refusals.length === 0 }) };
      }
      const started = await startAssist(unit, { ...asked, staffSessionId: sessionId, kind: 'api', reason: input.reason, reference: input.reference, switch: input.switch, confirmed: input.confirm, returnTo: '/staff' }, { settings, now, origin, random: deps.random });
      if (!started.ok) return { refused: toldRefusals(started.error), object: { type: 'customer', id: input.customerId } };
      const { token, sessionId: id, subject, store: entered, mode } = started.value;
      return {
        recorded: true,
        answer: json({ token, subject: { id: subject.id, name: subject.name, email: subject.email }, assistSession: { id, store: entered.code, mode, startedAt: now.toISOString(), secondsLeft: settings.get('staff/session/lifetime') } }, { status: 201 }),
      };
    },
  }),
  route({
    method: 'POST', area: 'rest', path: '/V1/staff/customers/:customerId/link', handle: 'staff_customers_linkpost', access: { resource: RESOURCE.loginAsCustomer }, inContext: 'never',
    summary: 'Mail a login link for a customer, to oneself or to the assigned colleague. Its token is in the mail and nowhere else.',
    audit: { group: 'login-as-customer', action: 'make-link' },
    input: z.object({ customerId: CUSTOMER_ID, to: z.enum(['me', 'assigned']).default('me') }), output: z.object({ id: z.string(), recipient: PERSON }),
    run: async ({ deps, request, unit, input }) => {
      const made = await mailLoginLink(unit, { deps, request }, { maker: actorOfRequest(request).actor, ...input });
      if (!made.ok) return { refused: made.error, object: { type: 'customer', id: input.customerId } };
      const { id, recipient } = made.value;
      return { recorded: true, answer: json({ id, recipient: person(recipient) }, { status: 202 }) };
    },
  }),
  route({
    // Called with the context's own token: whoever holds it may lay it down.
    method: 'DELETE', area: 'rest', path: '/V1/staff/customers/:customerId/token', handle: 'staff_customer_logout', access: 'context', inContext: 'view', summary: 'Leave the customer',
    audit: { group: 'login-as-customer', action: 'end' }, input: z.object({ customerId: CUSTOMER_ID }),
    run: async ({ deps, request, unit, input }) => {
      const { caller } = request;
      if (caller.kind !== 'context' || caller.subject.id !== input.customerId) return { refused: [{ code: 'not-in-context' }] };
      await leaveCustomer(unit, { deps, request, caller });
      return { recorded: true, answer: { kind: 'empty' } };
    },
  }),
  route({
    method: 'GET', area: 'rest', path: '/V1/me', handle: 'rest_me', access: 'public', inContext: 'view', summary: 'Who is behind this token', input: z.object({}), output: ME,
    run: async ({ request }) => (request.caller.kind === 'guest' ? { refused: [{ code: 'not-signed-in' }] } : { answer: json(me(request)) }),
  }),
  route({
    method: 'GET', area: 'rest', path: '/V1/staff/customers', handle: 'staff_customers_index', access: 'actor', inContext: 'never', summary: 'Customers the member of staff may see',
    input: z.object({ search: z.string().max(200).default(''), cursor: z.string().max(600).optional() }), output: z.object({ items: z.array(CUSTOMER), next: z.string().nullable(), incomplete: z.boolean().meta({ description: 'The search was stopped before it had looked at everything: refine it.' }) }),
    run: async ({ deps, request, input }) => {
      const { actor } = actorOfRequest(request);
      const text = input.search.trim().toLowerCase();
      const view = text === '' ? {} : { view: { type: 'search', id: text.slice(0, 60) } };
      const filters = { text: input.search.trim(), group: '', store: '', lastOrder: '', cart: '', consent: '' } as const;
      const found = await searchInTime(deps.db, { actor, filters, settings: request.settings, now: request.now, limit: PAGE, cursor: input.cursor ?? null });
      return { answer: json({ items: found.rows.map((row) => customerJson(deps, request, row)), next: found.next, incomplete: found.incomplete }, view) };
    },
  }),
];

const WORDS = { pass: 'passed', fail: 'failed', skipped: 'skipped' } as const;

function me({ caller }: Arrived): z.infer<typeof ME> {
  if (caller.kind === 'actor') return { subject: null, actor: person(caller.actor), assistSession: null };
  if (caller.kind === 'customer') return { subject: person(caller.subject), actor: null, assistSession: null };
  if (caller.kind === 'guest') return { subject: null, actor: null, assistSession: null };
  const { id, mode, startedAt, secondsLeft } = caller.session;
  return { subject: person(caller.subject), actor: person(caller.actor), assistSession: { id, store: caller.store.code, mode, startedAt: startedAt.toISOString(), secondsLeft } };
}

function person({ id, name, email }: { id: string; name: string; email: string }): z.infer<typeof PERSON> {
  return { id, name, email };
}

function customerJson(deps: Deps, request: Arrived, row: CustomerFound): z.infer<typeof CUSTOMER> {
  const { id, externalId, name, company, email, storeName, status, consent, refusals } = row;
  return { id, externalId, name, company, email, store: storeName, status, consent, reasons: problemsOf(deps, refusals, request).map(({ code, text }) => ({ code, text })) };
}
