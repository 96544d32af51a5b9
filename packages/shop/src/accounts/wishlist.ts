import { err, ok, type Refusal, type Result } from '@onbehalf/core';
import type { Unit } from '@onbehalf/assist/ports';
import { CARD_COLUMNS, SOLD_HERE, toCards, viewParams, type CatalogView, type ProductCard, type ProductRow } from '../catalog/product-card.ts';
import type { Buyer } from '../pricing/price-at.ts';

type OwnView = CatalogView & { customer: Buyer };

const LIST = `
select ${CARD_COLUMNS}
  from ${SOLD_HERE} join wishlist_item i on i.product_id = p.id and i.customer_id = $3::bigint
 order by i.added_at desc, p.id`;

const ADD = `
with wanted as (
  select p.id from product p join product_website pw on pw.product_id = p.id and pw.website_id = $2::smallint
   where p.sku = $3 and p.active
     and (p.parent_id is null or exists (select from product_for_sale f where f.product_id = p.id and f.website_id = $2::smallint))),
added as (
  insert into wishlist_item (customer_id, product_id, added_at) select $1::bigint, w.id, $4 from wanted w
      on conflict do nothing returning product_id)
select (select id::text from wanted) as "productId", exists (select from added) as changed`;

const SKUS = `
select p.sku from wishlist_item i join product p on p.id = i.product_id join product_website w on w.product_id = p.id and w.website_id = $2::smallint
 where i.customer_id = $1::bigint order by i.added_at desc, p.id`;

const REMOVE = `
delete from wishlist_item i using product p
 where i.product_id = p.id and i.customer_id = $1::bigint and p.sku = $2
returning p.id::text as "productId"`;

/** What is on the customer's wishlist and sold here, newest first, with the customer's prices. */
export async function wishlistOf(unit: Unit, question: OwnView): Promise<ProductCard[]> {
  return toCards(await unit.named<ProductRow>('shop-wishlist', LIST, viewParams(question)), question);
}

/** What is on the wishlist of products of this website, also of those that can't be bought now; newest first. */
export async function wishedSkus(unit: Unit, { customerId, store }: { customerId: string; store: { websiteId: number } }): Promise<string[]> {
  return (await unit.named<{ sku: string }>('shop-wished-skus', SKUS, [customerId, store.websiteId])).map(({ sku }) => sku);
}

/** Puts a product on the wishlist; `changed` is false where it was there. Refuses with 'product-not-found'. */
export async function addToWishlist(
  unit: Unit,
  wish: { customerId: string; websiteId: number; sku: string; now: Date },
): Promise<Result<{ productId: string; changed: boolean }, Refusal>> {
  const [row] = await unit.query<{ productId: string | null; changed: boolean }>(ADD, [wish.customerId, wish.websiteId, wish.sku, wish.now]);
  if (row === undefined || row.productId === null) return err({ code: 'product-not-found', facts: { sku: wish.sku } });
  return ok({ productId: row.productId, changed: row.changed });
}

/** Takes a product off the customer's own wishlist; `changed` is false where it wasn't on it. */
export async function removeFromWishlist(unit: Unit, wish: { customerId: string; sku: string }): Promise<{ changed: boolean }> {
  const rows = await unit.query<{ productId: string }>(REMOVE, [wish.customerId, wish.sku]);
  return { changed: rows.length > 0 };
}
