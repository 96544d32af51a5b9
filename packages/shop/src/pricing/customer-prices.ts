import type { Unit } from '@onbehalf/assist/ports';

/** One price that is this customer's rather than everybody's (A9, G4). */
export interface CustomerPrice {
  source: 'matrix' | 'customer' | 'price-list' | 'category' | 'group';
  /** A price list's own name. */
  listName: string | null;
  /** Null where a whole category is priced. */
  sku: string | null;
  name: Record<string, string>;
  minQuantity: number;
  /** Exactly one of the two. */
  amountMinor: bigint | null;
  percentOffBasisPoints: number | null;
}

interface Row extends Omit<CustomerPrice, 'amountMinor'> {
  amount: string | null;
}

// In the order in which they win (G4); what is not valid today is left out.
const SQL = `
select p.source, l.name as "listName", r.sku, coalesce(full_name(r), k.name) as name, p.min_quantity as "minQuantity", p.amount::text as amount,
  p.percent_off_basis_points as "percentOffBasisPoints"
from customer c
join price p on p.website_id = c.website_id and p.source in ('matrix', 'customer', 'price-list', 'category', 'group')
left join product r on r.id = p.product_id
left join category k on k.id = p.category_id
left join price_list l on l.id = p.price_list_id
where c.id = $1::bigint
  and (p.customer_id is null or p.customer_id = c.id)
  and (p.customer_group_id is null or p.customer_group_id = c.customer_group_id)
  and (p.valid_from is null or p.valid_from <= $2) and (p.valid_to is null or p.valid_to > $2)
  and (p.price_list_id is null or (l.active and (l.valid_from is null or l.valid_from <= $2) and (l.valid_to is null or l.valid_to > $2)
    and exists (select from customer_price_list cl where cl.customer_id = c.id and cl.price_list_id = l.id)))
order by array_position(array['matrix', 'customer', 'price-list', 'category', 'group'], p.source), r.sku nulls first, p.category_id, p.min_quantity
limit $3`;

/** The prices that apply to one customer beyond the shop's own, the strongest source first. */
export async function customerPrices(unit: Unit, { customerId, now, limit }: { customerId: string; now: Date; limit: number }): Promise<CustomerPrice[]> {
  const rows = await unit.named<Row>('shop-customer-prices', SQL, [customerId, now, limit]);
  return rows.map(({ amount, ...row }) => ({ ...row, amountMinor: amount === null ? null : BigInt(amount) }));
}
