import { productPage, slugOfSku, type ProductPage } from '@onbehalf/shop';
import { z } from 'zod';
import { json } from '../../answer.ts';
import { storeAsked } from '../../present/store-asked.ts';
import { buyerOf, priceTerms } from '../../present/names.ts';
import { imagesJson } from '../../present/gallery.ts';
import { moneyJson } from '../../present/rest.ts';
import { REST_LIST_INPUT } from '../../read-list.ts';
import { route, type Route } from '../../route.ts';
import { storeOrigin } from '../../sites.ts';
import { MONEY, OPTION } from './schemas.ts';

const STOCK = z.enum(['in', 'low', 'out', 'not-stocked']);
export const PRICED = {
  price: MONEY.meta({ description: 'Of one piece, to whoever the token stands for; without a token to a guest.' }), listPrice: MONEY.nullable(),
  tiers: z.array(z.object({ from: z.number(), price: MONEY })), stock: STOCK,
};

const SIZE = { url: z.string(), width: z.number(), height: z.number() };
export const IMAGE = z
  .object({ ...SIZE, alt: z.string().meta({ description: 'What is to be seen, in the store’s language; the product’s name where nobody has said it.' }), sizes: z.array(z.object(SIZE)).meta({ description: 'The same picture in every size it is kept in, smallest first.' }) })
  .meta({ id: 'ProductImage' });

const PRODUCT = z
  .object({
    sku: z.string(), name: z.string(), summary: z.string(), description: z.string(), unit: z.string(), kind: z.enum(['simple', 'configurable', 'virtual', 'downloadable']), ...PRICED,
    priceFrom: z.boolean().meta({ description: 'True: its versions differ in price, and this is the lowest.' }),
    images: z.array(IMAGE).meta({ description: 'Its own pictures, the main one first; empty where a drawing stands for it. An address never shows anything else: it may be kept for good.' }),
    options: z.array(z.object({ name: z.string(), values: z.array(z.string()) })).meta({ description: 'What is chosen from; empty for a product without options.' }),
    variants: z.array(z.object({ sku: z.string().meta({ description: 'What a line of the cart takes.' }), options: z.array(OPTION), ...PRICED })),
  })
  .meta({ id: 'Product' });

export const productRestRoutes: Route[] = [
  route({
    method: 'GET', area: 'rest', path: '/V1/products/:sku', handle: 'catalog_product_view', access: 'public', inContext: 'view',
    summary: 'A product at the prices of whoever asks, with its options and versions; the SKU of a version gives its product',
    input: z.object({ sku: z.string().max(64), store: REST_LIST_INPUT.store }), output: PRODUCT,
    run: async ({ deps, request, unit, input }) => {
      const here = storeAsked(deps, request, input.store);
      if (here === null) return { refused: [{ code: 'invalid-input', field: 'store' }] };
      const { store } = here;
      const slug = await slugOfSku(unit, input.sku);
      const found = slug === null ? null : await productPage(unit, { store, customer: buyerOf(here.caller), ...priceTerms(here), slug });
      if (found === null || !found.ok) return { refused: [{ code: 'product-not-found', facts: { sku: input.sku } }] };
      return { answer: json({ ...productJson(found.value, store.currency), images: imagesJson(storeOrigin(deps.config, store), found.value) }) };
    },
  }),
];

function productJson({ product, options, description, unit }: ProductPage, currency: string): Omit<z.infer<typeof PRODUCT>, 'images'> {
  const { sku, name, summary, kind, variants, isFrom } = product;
  const chosen = (valueIds: readonly string[]) => options.flatMap((option) => option.values.filter(({ id }) => valueIds.includes(id)).map(({ label }) => ({ name: option.name, value: label })));
  return {
    sku, name, summary, description, unit, kind, ...pricedJson(product, currency), priceFrom: isFrom,
    options: options.map((option) => ({ name: option.name, values: option.values.map(({ label }) => label) })),
    variants: (variants ?? []).map((variant) => ({ sku: variant.sku, options: chosen(variant.valueIds), ...pricedJson(variant, currency) })),
  };
}

export const pricedJson = ({ priceMinor, listPriceMinor, tiers, stock }: Pick<ProductPage['product'], 'priceMinor' | 'listPriceMinor' | 'tiers' | 'stock'>, currency: string) => ({
  price: moneyJson(priceMinor, currency),
  listPrice: listPriceMinor === null ? null : moneyJson(listPriceMinor, currency),
  tiers: tiers.map(({ from, minor }) => ({ from, price: moneyJson(minor, currency) })),
  stock,
});
