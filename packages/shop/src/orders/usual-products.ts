import type { CartOwner, Unit } from '@onbehalf/assist/ports';
import { localTextSql } from '../catalog/local-text.ts';
import { optionsSql, type OptionText } from '../catalog/option-text.ts';

export interface UsualProduct {
  sku: string;
  slug: string;
  name: string;
  image: string;
  options: OptionText[];
  /** In how many orders of the last year. */
  orders: number;
  /** Pieces in the newest of them. */
  lastQuantity: number;
}

/** What a customer usually buys here: by number of orders within a year, what is still sold, free items left out (D7). */
export function usualProducts(unit: Unit, { customerId, store }: CartOwner, { now, limit }: { now: Date; limit: number }): Promise<UsualProduct[]> {
  return unit.named<UsualProduct>('shop-usual-products', `
    select p.sku, p.slug, ${localTextSql('p.name', '$3::text')} as name, p.image, ${optionsSql('p', '$3::text')} as options, b.orders, b."lastQuantity"
      from (select l.product_id, count(distinct o.id)::int as orders, (array_agg(l.quantity order by o.placed_at desc))[1] as "lastQuantity", max(o.placed_at) as newest
              from purchase o join purchase_line l on l.purchase_id = o.id
             where o.customer_id = $1::bigint and o.placed_at > $4::timestamptz - interval '1 year' and o.status <> 'cancelled' and l.override_source is distinct from 'free'
             group by l.product_id) b
      join product p on p.id = b.product_id and p.active
     where exists (select from product_for_sale w where w.product_id = p.id and w.website_id = $2::smallint) and (p.stock is null or p.stock > 0)
     order by b.orders desc, b.newest desc, p.sku limit $5::int`, [customerId, store.websiteId, store.locale, now, limit]);
}
