import type { Unit } from '@onbehalf/assist';
import type { Refusal } from '@onbehalf/core';
import { addLine, type AddedLine } from '@onbehalf/shop';
import type { Arrived } from '../arrived.ts';
import { ownerOf } from '../present/names.ts';
import type { QuickLine } from '../read-quick-order.ts';

export interface QuickOrdered {
  added: { sku: string; quantity: number }[];
  refused: { line: QuickLine; refusal: Refusal }[];
}

/** D7: adds each line that can be added, at the customer's own prices, and names the others. */
export async function quickOrder(unit: Unit, arrived: Arrived, { lines, newId }: { lines: readonly QuickLine[]; newId: () => string }): Promise<QuickOrdered> {
  const done: QuickOrdered = { added: [], refused: [] };
  for (const line of lines) {
    const added = await addOne(unit, arrived, { ...line, newId });
    if (added.ok) done.added.push({ sku: added.sku, quantity: line.quantity });
    else done.refused.push({ line, refusal: added.error });
  }
  return done;
}

type Added = ({ ok: true; value: AddedLine } | { ok: false; error: Refusal }) & { sku: string };

/** On the telephone nobody hears capitals: where the SKU as typed is unknown, the same in capitals is looked for. */
async function addOne(unit: Unit, arrived: Arrived, { sku, quantity, newId }: { sku: string; quantity: number; newId: () => string }): Promise<Added> {
  const add = (wanted: string) => addLine(unit, ownerOf(arrived), { sku: wanted, quantity, now: arrived.now, newId });
  const added = await add(sku);
  const capitals = sku.toUpperCase();
  if (added.ok || added.error.code !== 'product-not-found' || capitals === sku) return { ...added, sku };
  return { ...(await add(capitals)), sku: capitals };
}

/** What the record keeps of it: no more than a page of it. */
export const addedText = (added: QuickOrdered['added']): string => added.map(({ sku, quantity }) => `${quantity} × ${sku}`).join(', ').slice(0, 1000);
