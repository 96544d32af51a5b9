/** What is done about payments without anybody asking: hearing what became of one, and sending money back (D8). */
import { record } from '@onbehalf/assist';
import { attemptsToLookAt, forgetNotices, markRefundSent, waitingRefund, type Attempt } from '@onbehalf/shop';
import type { Deps, Payments } from '../deps.ts';
import { wanted } from '../use-cases/payments/begin-payment.ts';
import { peopleIn, settleAttempt } from '../use-cases/payments/settle-payment.ts';

const MOST_LOOKED_AT = 50;
const NOTICE_MS = 3_600_000;

const nobody = (deps: Deps) => ({ ip: null, userAgent: '', requestId: deps.random.uuid() });

/** Tries that nobody told us about: the callback was lost, or we were gone when it came. The provider is asked. */
export async function lookAtPayments(deps: Deps): Promise<void> {
  const now = deps.clock.now();
  await deps.db.read((unit) => forgetNotices(unit, new Date(now.getTime() - NOTICE_MS)));
  const { payments } = deps;
  if (payments === undefined) return;
  const attempts = await deps.db.transaction((unit) => attemptsToLookAt(unit, { now, most: MOST_LOOKED_AT }));
  for (const attempt of attempts) {
    if (attempt.provider !== payments.provider.code) continue;
    await look(deps, payments, attempt).catch((error: unknown) => deps.log('warn', 'A payment could not be looked at', { order: attempt.orderNumber, reason: error instanceof Error ? error.name : 'unknown' }));
  }
}

async function look(deps: Deps, { provider }: Payments, attempt: Attempt): Promise<void> {
  // One that we have no name for: asked again with the same key, the provider says which it was.
  const reference = attempt.reference ?? (await provider.create(wanted(deps, attempt))).reference;
  const word = await provider.read(reference);
  if (word === null || word.state === 'open') return;
  const settled = await deps.db.transaction((unit) => settleAttempt(unit, { deps, request: { now: deps.clock.now(), origin: nobody(deps) } }, { attempt, word }));
  if (!settled.ok) deps.log('error', 'What the payment provider says does not fit the order', { order: attempt.orderNumber });
}

/** Sends one refund (F3). The provider sends a key's money once: killed between its word and ours, the job does it again. */
export async function sendRefund(deps: Deps, id: string): Promise<void> {
  const refund = await deps.db.read((unit) => waitingRefund(unit, id));
  if (refund === null) return;
  const provider = deps.payments?.provider;
  if (provider === undefined || provider.code !== refund.provider) throw new Error(`The payment provider ${refund.provider} is not set up`);
  const { reference, amountMinor, currency, orderNumber } = refund;
  // Not the error itself: the queue keeps what is thrown, and it may quote what the provider was sent.
  const sent = await provider.refund({ key: id, reference, amountMinor, currency }).catch(() => Promise.reject(new Error(`The payment provider ${refund.provider} did not take the refund`)));
  await deps.db.transaction(async (unit) => {
    const now = deps.clock.now();
    if (!(await markRefundSent(unit, { id, reference: sent.reference, now }))) return;
    await record(unit, { people: await peopleIn(unit, refund), origin: nobody(deps), now }, {
      group: 'order', action: 'send-refund', object: { type: 'order', id: orderNumber }, detail: { provider: refund.provider, total: amountMinor, currency },
    });
  });
}
