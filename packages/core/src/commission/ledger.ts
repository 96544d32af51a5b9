import { halfUp } from '../money/rounding.ts';

/** What an order's commission stands at: each the sum of its ledger lines, minor units, none below zero (D4). */
export interface CommissionBalance {
  readonly pending: bigint;
  readonly earned: bigint;
  readonly reversed: bigint;
  /** Ever earned, before any of it was taken back. */
  readonly everEarned: bigint;
}

/** One line to be written; lines are added and never changed. */
export interface CommissionEntry {
  readonly state: 'pending' | 'earned';
  readonly kind: 'placed' | 'earned' | 'reversed' | 'reassigned';
  readonly minor: bigint;
}

/** A share of the whole order, for example what is paid of it. */
export interface Progress {
  readonly part: bigint;
  readonly whole: bigint;
}

const wholeOf = ({ pending, earned, reversed }: CommissionBalance): bigint => pending + earned + reversed;

const shareAt = (balance: CommissionBalance, { part, whole }: Progress): bigint =>
  whole === 0n ? 0n : halfUp(wholeOf(balance) * part, whole);

/** What becomes earned when so much of the order is invoiced, shipped or paid: out of pending, half up on the whole. */
export function earnCommission(balance: CommissionBalance, progress: Progress): CommissionEntry[] {
  const due = progress.part >= progress.whole ? balance.pending : shareAt(balance, progress) - balance.everEarned;
  const minor = due > balance.pending ? balance.pending : due;
  if (minor <= 0n) return [];
  return [{ state: 'pending', kind: 'earned', minor: -minor }, { state: 'earned', kind: 'earned', minor }];
}

/** What is taken back when so much of the order is refunded: out of what is earned, then out of what is pending. */
export function reverseCommission(balance: CommissionBalance, refunded: Progress): CommissionEntry[] {
  const due = shareAt(balance, refunded) - balance.reversed;
  const fromEarned = due < balance.earned ? due : balance.earned;
  const left = due - fromEarned;
  const fromPending = left < balance.pending ? left : balance.pending;
  return [reversal('earned', fromEarned), reversal('pending', fromPending)].filter(({ minor }) => minor < 0n);
}

const reversal = (state: CommissionEntry['state'], minor: bigint): CommissionEntry => ({ state, kind: 'reversed', minor: -minor });
