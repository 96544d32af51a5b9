import { percentText, type CommissionBalance } from '@onbehalf/core';
import type { Order } from '@onbehalf/shop';
import type { CommissionState, CommissionView } from '@onbehalf/web';
import { money } from './names.ts';

/** Where a commission stands, in one word (D4). */
export function commissionState({ pending, earned, reversed }: CommissionBalance): CommissionState {
  if (earned > 0n) return pending > 0n ? 'part' : 'earned';
  if (pending > 0n) return 'pending';
  return reversed > 0n ? 'reversed' : 'none';
}

/** A commission in a list: what is left of it, and where it stands. */
export function commissionCell(balance: CommissionBalance | null, currency: string): Pick<CommissionView, 'amount' | 'state'> | null {
  return balance === null ? null : { amount: money(balance.pending + balance.earned, currency), state: commissionState(balance) };
}

export function commissionView({ commission, totals }: Order): CommissionView | null {
  if (commission === null) return null;
  const { balance, rateBasisPoints, basis } = commission;
  const { currency } = totals;
  return {
    amount: money(balance.pending + balance.earned, currency),
    state: commissionState(balance),
    pending: money(balance.pending, currency),
    earned: money(balance.earned, currency),
    reversed: money(balance.reversed, currency),
    rate: rateBasisPoints === null ? null : percentText(BigInt(rateBasisPoints)),
    basis,
  };
}
