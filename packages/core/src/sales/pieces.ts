import { err, ok, type Result } from '../kernel/result.ts';
import type { Refusal } from '../refusals/refusal.ts';
import type { SoldLine } from './sold-order.ts';

/** Pieces by the line's position; a line that isn't named has none. */
export type Pieces = ReadonlyMap<number, number>;

export interface ChosenLine {
  readonly line: SoldLine;
  readonly pieces: number;
}

/** The lines a document takes up, each within what is open of it; every line that is not says so at its field. */
export function chooseLines(lines: readonly SoldLine[], pieces: Pieces, openOf: (line: SoldLine) => number): Result<ChosenLine[], Refusal[]> {
  const refusals = lines.flatMap((line): Refusal[] => {
    const wanted = pieces.get(line.position) ?? 0;
    const open = openOf(line);
    const isPieces = Number.isInteger(wanted) && wanted >= 0;
    return isPieces && wanted <= open ? [] : [{ code: 'quantity-above-open', field: `quantity-${line.position}`, facts: { open } }];
  });
  if (refusals.length > 0) return err(refusals);
  const known = new Set(lines.map((line) => line.position));
  if ([...pieces.keys()].some((position) => !known.has(position))) return err([{ code: 'invalid-input' }]);
  return ok(lines.flatMap((line) => {
    const wanted = pieces.get(line.position) ?? 0;
    return wanted === 0 ? [] : [{ line, pieces: wanted }];
  }));
}
