import type { Unit } from '@onbehalf/assist';
import { err, ok, type Refusal, type Result } from '@onbehalf/core';
import { addLine, removeFromWishlist, wishedSkus } from '@onbehalf/shop';
import type { Arrived } from '../arrived.ts';
import { ownerOf } from '../present/names.ts';

export interface MovedToCart {
  moved: string[];
  /** Stays on the wishlist. */
  left: { sku: string; why: Refusal }[];
}

/** One piece of each into the cart and off the wishlist (G2); `skus` null is all of it. Refuses with 'wishlist-empty' or, where none could be moved, with every reason. */
export async function wishlistToCart(unit: Unit, arrived: Arrived, { skus, newId }: { skus: readonly string[] | null; newId: () => string }): Promise<Result<MovedToCart, Refusal[]>> {
  const owner = ownerOf(arrived);
  const wished = await wishedSkus(unit, owner);
  const wanted = skus === null ? wished : wished.filter((sku) => skus.includes(sku));
  if (wanted.length === 0) return err([skus === null ? { code: 'wishlist-empty' } : { code: 'product-not-found' }]);
  const done: MovedToCart = { moved: [], left: [] };
  for (const sku of wanted) {
    const added = await addLine(unit, owner, { sku, quantity: 1, now: arrived.now, newId });
    if (added.ok) await removeFromWishlist(unit, { customerId: owner.customerId, sku });
    if (added.ok) done.moved.push(sku);
    else done.left.push({ sku, why: added.error });
  }
  return done.moved.length === 0 ? err(done.left.map(({ why }) => why)) : ok(done);
}

/** What the record keeps of it. */
export const movedDetail = ({ moved, left }: MovedToCart): { lines: string; count: number; left: string } => ({
  lines: moved.join(', ').slice(0, 1000), count: moved.length, left: left.map(({ sku }) => sku).join(', ').slice(0, 1000),
});
