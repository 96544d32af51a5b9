import { hashPassword, record, verifyPassword, peopleOf, type Unit } from '@onbehalf/assist';
import type { Refusal } from '@onbehalf/core';
import { accountOverview, currentConsent, customerById, membershipOf, setConsent, setNewsletter, updateInformation, type Customer, type Information } from '@onbehalf/shop';
import type { AccountInformationProps, AccountProps, Typed } from '@onbehalf/web';
import { z } from 'zod';
import { page, redirect, type Answer } from '../../answer.ts';
import type { Arrived } from '../../arrived.ts';
import type { Deps } from '../../deps.ts';
import { inStore, money, ownerOf, placeOf } from '../../present/names.ts';
import { problemsOf } from '../../problems.ts';
import { route, type Route } from '../../route.ts';
import { passwordRefusals, tellPasswordChanged } from '../../use-cases/password-reset.ts';

const FIELD = z.string().max(500).catch('');
const RECENT = 5;

export const accountRoutes: Route[] = [
  route({
    method: 'GET', area: 'storefront', path: '/account', handle: 'customer_account_index', access: 'customer', inContext: 'view', input: z.object({}),
    run: async ({ request, unit }) => ({ answer: page('storefront/account', await dashboard(unit, request), { view: viewOf(request) }) }),
  }),
  route({
    method: 'GET', area: 'storefront', path: '/account/information', handle: 'customer_account_edit', access: 'customer', inContext: 'view', input: z.object({}),
    run: async ({ deps, request, unit }) => ({ answer: await showInformation({ deps, request, unit }, []) }),
  }),
  route({
    // Name, phone, company and VAT number stay editable in a context; e-mail, password and consent never are (B16).
    method: 'POST', area: 'storefront', path: '/account/information', handle: 'customer_account_editpost', formOf: 'customer_account_edit', access: 'customer', inContext: 'full',
    audit: { group: 'customer', action: 'update' },
    input: z.object({ firstName: FIELD, lastName: FIELD, phone: FIELD, company: FIELD, vatNumber: FIELD, consentShown: z.string().max(10).optional(), consent: z.string().max(10).optional() }),
    run: async ({ deps, request, unit, input }) => {
      const changed = await updateInformation(unit, ownerOf(request).customerId, input);
      if (!changed.ok) return { refused: changed.error, show: (fresh) => showInformation({ deps, request, unit: fresh }, changed.error, input) };
      if (input.consentShown === '1') await answerConsent(unit, request, input.consent === '1');
      const { before, after } = changed.value;
      return {
        answer: redirect(`${inStore(request).store.base}/account/information`),
        entry: { object: { type: 'customer', id: ownerOf(request).customerId }, detail: { changed: changedFields(before, after) }, personal: { before: JSON.stringify(before), after: JSON.stringify(after) } },
        flash: { tone: 'good', code: 'information-saved' },
      };
    },
  }),
  route({
    method: 'GET', area: 'storefront', path: '/account/password', handle: 'customer_account_password', access: 'customer', inContext: 'never', input: z.object({}),
    run: async () => ({ answer: page('storefront/password', { problems: [] }) }),
  }),
  route({
    method: 'POST', area: 'storefront', path: '/account/password', handle: 'customer_account_passwordpost', access: 'customer', inContext: 'never',
    audit: { group: 'customer', action: 'change-password' }, auditFor: 'everybody', input: z.object({ current: z.string().max(1024).catch(''), password: z.string().max(1024).catch('') }),
    run: async ({ deps, request, unit, input }) => {
      const refusals = await changePassword(deps, unit, request, input);
      if (refusals.length > 0) return { refused: refusals, show: async () => page('storefront/password', { problems: problemsOf(deps, refusals, request) }, { status: 422 }) };
      return { answer: redirect(`${inStore(request).store.base}/account/information`), flash: { tone: 'good', code: 'password-changed' } };
    },
  }),
  route({
    method: 'GET', area: 'storefront', path: '/account/newsletter', handle: 'newsletter_manage_index', access: 'customer', inContext: 'view', input: z.object({}),
    run: async ({ request, unit }) => {
      const customer = await ownAccount(unit, request);
      return { answer: page('storefront/newsletter', { subscribed: customer.newsletter, canChange: canChange(request) }) };
    },
  }),
  route({
    method: 'POST', area: 'storefront', path: '/account/newsletter', handle: 'newsletter_manage_save', formOf: 'newsletter_manage_index', access: 'customer', inContext: 'full',
    audit: { group: 'newsletter', action: 'subscribe' }, input: z.object({ subscribed: z.string().max(10).optional() }),
    run: async ({ request, unit, input }) => {
      const subscribed = input.subscribed === '1';
      await setNewsletter(unit, ownerOf(request).customerId, subscribed);
      return {
        answer: redirect(`${inStore(request).store.base}/account/newsletter`),
        entry: { action: subscribed ? 'subscribe' : 'unsubscribe', object: { type: 'customer', id: ownerOf(request).customerId } },
        flash: { tone: 'good', code: 'newsletter-saved' },
      };
    },
  }),
];

function viewOf(request: Arrived): { type: string; id: string } {
  return { type: 'customer', id: ownerOf(request).customerId };
}

function canChange({ caller }: Arrived): boolean {
  return caller.kind === 'customer' || (caller.kind === 'context' && caller.session.mode === 'full');
}

async function ownAccount(unit: Unit, request: Arrived): Promise<Customer> {
  const customer = await customerById(unit, ownerOf(request).customerId);
  if (customer === null) throw new Error('A session of a customer who has no account');
  return customer;
}

export async function dashboard(unit: Unit, request: Arrived): Promise<AccountProps> {
  const { store } = inStore(request);
  const found = await accountOverview(unit, { ...ownerOf(request), storeId: store.id, orders: RECENT });
  if (found === null) throw new Error('A session of a customer who has no account');
  return {
    name: found.name,
    company: found.company,
    email: found.email,
    recentOrders: found.recentOrders.map((one) => ({ number: one.number, href: `${store.base}/account/orders/${one.number}`, placedAt: one.placedAt, total: money(one.totalMinor, one.currency), status: one.status })),
    defaultAddress: found.defaultAddress,
    consent: found.hasConsent ? 'given' : 'not-given',
    newsletter: found.newsletter,
    openCart: found.piecesInCart === 0 ? null : { pieces: found.piecesInCart },
    note: null,
  };
}

async function showInformation({ deps, request, unit }: { deps: Deps; request: Arrived; unit: Unit }, refusals: readonly Refusal[], typed?: Typed | Information): Promise<Answer> {
  const customer = await ownAccount(unit, request);
  const { firstName, lastName, phone, company, vatNumber, email } = customer;
  const props: AccountInformationProps = {
    ofCompany: (await membershipOf(unit, customer.id)) !== null,
    typed: { firstName, lastName, phone, company, vatNumber, ...typed, email },
    consent: request.caller.kind === 'customer' ? await consentProps(unit, request) : null,
    canChangeEmailAndPassword: request.caller.kind === 'customer',
    canChange: canChange(request),
    problems: problemsOf(deps, refusals, request),
  };
  return page('storefront/account-information', props, { status: refusals.length > 0 ? 422 : 200, view: viewOf(request) });
}

async function consentProps(unit: Unit, request: Arrived): Promise<NonNullable<AccountInformationProps['consent']>> {
  const state = await currentConsent(unit, ownerOf(request).customerId);
  const place = { ...placeOf(request), locale: request.locale };
  return {
    given: state.current?.answer === 'given',
    title: request.settings.get('assist/consent/title', place),
    tooltip: request.settings.get('assist/consent/tooltip', place),
    givenAt: state.givenAt,
    withdrawnAt: state.withdrawnAt,
    asksEachTime: request.settings.get('assist/consent/policy', place) === 'per-request',
  };
}

/** Only ever by the customer himself, with the words he was shown (B10, C02, C07). A withdrawal ends running contexts on their next request. */
async function answerConsent(unit: Unit, request: Arrived, given: boolean): Promise<void> {
  if (request.caller.kind !== 'customer') return;
  const { customerId } = ownerOf(request);
  const before = await currentConsent(unit, customerId);
  // Nobody who never answered is written down as having refused for leaving a box as it was.
  if (!given && before.current?.answer !== 'given') return;
  const place = { ...placeOf(request), locale: request.locale };
  const wording = `${request.settings.get('assist/consent/title', place)}\n${request.settings.get('assist/consent/tooltip', place)}`;
  const set = await setConsent(unit, { customerId, websiteId: request.caller.subject.websiteId, answer: given ? 'given' : 'refused', wording, scope: 'full', at: request.now });
  if (!set.ok || !set.value.changed) return;
  await record(unit, { people: peopleOf(request.caller), origin: request.origin, now: request.now }, { group: 'consent', action: given ? 'give' : 'withdraw', object: { type: 'customer', id: customerId }, detail: { scope: 'full' } });
}

function changedFields(before: Information, after: Information): string[] {
  const fields: (keyof Information)[] = ['firstName', 'lastName', 'phone', 'company', 'vatNumber'];
  return fields.filter((field) => before[field] !== after[field]);
}

async function changePassword(deps: Deps, unit: Unit, request: Arrived, { current, password }: { current: string; password: string }): Promise<Refusal[]> {
  const { customerId } = ownerOf(request);
  const [row] = await unit.query<{ password_hash: string | null }>('select password_hash from customer where id = $1', [customerId]);
  if (!(await verifyPassword(row?.password_hash ?? null, current))) return [{ code: 'password-wrong', field: 'current' }];
  if (current === password) return [{ code: 'password-same', field: 'password' }];
  const weak = passwordRefusals(password);
  if (weak.length > 0) return weak;
  await unit.query('update customer set password_hash = $2 where id = $1', [customerId, await hashPassword(password)]);
  const own = request.caller.kind === 'customer' ? request.caller.sessionId : null;
  await unit.query(`update customer_session set ended_at = $2, end_reason = 'password-changed' where customer_id = $1 and ended_at is null and id is distinct from $3`, [customerId, request.now, own]);
  await tellPasswordChanged(unit, { deps, now: request.now }, { kind: 'customer', id: customerId });
  return [];
}

