import { describe, expect, it } from 'vitest';
import { decideSettlement, type AttemptFacts, type ProviderWord } from './decide-settlement.ts';
import { paymentStateOf } from './order-payment-state.ts';

const attempt: AttemptFacts = { id: 'k', reference: 'r', orderNumber: '100001', amountMinor: 1000n, currency: 'USD', state: 'open' };
const word: ProviderWord = { key: 'k', reference: 'r', orderNumber: '100001', amountMinor: 1000n, currency: 'USD', state: 'paid' };

describe('D8: what becomes of a try to pay', () => {
  it.each([
    ['open', 'paid', 'awaiting', 'take'], ['open', 'paid', 'cancelled', 'give-back'], ['open', 'paid', 'paid', 'give-back'],
    ['open', 'declined', 'awaiting', 'close'], ['open', 'cancelled', 'awaiting', 'close'], ['open', 'open', 'awaiting', 'nothing'],
    ['paid', 'paid', 'paid', 'nothing'], ['paid', 'cancelled', 'paid', 'nothing'], ['returned', 'paid', 'cancelled', 'nothing'],
    ['declined', 'declined', 'awaiting', 'nothing'], ['cancelled', 'paid', 'awaiting', 'take'], ['declined', 'paid', 'paid', 'give-back'],
  ] as const)('%s here, %s there, order %s: %s', (state, said, due, becomes) =>
    expect(decideSettlement({ ...attempt, state }, { ...word, state: said }, due)).toEqual({ ok: true, value: becomes }));

  it.each([{ amountMinor: 999n }, { currency: 'EUR' }, { orderNumber: '100002' }, { key: 'other' }, { reference: 'other' }])('refuses word of something else: %o', (other) =>
    expect(decideSettlement(attempt, { ...word, ...other }, 'awaiting')).toEqual({ ok: false, error: { code: 'payment-differs' } }));

  it('takes the name that the provider gives it where it has none yet', () => expect(decideSettlement({ ...attempt, reference: null }, word, 'awaiting').ok).toBe(true));
});

describe('D8: how it stands with a payment', () => {
  it.each([['awaiting', 0n, 'awaiting'], ['paid', 0n, 'paid'], ['paid', 1n, 'part-refunded'], ['paid', 10n, 'refunded'], ['cancelled', 0n, 'cancelled']] as const)('%s with %s of 10 back: %s', (state, refundedMinor, said) =>
    expect(paymentStateOf({ state, amountMinor: 10n, refundedMinor })).toBe(said));
});
