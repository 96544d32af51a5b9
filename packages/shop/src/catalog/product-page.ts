import { chooseVariant, err, ok, type PricedRow, type Refusal, type Result, type ValueState, type VariantChoice } from '@onbehalf/core';
import type { Unit } from '@onbehalf/assist/ports';
import { localText, localTextSql } from './local-text.ts';
import {
  CARD_COLUMNS, LISTED_HERE, SOLD_HERE, toCard, toCards, viewParams, type CatalogView, type ProductCard, type ProductRow, type VariantCard,
} from './product-card.ts';
import { priceAt } from '../pricing/price-at.ts';
import { toPriceRows } from '../pricing/price-rows.ts';

/** One option with what can be chosen of it, beside what is chosen of the others. */
export interface ShownOption {
  id: string;
  name: string;
  values: { id: string; label: string; isChosen: boolean; state: ValueState }[];
}

export interface ProductPage {
  product: ProductCard;
  /** Empty for a product without options. */
  options: ShownOption[];
  choice: VariantChoice<VariantCard> | null;
  description: string;
  /** Its own pictures, the main one first; empty where a drawing stands for it. */
  pictures: { picture: string; alt: string }[];
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
  pictures: { picture: string; alt: unknown }[] | null;
  facts: unknown;
  unit: string;
  categorySlug: string;
  categoryName: string;
  onWishlist: boolean;
  /** Of the page's own product only: its options, the variant whose address was asked for, and which variants are on the wishlist. */
  choices: { options: { id: string; name: string; values: { id: string; label: string }[] }[]; wanted: string[]; wished: string[] } | null;
}

const PRODUCT_PAGE = `
with asked as (select p.id as asked_id, coalesce(p.parent_id, p.id) as id, p.combination from ${SOLD_HERE} where p.slug = $5),
wanted as (select p.id, p.category_id, p.position from asked a join product p on p.id = a.id),
shown as (
  select id, 0 as place, 0 as position from wanted
  union all
  -- Its neighbours: what follows it, then the first of the category. Each is read off the index, however many there are.
  (select id, 1, position from (
     (select p.id, p.position, 0 as round from ${LISTED_HERE} and p.category_id = (select category_id from wanted) and p.position > (select position from wanted) order by p.position, p.id limit 4)
     union all
     (select p.id, p.position, 1 from ${LISTED_HERE} and p.category_id = (select category_id from wanted) and p.position <= (select position from wanted) and p.id <> (select id from wanted)
       order by p.position, p.id limit 4)) near
    order by round, position, id limit 4))
select ${CARD_COLUMNS}, ${localTextSql('p.description', '$2::text')} as description, p.facts, case when s.place = 0 then p.pictures end as pictures,
       ${localTextSql('p.unit', '$2::text')} as unit, c.slug as "categorySlug",
       ${localTextSql('c.name', '$2::text')} as "categoryName",
       exists (select from wishlist_item i where i.customer_id = $3::bigint and i.product_id = p.id) as "onWishlist",
       case when s.place = 0 and p.kind = 'configurable' then jsonb_build_object(
         'options', (select coalesce(jsonb_agg(jsonb_build_object('id', o.id::text, 'name', ${localTextSql('o.name', '$2::text')},
             'values', (select coalesce(jsonb_agg(jsonb_build_object('id', x.id::text, 'label', ${localTextSql('x.label', '$2::text')}) order by x.position, x.id), '[]'::jsonb)
                          from product_option_value x where x.option_id = o.id)) order by o.position, o.id), '[]'::jsonb)
           from product_option o where o.product_id = p.id),
         'wanted', (select coalesce(jsonb_agg(c::text), '[]'::jsonb) from asked a, unnest(a.combination) c),
         'wished', (select coalesce(jsonb_agg(i.product_id::text), '[]'::jsonb) from wishlist_item i join product v on v.id = i.product_id
                     where i.customer_id = $3::bigint and v.parent_id = p.id)) end as choices
  from shown s join product p on p.id = s.id join category c on c.id = p.category_id
 order by s.place, s.position, p.id`;

/** A product as whoever looks may buy it, with others like it, in one statement; with options, what is chosen of them too: a variant's own address chooses it. Refuses with 'product-not-found'. */
export async function productPage(unit: Unit, question: CatalogView & { slug: string; chosen?: ReadonlyMap<string, string> }): Promise<Result<ProductPage, Refusal>> {
  const rows = await unit.named<PageRow>('shop-product', PRODUCT_PAGE, [...viewParams(question), question.slug]);
  const [row, ...others] = rows.map(splitRow);
  const product = row === undefined ? null : toCard(row.card, question);
  if (row === undefined || product === null) return err({ code: 'product-not-found' });
  const { facts, pictures, categorySlug, categoryName, choices, onWishlist, ...more } = row.more;
  const choice = choices === null ? null : chosenOf(choices, product.variants ?? [], question.chosen);
  return ok({
    product,
    options: choices === null || choice === null ? [] : shownOptions(choices.options, choice),
    choice,
    onWishlist: choices !== null && choice?.variant ? choices.wished.includes(choice.variant.id) : onWishlist,
    ...more,
    pictures: (pictures ?? []).map(({ picture, alt }) => ({ picture, alt: localText(alt, question.store.locale) })),
    facts: factsOf(facts, question.store.locale),
    category: { slug: categorySlug, name: categoryName },
    considered: choice === null ? (priceAt(toPriceRows(row.card.prices), 1, question)?.considered ?? []) : (choice.variant?.considered ?? []),
    related: toCards(others.map((other) => other.card), question),
  });
}

type Choices = NonNullable<PageRow['choices']>;

/** What was asked for by name goes before what the address says. */
function chosenOf({ options, wanted }: Choices, variants: readonly VariantCard[], chosen: ReadonlyMap<string, string> = new Map()): VariantChoice<VariantCard> {
  const ofAddress = options.flatMap(({ id, values }) => values.filter((value) => wanted.includes(value.id)).map((value) => [id, value.id] as const));
  return chooseVariant({ options, variants, asked: new Map([...ofAddress, ...chosen]) });
}

const shownOptions = (options: Choices['options'], { chosen, states }: VariantChoice<VariantCard>): ShownOption[] =>
  options.map(({ id, name, values }) => ({
    id, name,
    values: values.map((value) => ({ ...value, isChosen: chosen.get(id) === value.id, state: states.get(value.id) ?? 'not-offered' })),
  }));

function splitRow({ description, pictures, facts, unit, categorySlug, categoryName, onWishlist, choices, ...card }: PageRow) {
  return { card, more: { description, pictures, facts, unit, categorySlug, categoryName, onWishlist, choices } };
}

function factsOf(facts: unknown, locale: CatalogView['store']['locale']): ProductPage['facts'] {
  if (!Array.isArray(facts)) return [];
  return facts.map((fact: { label?: unknown; value?: unknown }) => ({
    label: localText(fact.label, locale),
    value: localText(fact.value, locale),
  }));
}
