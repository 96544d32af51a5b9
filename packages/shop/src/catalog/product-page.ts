import { err, ok, type PricedRow, type Refusal, type Result } from '@onbehalf/core';
import type { Unit } from '@onbehalf/assist/ports';
import { localText, localTextSql } from './local-text.ts';
import {
  CARD_COLUMNS, SOLD_HERE, toCard, toCards, viewParams, type CatalogView, type ProductCard, type ProductRow,
} from './product-card.ts';
import { priceAt } from '../pricing/price-at.ts';
import { toPriceRows } from '../pricing/price-rows.ts';

export interface ProductPage {
  product: ProductCard;
  description: string;
  facts: { label: string; value: string }[];
  /** What one piece is called: "piece", "box of 100". */
  unit: string;
  category: { slug: string; name: string };
  onWishlist: boolean;
  /** Up to four others of the category. */
  related: ProductCard[];
  /** Every price considered for one piece (C9). */
  considered: readonly PricedRow[];
}

interface PageRow extends ProductRow {
  description: string;
  facts: unknown;
  unit: string;
  categorySlug: string;
  categoryName: string;
  onWishlist: boolean;
}

const PRODUCT_PAGE = `
with wanted as (select p.id, p.category_id, p.position from ${SOLD_HERE} where p.slug = $5),
shown as (
  select id, 0 as place, 0 as position from wanted
  union all
  (select p.id, 1, p.position from ${SOLD_HERE} join wanted w on w.category_id = p.category_id and w.id <> p.id
    order by (p.position <= w.position), p.position, p.id limit 4))
select ${CARD_COLUMNS}, ${localTextSql('p.description', '$2::text')} as description, p.facts,
       ${localTextSql('p.unit', '$2::text')} as unit, c.slug as "categorySlug",
       ${localTextSql('c.name', '$2::text')} as "categoryName",
       exists (select from wishlist_item i where i.customer_id = $3::bigint and i.product_id = p.id) as "onWishlist"
  from shown s join product p on p.id = s.id join category c on c.id = p.category_id
 order by s.place, s.position, p.id`;

/** A product as whoever looks may buy it, with others like it, in one statement. Refuses with 'product-not-found'. */
export async function productPage(unit: Unit, question: CatalogView & { slug: string }): Promise<Result<ProductPage, Refusal>> {
  const rows = await unit.named<PageRow>('shop-product', PRODUCT_PAGE, [...viewParams(question), question.slug]);
  const [row, ...others] = rows.map(splitRow);
  const product = row === undefined ? null : toCard(row.card, question);
  if (row === undefined || product === null) return err({ code: 'product-not-found' });
  const { facts, categorySlug, categoryName, ...more } = row.more;
  return ok({
    product,
    ...more,
    facts: factsOf(facts, question.store.locale),
    category: { slug: categorySlug, name: categoryName },
    considered: priceAt(toPriceRows(row.card.prices), 1, question)?.considered ?? [],
    related: toCards(others.map((other) => other.card), question),
  });
}

function splitRow({ description, facts, unit, categorySlug, categoryName, onWishlist, ...card }: PageRow) {
  return { card, more: { description, facts, unit, categorySlug, categoryName, onWishlist } };
}

function factsOf(facts: unknown, locale: CatalogView['store']['locale']): ProductPage['facts'] {
  if (!Array.isArray(facts)) return [];
  return facts.map((fact: { label?: unknown; value?: unknown }) => ({
    label: localText(fact.label, locale),
    value: localText(fact.value, locale),
  }));
}
