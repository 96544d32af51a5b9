/** Paying by a link (D8): what the mail leads to, the way to the provider, and the way back. */
import { presentedToken, type Unit } from '@onbehalf/assist';
import type { Refusal } from '@onbehalf/core';
import { attemptById, orderByNumber, paymentByToken, type Attempt, type LinkedPayment } from '@onbehalf/shop';
import type { PayProps, PayReturnProps } from '@onbehalf/web';
import { z } from 'zod';
import { page, redirect, type Answer } from '../../answer.ts';
import type { Arrived } from '../../arrived.ts';
import type { Deps } from '../../deps.ts';
import { inStore, money, ownerOf } from '../../present/names.ts';
import { payableOrder } from '../../present/payment.ts';
import { problemsOf, statusOf } from '../../problems.ts';
import { route, type Outcome, type Route, type RouteContext } from '../../route.ts';
import { beginPayment } from '../../use-cases/payments/begin-payment.ts';
import { settleAttempt } from '../../use-cases/payments/settle-payment.ts';
import { UNKEPT } from '../../use-cases/enter-customer.ts';
import { showOrder } from './orders.ts';

const LINK = z.object({ token: z.string().max(100).catch('') });
const ATTEMPT = z.object({ attempt: z.string().max(40) });
const NUMBER = z.object({ number: z.string().regex(/^[0-9]{1,18}$/) });
/** Between a try and a second one from the page that the provider led back to. */
const AGAIN_MS = 86_400_000;
const AGAIN_SECONDS = 3;

/**
 * Open to whoever has the mail, and closed to every assist session: staff pay nothing in a customer's name, and see no page
 * that does (B16, docs/decisions).
 */
export const payRoutes: Route[] = [
  route({
    // Mail programs open links by themselves: looking changes nothing.
    method: 'GET', area: 'storefront', path: '/pay', handle: 'payment_link_view', access: 'public', inContext: 'never', input: LINK,
    run: async (context) => {
      const { deps, request, unit, input } = context;
      const busy = (await openLink(unit, request, input.token)) === null ? await tooMany(deps, request) : null;
      return busy === null ? { answer: await showLink(context, input.token, []) } : { refused: [busy] };
    },
  }),
  route({
    method: 'POST', area: 'storefront', path: '/pay', handle: 'payment_link_pay', access: 'public', inContext: 'never', ownTransaction: true,
    audit: { group: 'order', action: 'begin-payment' }, input: LINK,
    run: async (context) => {
      const { deps, request, unit, input } = context;
      const linked = await openLink(unit, request, input.token);
      const busy = await tooMany(deps, request);
      const refused: Refusal[] = busy !== null ? [busy] : linked === null || linked.isOver ? [{ code: 'payment-link-over' }] : [];
      if (linked === null || refused.length > 0) return { refused, show: (fresh) => showLink({ ...context, unit: fresh }, input.token, refused) };
      return begun(context, { number: linked.number, by: 'link' }, (fresh, refusals) => showLink({ ...context, unit: fresh }, input.token, refusals));
    },
  }),
  route({
    method: 'POST', area: 'storefront', path: '/account/orders/:number/pay', handle: 'sales_order_pay', access: 'customer', inContext: 'never', ownTransaction: true,
    audit: { group: 'order', action: 'begin-payment' }, input: NUMBER,
    run: async (context) => {
      const { request, unit, input } = context;
      const own = await orderByNumber(unit, input.number, { customerId: ownerOf(request).customerId });
      if (!own.ok) return { refused: [own.error], object: { type: 'order', id: input.number } };
      const again = async (fresh: Unit, refusals: Refusal[]): Promise<Answer> => {
        const shown = await showOrder({ ...context, unit: fresh }, input.number, refusals);
        return 'answer' in shown ? shown.answer : redirect(`${inStore(request).store.base}/account/orders`);
      };
      return begun(context, { number: input.number, by: 'account' }, again);
    },
  }),
  route({
    method: 'GET', area: 'storefront', path: '/pay/return/:attempt', handle: 'payment_return_view', access: 'public', inContext: 'never', input: ATTEMPT,
    run: async (context) => {
      const attempt = await attemptIn(context);
      return attempt === null ? { refused: [{ code: 'not-found' }] } : { answer: await showReturn(context, attempt, []) };
    },
  }),
  route({
    // Asks the provider, and believes it alone: what the browser came back with says nothing.
    method: 'POST', area: 'storefront', path: '/pay/return/:attempt/check', handle: 'payment_return_check', formOf: 'payment_return_view', access: 'public', inContext: 'never', ownTransaction: true,
    audit: { group: 'order', action: 'pay' }, input: ATTEMPT,
    run: async (context) => {
      const { deps, request } = context;
      const attempt = await attemptIn(context);
      if (attempt === null) return { refused: [{ code: 'not-found' }] };
      const busy = await tooMany(deps, request);
      if (busy !== null) return { refused: [busy], show: () => showReturn(context, attempt, [busy]) };
      await check({ deps, request }, attempt);
      return { recorded: true, answer: redirect(`${inStore(request).store.base}/pay/return/${attempt.id}`, UNKEPT) };
    },
  }),
  route({
    method: 'POST', area: 'storefront', path: '/pay/return/:attempt/again', handle: 'payment_return_again', formOf: 'payment_return_view', access: 'public', inContext: 'never', ownTransaction: true,
    audit: { group: 'order', action: 'begin-payment' }, input: ATTEMPT,
    run: async (context) => {
      const { deps, request } = context;
      const attempt = await attemptIn(context);
      if (attempt === null) return { refused: [{ code: 'not-found' }] };
      const busy = await tooMany(deps, request);
      const refused: Refusal[] = busy !== null ? [busy] : mayPayAgain(request, attempt) ? [] : [{ code: 'payment-link-over' }];
      if (refused.length > 0) return { refused, show: () => showReturn(context, attempt, refused) };
      return begun(context, { number: attempt.orderNumber, by: 'again' }, (_fresh, refusals) => showReturn(context, attempt, refusals));
    },
  }),
];

type Here = Pick<RouteContext<unknown>, 'deps' | 'request' | 'unit'>;

async function begun({ deps, request }: Here, asked: Parameters<typeof beginPayment>[1], again: (unit: Unit, refusals: Refusal[]) => Promise<Answer>): Promise<Outcome> {
  const made = await beginPayment({ deps, request }, asked);
  if (made.ok) return { recorded: true, answer: redirect(made.value.payUrl, UNKEPT) };
  return { refused: made.error, object: { type: 'order', id: asked.number }, show: (unit) => again(unit, made.error) };
}

async function tooMany({ loginLimits }: Deps, { peer }: Arrived): Promise<Refusal | null> {
  const seconds = await loginLimits.takePayment(peer);
  return seconds === 0 ? null : { code: 'too-many-attempts', facts: { minutes: Math.ceil(seconds / 60), seconds } };
}

/** Null: no link of this website. */
async function openLink(unit: Unit, request: Arrived, token: string): Promise<LinkedPayment | null> {
  const linked = await paymentByToken(unit, presentedToken(token, 'payment'));
  return linked?.websiteId === inStore(request).store.websiteId ? linked : null;
}

async function showLink({ deps, request, unit }: Here, token: string, refusals: readonly Refusal[]): Promise<Answer> {
  const linked = await openLink(unit, request, token);
  const state = stateOf(deps, linked);
  const found = linked === null || state === 'over' ? null : await orderByNumber(unit, linked.number, 'all');
  const isDue = state === 'due' || state === 'away';
  const order = found?.ok === true ? payableOrder(found.value) : null;
  const props: PayProps = {
    token: isDue ? token : '', state, isTest: (deps.payments?.test ?? null) !== null,
    // Once nothing is due, the number is enough: the link shows no more than it has to.
    order: order === null || isDue ? order : { ...order, lines: [] },
    problems: isDue ? problemsOf(deps, refusals, request) : [],
  };
  const status = refusals.length > 0 ? statusOf(refusals) : state === 'over' ? 410 : 200;
  return page('storefront/pay', props, { ...UNKEPT, status });
}

function stateOf({ payments }: Deps, linked: LinkedPayment | null): PayProps['state'] {
  if (linked === null || linked.isOver) return 'over';
  if (linked.state !== 'awaiting') return linked.state;
  return payments === undefined ? 'away' : 'due';
}

async function attemptIn({ unit, request, input }: RouteContext<{ attempt: string }>): Promise<Attempt | null> {
  const attempt = await attemptById(unit, input.attempt);
  return attempt?.storeId === inStore(request).store.id ? attempt : null;
}

const mayPayAgain = ({ now }: Arrived, { due, startedAt }: Attempt): boolean => due === 'awaiting' && now.getTime() - startedAt.getTime() < AGAIN_MS;

async function check({ deps, request }: Pick<Here, 'deps' | 'request'>, attempt: Attempt): Promise<void> {
  const provider = deps.payments?.provider;
  if (attempt.state !== 'open' || attempt.reference === null || provider?.code !== attempt.provider) return;
  const word = await provider.read(attempt.reference).catch(() => null);
  if (word !== null) await deps.db.transaction((unit) => settleAttempt(unit, { deps, request }, { attempt, word }));
}

async function showReturn({ deps, request }: Here, attempt: Attempt, refusals: readonly Refusal[]): Promise<Answer> {
  const state: PayReturnProps['state'] = attempt.state === 'open' && attempt.due === 'cancelled' ? 'order-cancelled' : attempt.state;
  const props: PayReturnProps = {
    attempt: attempt.id, number: attempt.orderNumber, total: money(attempt.amountMinor, attempt.currency), state,
    canPayAgain: (state === 'declined' || state === 'cancelled') && mayPayAgain(request, attempt),
    problems: problemsOf(deps, refusals, request),
  };
  // The provider tells us beside the browser: a moment later it is here.
  const headers = state === 'open' && refusals.length === 0 ? { ...UNKEPT.headers, refresh: String(AGAIN_SECONDS) } : UNKEPT.headers;
  return page('storefront/pay-return', props, { headers, status: refusals.length > 0 ? statusOf(refusals) : 200 });
}
