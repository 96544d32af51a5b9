import { record, subjectById, type Unit } from '@onbehalf/assist';
import type { Refusal, Result } from '@onbehalf/core';
import { holdOrder, nameAttempt, openAttempt, type Attempt, type PaymentProvider } from '@onbehalf/shop';
import type { Arrived } from '../../arrived.ts';
import type { Deps } from '../../deps.ts';
import { storeOrigin } from '../../sites.ts';
import { settleAttempt } from './settle-payment.ts';

interface Paying {
  deps: Deps;
  request: Pick<Arrived, 'now' | 'origin'>;
}

/** How the one who pays came to it; the record has it. */
export type PaidBy = 'link' | 'account' | 'again';

const MINUTE = 60_000;

/**
 * D8: the way to the provider's page, in steps that each can be made again: a try is noted, the provider makes a payment of
 * it by the try's own name, and what the provider calls it is noted. Two who begin together get the same one. A try that is
 * over at the provider's makes room for a new one. Refuses with 'payment-not-due' or 'payment-provider-away'.
 */
export async function beginPayment({ deps, request }: Paying, { number, by }: { number: string; by: PaidBy }): Promise<Result<{ payUrl: string }, Refusal[]>> {
  const provider = deps.payments?.provider;
  if (provider === undefined) return { ok: false, error: [{ code: 'payment-provider-away' }] };
  for (let look = 1; look <= 2; look += 1) {
    const attempt = await deps.db.transaction((unit) => noteAttempt(unit, { deps, request, provider }, { number, by }));
    if (attempt === null) return { ok: false, error: [{ code: 'payment-not-due' }] };
    const made = await atProvider({ deps, request }, { provider, attempt });
    if (made === null) return { ok: false, error: [{ code: 'payment-provider-away' }] };
    if (made.isOpen) return { ok: true, value: { payUrl: made.payUrl } };
  }
  return { ok: false, error: [{ code: 'payment-not-due' }] };
}

/** The order is held first: nobody cancels or pays it between. */
async function noteAttempt(unit: Unit, { deps, request, provider }: Paying & { provider: PaymentProvider }, { number, by }: { number: string; by: PaidBy }): Promise<Attempt | null> {
  const held = await holdOrder(unit, number);
  if (!held.ok || held.value.sold.status === 'cancelled') return null;
  const attempt = await openAttempt(unit, { number, id: deps.random.uuid(), provider: provider.code, now: request.now, lookAt: new Date(request.now.getTime() + MINUTE) });
  if (attempt?.isNew === true) {
    const subject = await subjectById(unit, attempt.customerId);
    await record(unit, { people: { actor: null, subject, assistSessionId: null, storeId: attempt.storeId, chained: false }, origin: request.origin, now: request.now }, {
      group: 'order', action: 'begin-payment', object: { type: 'order', id: number }, detail: { provider: provider.code, through: by, total: attempt.amountMinor, currency: attempt.currency },
    });
  }
  return attempt;
}

/** Null: the provider is away. A try that it has ended meanwhile is settled, and not open. */
async function atProvider({ deps, request }: Paying, { provider, attempt }: { provider: PaymentProvider; attempt: Attempt }): Promise<{ payUrl: string; isOpen: boolean } | null> {
  try {
    const { reference, payUrl } = await provider.create(wanted(deps, attempt));
    await deps.db.read((unit) => nameAttempt(unit, { id: attempt.id, reference }));
    const word = attempt.reference === null ? null : await provider.read(reference);
    if (word === null || word.state === 'open') return { payUrl, isOpen: true };
    await deps.db.transaction((unit) => settleAttempt(unit, { deps, request }, { attempt, word }));
    return { payUrl, isOpen: false };
  } catch (error) {
    deps.log('warn', 'The payment provider could not be reached', { provider: provider.code, reason: error instanceof Error ? error.name : 'unknown' });
    return null;
  }
}

/** What the provider is asked for; asked again with the same words, it is the same payment. */
export function wanted(deps: Deps, { id, orderNumber, amountMinor, currency, storeId, provider }: Attempt): Parameters<PaymentProvider['create']>[0] {
  const store = deps.stores.find((one) => one.id === storeId);
  if (store === undefined) throw new Error('A payment in a store that is not there');
  return {
    key: id, orderNumber, amountMinor, currency, shopName: store.name,
    returnUrl: `${storeOrigin(deps.config, store)}${store.base}/pay/return/${id}`,
    callbackUrl: `${deps.config.origin}/V1/payments/${provider}/callback`,
  };
}
