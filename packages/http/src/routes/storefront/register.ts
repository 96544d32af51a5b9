import { presentedToken } from '@onbehalf/assist';
import type { Refusal } from '@onbehalf/core';
import type { Typed } from '@onbehalf/web';
import { z } from 'zod';
import { page, redirect, type Answer } from '../../answer.ts';
import type { Arrived } from '../../arrived.ts';
import type { Deps } from '../../deps.ts';
import { inStore } from '../../present/names.ts';
import { problemsOf } from '../../problems.ts';
import { route, type Route } from '../../route.ts';
import { confirmAccount, registerCustomer } from '../../use-cases/register-customer.ts';

const FIELD = z.string().max(500).catch('');
const FORM = z.object({ firstName: FIELD, lastName: FIELD, company: FIELD, vatNumber: FIELD, email: FIELD, password: z.string().max(1024).catch('') });
const TOKEN = z.object({ token: z.string().max(100).catch('') });
const QUIET = { 'referrer-policy': 'no-referrer' };

/** A customer makes an account alone (G2). In a context it is closed: nobody becomes another customer from inside (P05). */
export const registerRoutes: Route[] = [
  route({
    method: 'GET', area: 'storefront', path: '/account/create', handle: 'customer_account_create', access: 'public', inContext: 'never', input: z.object({}),
    run: async ({ deps, request }) => ({ answer: request.caller.kind === 'customer' ? redirect(`${inStore(request).store.base}/account`) : show(deps, request, {}, []) }),
  }),
  route({
    method: 'POST', area: 'storefront', path: '/account/create', handle: 'customer_account_createpost', access: 'public', inContext: 'never', audit: { group: 'customer', action: 'create' }, input: FORM,
    run: async ({ deps, request, unit, input }) => {
      const { password, ...typed } = input;
      const attempt = { kind: 'customer', email: `register:${input.email}`, ip: request.peer } as const;
      const seconds = await deps.loginLimits.wait(attempt);
      if (seconds > 0) return again({ deps, request }, typed, [{ code: 'too-many-attempts', facts: { minutes: Math.ceil(seconds / 60), seconds } }]);
      await deps.loginLimits.failed(attempt);
      const made = await registerCustomer(unit, { deps, request }, { ...typed, password });
      if (!made.ok) return again({ deps, request }, typed, made.error);
      return { recorded: true, answer: page('storefront/register', { sentTo: made.value.email, typed: {}, problems: [] }) };
    },
  }),
  route({
    method: 'GET', area: 'storefront', path: '/account/confirm', handle: 'customer_account_confirmation', access: 'public', inContext: 'never', input: TOKEN,
    run: async ({ deps, request, input }) => ({ answer: showConfirm(deps, request, input.token, presentedToken(input.token, 'reset') === null) }),
  }),
  route({
    method: 'POST', area: 'storefront', path: '/account/confirm', handle: 'customer_account_confirm', access: 'public', inContext: 'never', audit: { group: 'customer', action: 'confirm' }, input: TOKEN,
    run: async ({ deps, request, unit, input }) => {
      const confirmed = await confirmAccount(unit, request, input.token);
      if (!confirmed.ok) return { refused: confirmed.error, show: async () => showConfirm(deps, request, input.token, true) };
      return { recorded: true, answer: redirect(loginAfter(request)), flash: { tone: 'good', code: 'account-confirmed' } };
    },
  }),
];

// Who chose something before has it again after the login (G3).
function loginAfter(request: Arrived): string {
  const { base } = inStore(request).store;
  return `${base}/account/login${request.guestCart === null ? '' : `?next=${encodeURIComponent(`${base}/cart`)}`}`;
}

type Here = { deps: Deps; request: Arrived };

function again({ deps, request }: Here, typed: Typed, refusals: Refusal[]): { refused: Refusal[]; show: () => Promise<Answer> } {
  return { refused: refusals, show: async () => show(deps, request, typed, refusals) };
}

function show(deps: Deps, request: Arrived, typed: Typed, refusals: readonly Refusal[]): Answer {
  return page('storefront/register', { sentTo: null, typed, problems: problemsOf(deps, refusals, request) }, { status: refusals.length > 0 ? 422 : 200 });
}

function showConfirm(deps: Deps, request: Arrived, token: string, isOver: boolean): Answer {
  const [over] = isOver ? problemsOf(deps, [{ code: 'confirmation-link-over' }], request) : [];
  return page('storefront/confirm-account', { token, over: over ?? null }, { status: isOver ? 410 : 200, headers: QUIET });
}
