import type { Unit } from '@onbehalf/assist';
import { err, ok, type Refusal, type Result } from '@onbehalf/core';
import { addLine, orderByNumber } from '@onbehalf/shop';
import type { Arrived } from '../arrived.ts';
import { ownerOf } from '../present/names.ts';

export interface Reordered {
  added: { sku: string; quantity: number }[];
  /** Why each of the others isn't in the cart; 'free' was given free of charge and is no product to order again. */
  leftOut: { sku: string; why: Refusal | 'free' }[];
}

/** D7, G3: what is still sold goes into the cart at the customer's normal prices (C6). Refuses with 'order-not-found' or 'nothing-to-reorder'. */
export async function reorder(unit: Unit, arrived: Arrived, { number, newId }: { number: string; newId: () => string }): Promise<Result<Reordered, Refusal[]>> {
  const owner = ownerOf(arrived);
  const found = await orderByNumber(unit, number, { customerId: owner.customerId });
  if (!found.ok) return err([found.error]);
  const done: Reordered = { added: [], leftOut: [] };
  for (const { sku, quantity, overrideSource } of found.value.lines) {
    const added = overrideSource === 'free' ? null : await addLine(unit, owner, { sku, quantity, now: arrived.now, newId });
    if (added === null) done.leftOut.push({ sku, why: 'free' });
    else if (added.ok) done.added.push({ sku, quantity });
    else done.leftOut.push({ sku, why: added.error });
  }
  return done.added.length === 0 ? err([{ code: 'nothing-to-reorder' }]) : ok(done);
}
