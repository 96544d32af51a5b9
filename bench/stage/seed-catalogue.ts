import type { Store, Unit } from '@onbehalf/assist';

export interface CatalogueSize {
  readonly products: number;
  readonly categories: number;
}

/** What a trade supplier's shelves hold, in three languages; with digits and sizes there are as many names as are asked for. */
const NOUNS = [
  ['drill', 'Bohrmaschine', 'taladro'], ['screw', 'Schraube', 'tornillo'], ['hammer', 'Hammer', 'martillo'], ['saw', 'Säge', 'sierra'], ['glove', 'Handschuh', 'guante'],
  ['helmet', 'Helm', 'casco'], ['ladder', 'Leiter', 'escalera'], ['cable', 'Kabel', 'cable'], ['wrench', 'Schraubenschlüssel', 'llave'], ['anchor', 'Dübel', 'anclaje'],
  ['lamp', 'Leuchte', 'lámpara'], ['grinder', 'Schleifer', 'amoladora'], ['pump', 'Pumpe', 'bomba'], ['valve', 'Ventil', 'válvula'], ['chisel', 'Stechbeitel', 'formón'],
  ['brush', 'Bürste', 'cepillo'], ['tape', 'Klebeband', 'cinta'], ['pliers', 'Zange', 'alicates'], ['switch', 'Schalter', 'interruptor'], ['hinge', 'Scharnier', 'bisagra'],
] as const;

const QUALITIES = [
  ['cordless', 'Akku', 'inalámbrico'], ['heavy', 'schwer', 'pesado'], ['folding', 'klappbar', 'plegable'], ['galvanised', 'verzinkt', 'galvanizado'], ['insulated', 'isoliert', 'aislado'],
  ['waterproof', 'wasserdicht', 'impermeable'], ['flexible', 'biegsam', 'flexible'], ['compact', 'kompakt', 'compacto'], ['reinforced', 'verstärkt', 'reforzado'], ['adjustable', 'verstellbar', 'ajustable'],
  ['magnetic', 'magnetisch', 'magnético'], ['quiet', 'leise', 'silencioso'], ['stainless', 'rostfrei', 'inoxidable'], ['universal', 'universell', 'universal'], ['precise', 'präzise', 'preciso'],
] as const;

const CATEGORIES = `
insert into category (code, slug, position, image, name, description)
select 'shelf-' || n, 'shelf-' || n, 100 + n, 'bench.svg', jsonb_build_object('en', 'Shelf ' || n, 'de', 'Regal ' || n, 'es', 'Estante ' || n), '{"en":"All of one shelf"}'
  from generate_series(1, $1::integer) n`;

const FACTS = `
create temp table fact as
select f.kind, f.at, f.fact, (facet_values_of(jsonb_build_array(f.fact)))[1] as id from (
  select k.kind, n as at, jsonb_build_object('label', k.label, 'value', case k.kind
           when 0 then n || ' mm' when 1 then (array['12 V', '18 V', '36 V', '230 V', '400 V'])[1 + n]
           when 2 then (array['red', 'blue', 'green', 'black', 'grey', 'white', 'yellow'])[1 + n] when 3 then 'Brand ' || (1 + n) else $1::jsonb->n->>0 end) as fact
    from (values (0, '{"en":"Size","de":"Größe"}'::jsonb, 10, 99), (1, '{"en":"Voltage","de":"Spannung"}', 0, 4), (2, '{"en":"Colour","de":"Farbe"}', 0, 6),
                 (3, '{"en":"Brand","de":"Marke"}', 0, 29), (4, '{"en":"Quality","de":"Art"}', 0, 14)) k (kind, label, first, last)
   cross join lateral generate_series(k.first, k.last) n) f`;

// Five facts each, of the sizes that facets have: five values to thirty. One in fifty is out of stock.
const PRODUCTS = `
with w as (select $3::jsonb as nouns, $4::jsonb as qualities),
s as (select array_agg(id order by id) as ids from category where code like 'shelf-%'),
n as (
  select n, w.nouns->(n * 7 % jsonb_array_length(w.nouns)) as noun, w.qualities->(n * 11 % jsonb_array_length(w.qualities)) as quality, 10 + n * 13 % 90 as size, s.ids[1 + n % $2::integer] as category_id
    from generate_series(1, $1::integer) n, w, s),
p as (
  insert into product (sku, slug, kind, category_id, position, image, name, summary, description, facts, facet_values, unit, stock, search_text)
  select 'SHELF-' || n, 'shelf-product-' || n, 'simple', category_id, n, 'bench.svg',
         jsonb_build_object('en', initcap(quality->>0) || ' ' || (noun->>0) || ' ' || size || ' mm', 'de', (noun->>1) || ' ' || (quality->>1) || ' ' || size || ' mm', 'es', initcap(noun->>2) || ' ' || (quality->>2) || ' ' || size || ' mm'),
         '{"en":"A summary of what it is good for, and for whom."}', '{"en":"A description"}',
         jsonb_build_array(s.fact, v.fact, c.fact, b.fact, q.fact), array[s.id, v.id, c.id, b.id, q.id], '{"en":"piece"}', case when n % 50 = 0 then 0 else 1000000 end,
         lower((noun->>0) || ' ' || (noun->>1) || ' ' || (noun->>2) || ' ' || (quality->>0) || ' ' || (quality->>1) || ' ' || (quality->>2) || ' shelf-' || n || ' regal estante')
    from n
    join fact s on s.kind = 0 and s.at = size
    join fact v on v.kind = 1 and v.at = n % 5
    join fact c on c.kind = 2 and c.at = n * 3 % 7
    join fact b on b.kind = 3 and b.at = n * 17 % 30
    join fact q on q.kind = 4 and q.at = n * 11 % jsonb_array_length($4::jsonb)
   order by n returning id),
sold as (insert into product_website (product_id, website_id, cost) select id, $5, 500 from p)
select count(*) from p`;

// Five rows each: base, a tier, the group's, the price list's, and one customer's; each customer has prices for many products.
const PRICES = `
insert into price (website_id, source, product_id, price_list_id, customer_group_id, customer_id, min_quantity, amount)
select $1, v.source, p.id, case when v.source = 'price-list' then l.id end, case when v.source = 'group' then g.id end,
       case when v.source = 'customer' then 1001 + p.id % 10000 end, v.pieces, (1000 + p.id * 37 % 50000) * v.percent / 100
  from product p, (select id from price_list where name = 'Pricelist A') l, (select id from customer_group where code = 'trade') g,
       (values ('base', 1, 100), ('base', 10, 90), ('group', 1, 98), ('price-list', 1, 95), ('customer', 1, 93)) v (source, pieces, percent)
 where p.sku like 'SHELF-%' and (v.source <> 'customer' or exists (select from customer c where c.id = 1001 + p.id % 10000))`;

// A catalogue of that size has words of its own, makers' and models': one for every five products, which no search here asks for.
const OTHER_WORDS = `
insert into search_word (word, shown)
select distinct w, w from generate_series(0, $1::integer / 5 - 1) n,
  lateral (select (array['ka','lo','mi','ru','ba','ne','to','vi','so','da','fe','gu','hi','jo','pe','qua','re','si','tu','wo'])[1 + n % 20]
    || (array['ron','lex','tan','mir','dol','ves','nak','pur','zin','hal','gor','bin','kem','fas','jud','lor','sat','wen','xel','yor'])[1 + n / 20 % 20]
    || (array['a','o','ix','us','ar','el','on','um','es','it'])[1 + n / 400 % 10] || (array['', 'ta', 'mo', 'ri', 'ku'])[1 + n / 4000 % 5]) s (w) on conflict do nothing`;

const WORDS = `
insert into search_word (word, shown) select distinct on (fold_words(w)) fold_words(w), lower(w) from unnest($1::text[]) w where fold_words(w) ~ '^[a-z]{3,40}$' order by fold_words(w), w on conflict do nothing`;

// What the triggers do for each product is done once for each fact and word: a hundred thousand say the same few things.
const triggers = (how: 'disable' | 'enable'): string => `alter table product ${how} trigger product_facet_values, ${how} trigger product_search_words`;

const INDEXES = `select i.indexdef from pg_indexes i where i.tablename = 'product' and i.indexname in ('product_words', 'product_search')`;

/** Further products in categories of their own, each with five rows of prices, as owner. */
export async function seedCatalogue(unit: Pick<Unit, 'query'>, { websiteId }: Store, { products, categories }: CatalogueSize): Promise<void> {
  await unit.query(CATEGORIES, [categories]);
  await unit.query(FACTS, [JSON.stringify(QUALITIES)]);
  await unit.query(WORDS, [[...NOUNS, ...QUALITIES, ['shelf', 'Regal', 'estante']].flat()]);
  await unit.query(OTHER_WORDS, [products]);
  const indexes = await unit.query<{ indexdef: string }>(INDEXES);
  await unit.query(triggers('disable'));
  await unit.query('drop index product_words, product_search');
  await unit.query(PRODUCTS, [products, categories, JSON.stringify(NOUNS), JSON.stringify(QUALITIES), websiteId]);
  for (const { indexdef } of indexes) await unit.query(indexdef);
  await unit.query(triggers('enable'));
  await unit.query(PRICES, [websiteId]);
  await unit.query('vacuum analyze');
}
