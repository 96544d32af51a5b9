import type { Unit } from '@onbehalf/assist';
import { err, ok, parseQuantity, type Refusal, type Result } from '@onbehalf/core';
import { addLine, orderByNumber } from '@onbehalf/shop';
import type { Arrived } from '../arrived.ts';
import { ownerOf } from '../present/names.ts';

export interface Reordered {
  added: { sku: string; quantity: number }[];
  leftOut: LeftOut[];
}

/** Why a product isn't in the cart; 'free' was given free of charge and is no product to order again. */
export interface LeftOut {
  sku: string;
  why: Refusal | 'free';
}

export interface ReorderAsked {
  number: string;
  /** Pieces by SKU, as typed; nothing and 0 are not wanted. Null: the whole order. */
  chosen: Readonly<Record<string, string>> | null;
  newId: () => string;
}

interface Wanted {
  sku: string;
  quantity: number;
  isFree: boolean;
}

/** D7, G3: what is still sold goes into the cart at the customer's normal prices (C6). Refuses with 'order-not-found', 'nothing-chosen', 'quantity-invalid', 'line-not-found' or 'nothing-to-reorder'. */
export async function reorder(unit: Unit, arrived: Arrived, { number, chosen, newId }: ReorderAsked): Promise<Result<Reordered, Refusal[]>> {
  const owner = ownerOf(arrived);
  const found = await orderByNumber(unit, number, { customerId: owner.customerId });
  if (!found.ok) return err([found.error]);
  const ordered = found.value.lines.map(({ sku, quantity, overrideSource }): Wanted => ({ sku, quantity, isFree: overrideSource === 'free' }));
  const wanted = chosen === null ? ok(ordered) : chosenOf(ordered, chosen);
  if (!wanted.ok) return wanted;
  const done: Reordered = { added: [], leftOut: [] };
  for (const { sku, quantity, isFree } of wanted.value) {
    const added = isFree ? null : await addLine(unit, owner, { sku, quantity, now: arrived.now, newId });
    if (added === null) done.leftOut.push({ sku, why: 'free' });
    else if (added.ok) done.added.push({ sku, quantity });
    else done.leftOut.push({ sku, why: added.error });
  }
  return done.added.length === 0 ? err([{ code: 'nothing-to-reorder' }, ...done.leftOut.flatMap(({ why }) => (why === 'free' ? [] : [why]))]) : ok(done);
}

function chosenOf(ordered: readonly Wanted[], chosen: Readonly<Record<string, string>>): Result<Wanted[], Refusal[]> {
  const known = new Set(ordered.filter(({ isFree }) => !isFree).map(({ sku }) => sku));
  const asked = Object.entries(chosen).map(([sku, typed]) => ({ sku, typed: typed.trim() })).filter(({ typed }) => typed !== '' && typed !== '0');
  if (asked.length === 0) return err([{ code: 'nothing-chosen' }]);
  const refusals = asked.flatMap(({ sku, typed }): Refusal[] => {
    if (!known.has(sku)) return [{ code: 'line-not-found', field: sku }];
    return parseQuantity(typed).ok ? [] : [{ code: 'quantity-invalid', field: sku }];
  });
  return refusals.length > 0 ? err(refusals) : ok(asked.map(({ sku, typed }) => ({ sku, quantity: Number(typed), isFree: false })));
}

/** What the record keeps of it. */
export const reorderedDetail = ({ added, leftOut }: Reordered): { count: number; leftOut: string } => ({ count: added.length, leftOut: leftOut.map(({ sku }) => sku).join(', ').slice(0, 1000) });
