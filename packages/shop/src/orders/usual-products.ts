import type { CartOwner, Unit } from '@onbehalf/assist/ports';
import type { PriceRule } from '@onbehalf/core';
import { localTextSql } from '../catalog/local-text.ts';
import { optionsSql, type OptionText } from '../catalog/option-text.ts';
import { viewParams } from '../catalog/product-card.ts';
import { priceAt } from '../pricing/price-at.ts';
import { priceRowsSql, toPriceRows, type PriceJson } from '../pricing/price-rows.ts';

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
  /** What one piece costs this customer now, for that many; minor units of the store's currency. */
  unitMinor: bigint;
}

interface Row extends Omit<UsualProduct, 'unitMinor'> {
  prices: PriceJson[];
}

const USUAL = `
select p.sku, p.slug, ${localTextSql('p.name', '$2::text')} as name, p.image, ${optionsSql('p', '$2::text')} as options, b.orders, b."lastQuantity",
       ${priceRowsSql({ product: 'p', website: '$1::smallint', customer: '$3::bigint', group: '$4::bigint' })} as prices
  from product p
  join (select l.product_id, count(distinct o.id)::int as orders, (array_agg(l.quantity order by o.placed_at desc))[1] as "lastQuantity", max(o.placed_at) as newest
          from purchase o join purchase_line l on l.purchase_id = o.id
         where o.customer_id = $3::bigint and o.placed_at > $5::timestamptz - interval '1 year' and o.status <> 'cancelled' and l.override_source is distinct from 'free'
         group by l.product_id) b on b.product_id = p.id
 where p.active and exists (select from product_for_sale w where w.product_id = p.id and w.website_id = $1::smallint) and (p.stock is null or p.stock > 0)
 order by b.orders desc, b.newest desc, p.sku limit $6::int`;

/** What a customer usually buys here, at this customer's prices: by number of orders within a year, what is still sold, free items left out (D7). */
export async function usualProducts(unit: Unit, { customerId, customerGroupId, store }: CartOwner, { now, rule, limit }: { now: Date; rule: PriceRule; limit: number }): Promise<UsualProduct[]> {
  const rows = await unit.named<Row>('shop-usual-products', USUAL, [...viewParams({ store, customer: { customerId, customerGroupId }, now, rule }), now, limit]);
  return rows.flatMap(({ prices, ...product }) => {
    const unitMinor = priceAt(toPriceRows(prices), product.lastQuantity, { now, rule })?.winner.minor;
    return unitMinor === undefined ? [] : [{ ...product, unitMinor }];
  });
}
