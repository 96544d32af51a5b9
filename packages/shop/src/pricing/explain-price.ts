import type { Unit } from '@onbehalf/assist/ports';
import type { PriceAnswer } from '@onbehalf/core';
import { priceAt, type Buyer, type PriceTerms } from './price-at.ts';
import { priceRowsSql, toPriceRows, type PriceJson } from './price-rows.ts';

export interface PriceQuestionOf extends PriceTerms {
  productId: string;
  websiteId: number;
  /** Null: what a guest pays. */
  buyer: Buyer | null;
  quantity: number;
}

const ROWS = `
select ${priceRowsSql({ product: 'p', website: '$2::smallint', customer: '$3::bigint', group: '$4::bigint' })} as prices
  from product p where p.id = $1::bigint`;

/** What somebody would pay, with every price considered (C9); null where the product has no price there now. */
export async function explainPrice(unit: Unit, { productId, websiteId, buyer, quantity, ...terms }: PriceQuestionOf): Promise<PriceAnswer | null> {
  const params = [productId, websiteId, buyer?.customerId ?? null, buyer?.customerGroupId ?? null];
  const [row] = await unit.named<{ prices: PriceJson[] }>('explain-price', ROWS, params);
  return row === undefined ? null : priceAt(toPriceRows(row.prices), quantity, terms);
}
