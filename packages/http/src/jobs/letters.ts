/** What each template is given, loaded when the mail is sent: the outbox holds names of things only (D5). */
import { lookUpSettings, type Store, type Unit } from '@onbehalf/assist';
import { isLocale, type SuspicionCode } from '@onbehalf/core';
import { approvalById, orderByNumber, type Order } from '@onbehalf/shop';
import type { MailName, Mails, RenderedMail } from '@onbehalf/web';
import type { Deps } from '../deps.ts';
import { inLocale } from '../frame.ts';
import { consentRequestLetter, sideCartLetter, visitLetter } from './assistance-letters.ts';
import { money } from '../present/names.ts';
import { orderView } from '../present/order.ts';
import { reasonText } from '../present/price-tag.ts';
import { storeOrigin } from '../sites.ts';
import { accountExists, companyInvitation, companyInvitationKnown, confirmAccount, consentSet, emailChanged, invitation } from './customer-letters.ts';
import { loginLink } from './link-letter.ts';
import { paymentLink, paymentReceived, paymentReturned } from './payment-letters.ts';
import { passwordLink, personOf, type MailRow, type Writing } from './writing.ts';

export interface Letter extends RenderedMail {
  shopName: string;
}

const LETTERS: { [N in MailName]: (writing: Writing) => Promise<Mails[N]> } = {
  'order-confirmation': orderConfirmation,
  'order-staff-copy': orderStaffCopy,
  'payment-link': paymentLink,
  'payment-received': paymentReceived,
  'payment-returned': paymentReturned,
  'price-approval': priceApproval,
  'price-decided': priceDecided,
  'password-reset': passwordReset,
  'password-changed': passwordChanged,
  'second-factor': secondFactor,
  invitation,
  'confirm-account': confirmAccount,
  'account-exists': accountExists,
  'company-invitation': companyInvitation,
  'company-invitation-known': companyInvitationKnown,
  'consent-request': consentRequestLetter,
  'assist-started': visitLetter,
  'assist-ended': visitLetter,
  'consent-set': consentSet,
  'email-changed': emailChanged,
  'suspicious-activity': suspiciousActivity,
  'staff-invitation': staffInvitation,
  'login-link': loginLink,
  'side-cart': sideCartLetter,
};

/** Loads and renders one mail of the outbox. */
export async function writeLetter(deps: Deps, unit: Unit, row: MailRow): Promise<Letter> {
  const { template } = row;
  if (!isTemplate(template)) throw new Error(`There is no mail template ${template}`);
  const locale = isLocale(row.locale) ? row.locale : 'en';
  const writing: Writing = { deps, unit, row, locale, store: storeOf(deps, row.params['store']) };
  return { ...(await render(template, writing)), shopName: writing.store.name };
}

async function render(template: MailName, writing: Writing): Promise<RenderedMail> {
  return writing.deps.web.renderMail(template, await LETTERS[template](writing), writing.locale);
}

function isTemplate(name: string): name is MailName {
  return Object.hasOwn(LETTERS, name);
}

function storeOf({ stores }: Deps, code: string | undefined): Store {
  const store = stores.find((one) => one.code === code) ?? stores[0];
  if (store === undefined) throw new Error('There is no store view to write a mail for');
  return store;
}

async function orderConfirmation({ deps, unit, row, locale, store }: Writing): Promise<Mails['order-confirmation']> {
  const order = await orderOf(unit, row, row.subject_id === null ? 'all' : { customerId: row.subject_id });
  return {
    shopName: store.name,
    order: orderView(deps, { locale, now: order.placedAt }, order, 'customer'),
    bank: order.paymentMethod === 'bank-transfer' ? [...(await lookUpSettings(unit)).get('sales/documents/bank', { websiteId: store.websiteId, storeId: store.id })] : [],
    orderUrl: `${storeOrigin(deps.config, store)}${store.base}/account/orders/${order.number}`,
    publicComment: order.comments.find((comment) => comment.visibility === 'public')?.text ?? null,
  };
}

async function orderStaffCopy({ deps, unit, row, locale, store }: Writing): Promise<Mails['order-staff-copy']> {
  const order = await orderOf(unit, row, 'all');
  const [customer] = await unit.query<{ phone: string }>('select phone from customer where id = $1::bigint', [order.customer.id]);
  return {
    shopName: store.name,
    order: orderView(deps, { locale, now: order.placedAt }, order, 'staff'),
    orderUrl: `${deps.config.staffOrigin}/staff/orders/${order.number}`,
    commission: money(order.commission?.minor ?? 0n, order.totals.currency),
    customerPhone: customer?.phone ?? '',
  };
}

async function orderOf(unit: Unit, { params }: MailRow, visibleTo: Parameters<typeof orderByNumber>[2]): Promise<Order> {
  const found = await orderByNumber(unit, params['order'] ?? '', visibleTo);
  if (!found.ok) throw new Error(`A mail about order ${params['order'] ?? '?'}, which is not there`);
  return found.value;
}

/** C5: what is asked for; the link leads to a page of the portal, and lets nobody in. */
async function priceApproval({ deps, unit, row, locale, store }: Writing): Promise<Mails['price-approval']> {
  const id = row.params['approval'] ?? '';
  const approval = await approvalById(unit, id, { now: deps.clock.now(), storeIds: deps.stores.map((one) => one.id) });
  if (approval === null) throw new Error(`A mail about the price ${id}, which nobody asked for`);
  return {
    shopName: store.name,
    actorName: approval.actorName,
    customerName: approval.customerName,
    product: inLocale(approval.productName, locale),
    sku: approval.sku,
    quantity: approval.quantity,
    price: money(approval.minor, approval.currency),
    normal: money(approval.catalogueMinor, approval.currency),
    reason: reasonText(deps, locale, approval.reason),
    url: `${deps.config.staffOrigin}/staff/approvals/${approval.id}`,
  };
}

/** C5: to whoever asked, so that nobody has to keep looking at the cart. */
async function priceDecided({ deps, unit, row, locale, store }: Writing): Promise<Mails['price-decided']> {
  const id = row.params['approval'] ?? '';
  const approval = await approvalById(unit, id, { now: deps.clock.now(), storeIds: deps.stores.map((one) => one.id) });
  if (approval === null || approval.deciderName === null) throw new Error(`A mail about the price ${id}, on which nobody decided`);
  const { actorName, deciderName, status, customerName, sku, quantity, minor, currency, comment, customerId } = approval;
  return {
    shopName: store.name, name: actorName, deciderName, approved: status === 'approved', customerName, product: inLocale(approval.productName, locale), sku, quantity, price: money(minor, currency), comment,
    url: `${deps.config.staffOrigin}/staff/customers/${customerId}`,
  };
}

const RESET_MINUTES = 60;
const INVITATION_HOURS = 72;

async function passwordReset(writing: Writing): Promise<Mails['password-reset']> {
  const person = await personOf(writing);
  return { shopName: writing.store.name, name: person.name, url: await passwordLink(writing, person, { purpose: 'reset', minutes: RESET_MINUTES }), minutes: RESET_MINUTES };
}

async function staffInvitation(writing: Writing): Promise<Mails['staff-invitation']> {
  const person = await personOf(writing);
  return { shopName: writing.store.name, name: person.name, email: writing.row.recipient, url: await passwordLink(writing, person, { purpose: 'reset', minutes: INVITATION_HOURS * 60 }), hours: INVITATION_HOURS };
}

async function passwordChanged(writing: Writing): Promise<Mails['password-changed']> {
  return { shopName: writing.store.name, name: (await personOf(writing)).name };
}

const FACTOR_NEWS = ['set-up', 'turned-off', 'reset', 'recovery-codes', 'recovery-code-used'] as const;

async function secondFactor(writing: Writing): Promise<Mails['second-factor']> {
  const { deps, row: { params }, store } = writing;
  const news = FACTOR_NEWS.find((one) => one === params['news']);
  if (news === undefined) throw new Error(`There is no news of a second factor called ${params['news'] ?? '?'}`);
  return { shopName: store.name, name: (await personOf(writing)).name, news, left: Number(params['left'] ?? 0), url: `${deps.config.staffOrigin}/staff/account/second-factor` };
}

interface SuspicionRow {
  during: boolean;
  at: Date;
  actor: string;
  customer: string | null;
  codes: SuspicionCode[];
  blocked: boolean;
  actor_id: string;
  time_zone: string;
}

const SUSPICION_SQL = `
select s.at, s.codes, s.blocked, s.during, s.actor_id::text, a.first_name || ' ' || a.last_name as actor, c.first_name || ' ' || c.last_name as customer,
  coalesce((select r.time_zone from staff r where r.email = $2), a.time_zone) as time_zone
  from suspicion s join staff a on a.id = s.actor_id left join customer c on c.id = s.subject_id where s.id = $1::bigint`;

/** E6: the signs, and the way to the log. */
async function suspiciousActivity({ deps, unit, row, store }: Writing): Promise<Mails['suspicious-activity']> {
  const [found] = await unit.query<SuspicionRow>(SUSPICION_SQL, [row.params['suspicion'], row.recipient]);
  if (found === undefined) throw new Error(`A mail about suspicion ${row.params['suspicion'] ?? '?'}, which is not there`);
  return {
    shopName: store.name,
    actor: found.actor,
    customer: found.customer ?? '–',
    at: found.at,
    timeZone: found.time_zone,
    signs: found.codes,
    blocked: found.blocked,
    during: found.during,
    logUrl: `${deps.config.staffOrigin}/admin/action-logs?group=login-as-customer&actor=${found.actor_id}`,
  };
}
