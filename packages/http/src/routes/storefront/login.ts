import { newToken, presentedToken, verifyPassword, type Unit } from '@onbehalf/assist';
import type { Refusal } from '@onbehalf/core';
import { customerByEmail, sharedCustomerByEmail, type CustomerCredentials } from '@onbehalf/shop';
import type { Typed } from '@onbehalf/web';
import { z } from 'zod';
import { page, redirect, type Answer } from '../../answer.ts';
import type { Arrived } from '../../arrived.ts';
import type { Deps } from '../../deps.ts';
import { inStore } from '../../present/names.ts';
import { problemsOf } from '../../problems.ts';
import { storefrontReturn } from '../../return-path.ts';
import { route, type Route } from '../../route.ts';
import { takeOverGuestCart, type TakenOver } from '../../use-cases/guest-cart.ts';
import { requestReset, useReset } from '../../use-cases/password-reset.ts';
import { tooManyAttempts } from '../../use-cases/sign-in.ts';

const EMAIL = z.string().trim().max(254).catch('');
const PASSWORD = z.string().max(1024).catch('');
const NEXT = z.string().max(400).catch('');

/** A customer's own way in. In a context it is closed: nobody becomes another customer from inside (P05). */
export const loginRoutes: Route[] = [
  route({
    method: 'GET', area: 'storefront', path: '/account/login', handle: 'customer_account_login', access: 'public', inContext: 'never', input: z.object({ next: NEXT }),
    run: async ({ deps, request, input }) => {
      if (request.caller.kind === 'customer') return { answer: redirect(`${inStore(request).store.base}/account`) };
      return { answer: showLogin(deps, request, { next: input.next, refusals: [], typed: {} }) };
    },
  }),
  route({
    method: 'POST', area: 'storefront', path: '/account/login', handle: 'customer_account_loginpost', access: 'public', inContext: 'never',
    audit: { group: 'customer', action: 'login' }, ownTransaction: true, input: z.object({ email: EMAIL, password: PASSWORD, next: NEXT }),
    run: async ({ deps, request, unit, input }) => {
      const checked = await checkCustomer(deps, unit, request, input);
      if ('refusal' in checked) {
        const typed = { email: input.email };
        return { refused: [checked.refusal], show: async () => showLogin(deps, request, { next: input.next, refusals: [checked.refusal], typed }) };
      }
      const { token, sessionId, cookies, flash } = await openCustomerSession(deps, request, checked.account);
      const { base } = inStore(request).store;
      const answer = redirect(storefrontReturn(input.next, `${base}/account`), { cookies: [{ name: 'shop', value: token }, ...cookies] });
      return { recorded: true, answer, ...(flash === null ? {} : { flash, flashFor: sessionId }) };
    },
  }),
  route({
    method: 'POST', area: 'storefront', path: '/account/logout', handle: 'customer_account_logout', access: 'customer', inContext: 'never',
    audit: { group: 'customer', action: 'logout' }, input: z.object({}),
    run: async ({ request, unit }) => {
      if (request.caller.kind === 'customer') {
        await unit.query(`update customer_session set ended_at = $2, end_reason = 'logout' where id = $1 and ended_at is null`, [request.caller.sessionId, request.now]);
      }
      return { answer: redirect(`${inStore(request).store.base}/`, { cookies: [{ name: 'shop', value: null }] }) };
    },
  }),
  route({
    method: 'GET', area: 'storefront', path: '/account/forgot', handle: 'customer_account_forgotpassword', access: 'public', inContext: 'never', input: z.object({}),
    run: async () => ({ answer: page('storefront/forgot', { sent: false, problems: [], typed: {} }) }),
  }),
  route({
    // The same answer whether the account exists or not; the mail alone knows.
    method: 'POST', area: 'storefront', path: '/account/forgot', handle: 'customer_account_forgotpasswordpost', access: 'public', inContext: 'never',
    audit: { group: 'customer', action: 'change-password' }, input: z.object({ email: EMAIL }),
    run: async ({ deps, request, unit, input }) => {
      const { store } = inStore(request);
      const account = await accountOf(unit, request, input.email);
      const wait = await deps.loginLimits.wait({ kind: 'customer', email: `forgot:${input.email}`, ip: request.peer });
      await deps.loginLimits.failed({ kind: 'customer', email: `forgot:${input.email}`, ip: request.peer });
      if (account !== null && wait === 0) await requestReset(unit, { deps, now: request.now }, { kind: 'customer', id: account.id, email: account.email, locale: store.locale, store: store.code });
      return { recorded: true, answer: page('storefront/forgot', { sent: true, problems: [], typed: {} }) };
    },
  }),
  route({
    method: 'GET', area: 'storefront', path: '/account/reset', handle: 'customer_account_createpassword', access: 'public', inContext: 'never', input: z.object({ token: z.string().max(100).catch('') }),
    run: async ({ input }) => ({ answer: page('storefront/reset', { token: input.token, over: presentedToken(input.token, 'reset') === null, problems: [] }, { headers: { 'referrer-policy': 'no-referrer' } }) }),
  }),
  route({
    method: 'POST', area: 'storefront', path: '/account/reset', handle: 'customer_account_resetpasswordpost', access: 'public', inContext: 'never',
    audit: { group: 'customer', action: 'change-password' }, input: z.object({ token: z.string().max(100).catch(''), password: PASSWORD }),
    run: async ({ deps, request, unit, input }) => {
      const used = await useReset(unit, { deps, now: request.now }, { kind: 'customer', token: input.token, password: input.password });
      if (!used.ok) return { refused: used.error, show: async () => resetAgain(deps, request, input.token, used.error) };
      return { recorded: true, answer: redirect(`${inStore(request).store.base}/account/login`) };
    },
  }),
];

function resetAgain(deps: Deps, request: Arrived, token: string, refusals: Refusal[]): Answer {
  const over = refusals.some((refusal) => refusal.code === 'reset-link-over');
  return page('storefront/reset', { token, over, problems: problemsOf(deps, refusals, request) }, { status: 422, headers: { 'referrer-policy': 'no-referrer' } });
}

function showLogin(deps: Deps, request: Arrived, { next, refusals, typed }: { next: string; refusals: Refusal[]; typed: Typed }): Answer {
  const { websiteId, base } = inStore(request).store;
  const demoHint = deps.config.demo && websiteId === 1 ? { email: 'john.doe@customer.example', password: deps.config.demoPassword } : null;
  return page('storefront/login', { next: storefrontReturn(next, `${base}/account`), toOrder: next.split('?')[0] === `${base}/checkout`, problems: problemsOf(deps, refusals, request), typed, demoHint }, { status: refusals.length > 0 ? 422 : 200 });
}

/** The account an address stands for here: of this website, or of any where accounts are shared (G2). */
function accountOf(unit: Unit, request: Arrived, email: string): Promise<CustomerCredentials | null> {
  const { websiteId } = inStore(request).store;
  return isShared(request) ? sharedCustomerByEmail(unit, email) : customerByEmail(unit, websiteId, email);
}

function isShared({ settings }: Arrived): boolean {
  return settings.get('customer/share') === 'global';
}

type Checked = { account: CustomerCredentials } | { refusal: Refusal };

/** Same answer, same time: whether there is no account, a wrong password or one that was never set (A1's rule, G2). */
async function checkCustomer(deps: Deps, unit: Unit, request: Arrived, { email, password }: { email: string; password: string }): Promise<Checked> {
  const attempt = { kind: 'customer', email: `${isShared(request) ? 'all' : inStore(request).store.websiteId}:${email}`, ip: request.peer } as const;
  const wait = await deps.loginLimits.take(attempt);
  if (wait > 0) return { refusal: tooManyAttempts(wait) };
  const account = await accountOf(unit, request, email);
  const right = await verifyPassword(account?.passwordHash ?? null, password);
  if (account === null || !right) return { refusal: { code: 'credentials-wrong' } };
  await deps.loginLimits.succeeded(attempt);
  if (account.status !== 'active') return { refusal: { code: 'customer-login-blocked' } };
  return account.confirmedAt === null ? { refusal: { code: 'account-not-confirmed' } } : { account };
}

async function openCustomerSession(deps: Deps, request: Arrived, account: CustomerCredentials): Promise<TakenOver & { token: string; sessionId: string }> {
  const [token, sessionId] = [newToken('customer', deps.random), deps.random.uuid()];
  const { now, origin } = request;
  const takenOver = await deps.db.transaction(async (unit) => {
    await unit.query(
      `insert into customer_session (id, token_hash, customer_id, store_id, kind, created_at, last_used_at) values ($1, $2, $3, $4, 'browser', $5, $5)`,
      [sessionId, token.hash, account.id, inStore(request).store.id, now],
    );
    await unit.query('update customer set last_login_at = $2, last_ip = coalesce($3, last_ip) where id = $1', [account.id, now, origin.ip]);
    return takeOverGuestCart(unit, { deps, request }, account.id);
  });
  return { ...takenOver, token: token.text, sessionId };
}
