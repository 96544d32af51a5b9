import { lookUpSettings, record, subjectById, type People, type Unit } from '@onbehalf/assist';
import { applyInvoice, decideInvoice, decideSettlement, openToInvoice, type ProviderWord, type Refusal, type Result, type Settlement } from '@onbehalf/core';
import { askForRefund, attemptById, closeAttempt, holdOrder, isFirstHeard, markOrderPaid, markPaid, recordDocument, type Attempt, type HeardNotice, type HeldOrder } from '@onbehalf/shop';
import type { Arrived } from '../../arrived.ts';
import type { Deps } from '../../deps.ts';
import { queueMails } from '../../jobs/mail-outbox.ts';
import { earn } from '../sales/act-on-order.ts';

interface Settling {
  deps: Deps;
  request: Pick<Arrived, 'now' | 'origin'>;
}

/** What a callback says, once it is known to be the provider's. Heard before: nothing more happens. Refuses with 'payment-differs'. */
export async function settleByNotice(unit: Unit, settling: Settling, { provider, notice }: { provider: string; notice: HeardNotice }): Promise<Result<Settlement, Refusal>> {
  const attempt = await attemptById(unit, notice.word.key);
  if (attempt === null || attempt.provider !== provider) return { ok: false, error: { code: 'payment-differs' } };
  if (!(await isFirstHeard(unit, { provider, id: notice.id, now: settling.request.now }))) return { ok: true, value: 'nothing' };
  return settleAttempt(unit, settling, { attempt, word: notice.word });
}

/**
 * D8, D4: what the provider says becomes what the shop knows, in one transaction: the order's payment, the invoice over all
 * of it with its payment, the commission, the entry and the mail. Said twice, or by two at once, it happens once: the order
 * is held, and the try is read again behind the wait. Money for what is not due any more goes back. Refuses with 'payment-differs'.
 */
export async function settleAttempt(unit: Unit, { deps, request }: Settling, { attempt: seen, word }: { attempt: Attempt; word: ProviderWord }): Promise<Result<Settlement, Refusal>> {
  const held = await holdOrder(unit, seen.orderNumber);
  const attempt = await attemptById(unit, seen.id);
  if (!held.ok || attempt === null) return { ok: false, error: { code: 'payment-differs' } };
  const decided = decideSettlement(attempt, word, held.value.sold.status === 'cancelled' ? 'cancelled' : attempt.due);
  if (!decided.ok || decided.value === 'nothing') return decided;
  const work = { deps, request, attempt, word, held: held.value, people: await peopleIn(unit, attempt) };
  if (decided.value === 'take') await take(unit, work);
  if (decided.value === 'give-back') await giveBack(unit, work);
  if (decided.value === 'close') await close(unit, work);
  return decided;
}

interface Work extends Settling {
  attempt: Attempt;
  word: ProviderWord;
  held: HeldOrder;
  people: People;
}

/** Nobody of the staff: the customer, or whoever pays for him. */
export async function peopleIn(unit: Unit, { customerId, storeId }: Pick<Attempt, 'customerId' | 'storeId'>): Promise<People> {
  return { actor: null, subject: await subjectById(unit, customerId), assistSessionId: null, storeId, chained: false };
}

async function take(unit: Unit, work: Work): Promise<void> {
  const { deps, request: { now }, attempt, word } = work;
  await closeAttempt(unit, { id: attempt.id, reference: word.reference, state: 'paid', now });
  await markOrderPaid(unit, { paymentId: attempt.paymentId, now });
  const invoice = await invoicePaid(unit, work);
  await writeDown(unit, work, 'pay', { after: 'paid', invoice });
  await tellCustomer(unit, deps, { template: 'payment-received', work });
}

/** An invoice over all of the order, paid as it is made; the commission follows as the setting says (D4). */
async function invoicePaid(unit: Unit, { deps, request, attempt, word, held }: Work): Promise<string> {
  const sold = { ...held.sold, awaitsPayment: false };
  const decided = decideInvoice(sold, { pieces: new Map(sold.lines.map((line) => [line.position, openToInvoice(line)])), withShipping: true });
  if (!decided.ok) throw new Error(`Order ${held.number} is paid and can’t be invoiced: ${decided.error.map(({ code }) => code).join(', ')}`);
  const after = applyInvoice(sold, decided.value);
  const author = { id: null, name: deps.payments?.provider.name ?? attempt.provider };
  const { id, number } = await recordDocument(unit, { held, kind: 'invoice', draft: decided.value, after, author, now: request.now });
  await markPaid(unit, { invoiceId: id, at: request.now, by: author.name, reference: word.reference });
  const paid = new Map(decided.value.lines.map((line) => [line.position, line.pieces]));
  await earn({ unit, request: { now: request.now, settings: await lookUpSettings(unit) } }, { held, after, documentId: id, paid });
  return number;
}

/** D8: the order was cancelled, or paid before: the whole of it goes back, by a job that the provider hears once. */
async function giveBack(unit: Unit, work: Work): Promise<void> {
  const { deps, request: { now }, attempt, word } = work;
  await closeAttempt(unit, { id: attempt.id, reference: word.reference, state: 'returned', now });
  await askForRefund(unit, { id: deps.random.uuid(), attemptId: attempt.id, documentId: null, amountMinor: attempt.amountMinor, now });
  await writeDown(unit, work, 'return-payment', {});
  await tellCustomer(unit, deps, { template: 'payment-returned', work });
}

async function close(unit: Unit, work: Work): Promise<void> {
  const { attempt, word, request: { now } } = work;
  if (word.state !== 'declined' && word.state !== 'cancelled') return;
  await closeAttempt(unit, { id: attempt.id, reference: word.reference, state: word.state, now });
  await writeDown(unit, work, 'payment-failed', { state: word.state });
}

async function writeDown(unit: Unit, { people, request, attempt, held }: Work, action: 'pay' | 'return-payment' | 'payment-failed', more: Record<string, string>): Promise<void> {
  await record(unit, { people, origin: request.origin, now: request.now }, {
    group: 'order', action, object: { type: 'order', id: held.number }, detail: { provider: attempt.provider, total: attempt.amountMinor, currency: attempt.currency, ...more },
  });
}

async function tellCustomer(unit: Unit, deps: Deps, { template, work }: { template: 'payment-received' | 'payment-returned'; work: Work }): Promise<void> {
  const { attempt, people, request, held } = work;
  const store = deps.stores.find((one) => one.id === attempt.storeId);
  if (people.subject === null || store === undefined) return;
  const mail = { id: deps.random.uuid(), template, params: { order: held.number, store: store.code }, locale: store.locale, recipient: people.subject.email, actorId: null, subjectId: people.subject.id, assistSessionId: null } as const;
  await queueMails(unit, [mail], request.now);
}
