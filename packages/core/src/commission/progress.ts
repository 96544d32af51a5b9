import { sumOf } from '../money/money.ts';
import { partOfLine } from '../sales/line-amounts.ts';
import { isSent, type SoldLine, type SoldOrder } from '../sales/sold-order.ts';
import type { Progress } from './ledger.ts';

export type EarnedWhen = 'invoiced' | 'shipped' | 'paid';

/** How much of the goods is invoiced, shipped or paid, as a share of the whole (D4). `paid` gives pieces by position. */
export function earnedProgress(order: SoldOrder, when: EarnedWhen, paid: ReadonlyMap<number, number>): Progress {
  const sent = order.lines.filter(isSent);
  if (when === 'paid') return progressOf(order, order.lines, (line) => paid.get(line.position) ?? 0);
  // Of an order with nothing to send, there is no other moment.
  if (when === 'shipped' && sent.length > 0) return progressOf(order, sent, (line) => line.shipped);
  return progressOf(order, order.lines, (line) => line.invoiced);
}

export const refundedProgress = (order: SoldOrder): Progress => progressOf(order, order.lines, (line) => line.refunded);

/** By money without tax; by pieces where the goods cost nothing. */
function progressOf(order: SoldOrder, lines: readonly SoldLine[], piecesOf: (line: SoldLine) => number): Progress {
  const whole = sumOf(lines.map((line) => line.netMinor));
  if (whole === 0n) return { part: sumOf(lines.map((line) => BigInt(piecesOf(line)))), whole: sumOf(lines.map((line) => BigInt(line.quantity))) };
  const done = lines.map((line) => partOfLine(line, order.pricesIncludeTax, { before: 0, pieces: piecesOf(line) }).net);
  // A line that costs nothing is still to come.
  const isWhole = lines.every((line) => piecesOf(line) === line.quantity);
  return { part: isWhole ? whole : least(sumOf(done), whole - 1n), whole };
}

const least = (a: bigint, b: bigint): bigint => (a < b ? a : b);
