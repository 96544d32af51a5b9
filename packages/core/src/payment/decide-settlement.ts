import { err, ok, type Result } from '../kernel/result.ts';
import type { Refusal } from '../refusals/refusal.ts';

/** A try at a provider, as the shop has it. */
export interface AttemptFacts {
  readonly id: string;
  /** Null until the provider has named it. */
  readonly reference: string | null;
  readonly orderNumber: string;
  readonly amountMinor: bigint;
  readonly currency: string;
  readonly state: 'open' | 'paid' | 'declined' | 'cancelled' | 'returned';
}

/** The same, as the provider says it. */
export interface ProviderWord {
  readonly key: string;
  readonly reference: string;
  readonly orderNumber: string;
  readonly amountMinor: bigint;
  readonly currency: string;
  readonly state: 'open' | 'paid' | 'declined' | 'cancelled';
}

/** `take`: it is the payment. `give-back`: money came where none was due. `close`: this try came to nothing. */
export type Settlement = 'nothing' | 'take' | 'give-back' | 'close';

/**
 * What becomes of a try, given what the provider says (D8). Said twice it changes nothing; money that came counts, also
 * after a try was given up. Refuses with 'payment-differs' what is about another payment, order, amount or currency.
 */
export function decideSettlement(attempt: AttemptFacts, word: ProviderWord, due: 'awaiting' | 'paid' | 'cancelled'): Result<Settlement, Refusal> {
  if (!isAbout(attempt, word)) return err({ code: 'payment-differs' });
  if (word.state === 'open' || attempt.state === 'paid' || attempt.state === 'returned') return ok('nothing');
  if (word.state === 'paid') return ok(due === 'awaiting' ? 'take' : 'give-back');
  return ok(attempt.state === 'open' ? 'close' : 'nothing');
}

const isAbout = (attempt: AttemptFacts, word: ProviderWord): boolean =>
  word.key === attempt.id && (attempt.reference === null || word.reference === attempt.reference) && word.orderNumber === attempt.orderNumber
  && word.amountMinor === attempt.amountMinor && word.currency === attempt.currency;
