import type { CartOwner, Unit } from '@onbehalf/assist/ports';

/** A product of an order, and whether it could be ordered again now. */
export interface Reorderable {
  sku: string;
  name: string;
  image: string;
  /** As ordered, over all its lines. */
  ordered: number;
  /** Still sold in this store. */
  sold: boolean;
  /** Null: not stocked. */
  stock: number | null;
}

// What was given free of charge is no product to order again.
const REORDERABLE = `
select l.sku, min(l.name) as name, min(l.image) as image, sum(l.quantity)::int as ordered,
       coalesce(bool_or(p.active and w.product_id is not null and exists (
         select from price b where b.product_id = p.id and b.website_id = $3::smallint and b.source = 'base')), false) as sold,
       min(p.stock) as stock
  from purchase e
  join purchase_line l on l.purchase_id = e.id and l.override_source is distinct from 'free'
  left join product p on p.sku = l.sku
  left join product_website w on w.product_id = p.id and w.website_id = $3::smallint
 where e.number = $1 and e.customer_id = $2::bigint
 group by l.sku order by min(l.position)`;

/** What of the customer's own order can be ordered again (D7); nothing where there is no such order. */
export function reorderable(unit: Unit, { customerId, store }: CartOwner, number: string): Promise<Reorderable[]> {
  return unit.named<Reorderable>('shop-reorderable', REORDERABLE, [number, customerId, store.websiteId]);
}
