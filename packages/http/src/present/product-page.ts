import type { Unit } from '@onbehalf/assist';
import type { Refusal } from '@onbehalf/core';
import { priceBook, priceChoices, productChoices, soldOn, type KeptProduct, type ProductKind } from '@onbehalf/shop';
import type { AdminProductProps, AdminProductRow } from '@onbehalf/web';
import { page, type Answer } from '../answer.ts';
import type { Arrived } from '../arrived.ts';
import type { Deps } from '../deps.ts';
import { inLocale } from '../frame.ts';
import { problemsOf } from '../problems.ts';
import type { Form } from '../use-cases/save-product.ts';
import { addressOf } from './admin-paging.ts';
import { NO_PICTURES, productPictures } from './admin-pictures.ts';
import { imageOf } from './names.ts';
import { adminPriceRow } from './admin-prices.ts';
import { typedAmount } from './price-form.ts';
import { NO_OPTIONS, optionsShown } from './product-options.ts';
import { websitesOf } from './websites.ts';

const MOST_PRICES = 200;
export const PRODUCT_SECTIONS = ['general', 'images', 'options', 'prices', 'stock', 'websites'] as const;
export type ProductSection = (typeof PRODUCT_SECTIONS)[number];

interface Context {
  deps: Deps;
  request: Arrived;
  unit: Unit;
}

export interface ProductShown {
  product: KeptProduct | null;
  kind: ProductKind;
  section: ProductSection;
  typed?: Form;
  refusals?: readonly Refusal[];
}

/** What is kept of versions is kept under their product, and nowhere else. */
const sectionsOf = (kind: ProductKind): ProductSection[] => PRODUCT_SECTIONS.filter((one) => one !== (kind === 'configurable' ? 'stock' : 'options'));

/** One product with its sections; null is a new one. */
export async function productPageOf(context: Context, { product, kind, section, typed, refusals = [] }: ProductShown): Promise<Answer> {
  const { deps, request, unit } = context;
  const { locale } = request;
  const choices = await productChoices(unit);
  const categories = (await priceChoices(unit)).categories;
  const { shown, form } = product !== null && section === 'options' ? await optionsShown(context, product) : { shown: NO_OPTIONS, form: {} };
  const own = product !== null && (section === 'images' || section === 'options') ? await productPictures(unit, product) : { shown: NO_PICTURES, form: {} };
  const props: AdminProductProps = {
    product: product === null ? null : productRow(request, product),
    kind,
    section,
    sections: product === null ? [] : sectionsOf(kind).map((one) => ({ label: deps.web.message(`products.section.${one}`, locale), href: hrefOf(product, one), current: one === section })),
    categories: categories.map(({ id, name }) => ({ value: id, label: inLocale(name, locale) })),
    taxClasses: choices.taxClasses.map((value) => ({ value, label: value })),
    images: choices.images,
    pictures: own.shown,
    prices: product === null || section !== 'prices' ? [] : await pricesOf(context, product),
    addPrice: product === null ? [] : (['base', 'special', 'group', 'customer', 'matrix', 'price-list'] as const).map((source) => ({ label: deps.web.message(`price.${source}`, locale), href: addressOf('/admin/prices/new', { source, product: product.sku }) })),
    websites: websitesOf(deps.stores).map(({ id, name, currency }) => ({ id, name, currency })),
    problems: problemsOf(deps, refusals, request),
    ...shown,
    typed: section === 'options' && typed !== undefined ? withTyped(form, typed) : section === 'images' ? { ...own.form, ...typed } : typed ?? (product === null ? { active: '1', weight: '0', image: choices.images[0] ?? '', taxClass: 'standard' } : { ...(await shownOf(context, product)), ...form }),
  };
  return page('admin/product', props, { status: refusals.length > 0 ? 422 : 200 });
}

/** Three forms stand in one section: those that weren't sent show what is on record. A box that isn't ticked isn't sent. */
function withTyped(onRecord: Form, typed: Form): Form {
  const isVersions = Object.keys(typed).some((name) => name.startsWith('v.'));
  const unticked = isVersions ? Object.fromEntries(Object.keys(onRecord).filter((name) => /^v\.\d+\.active$/.test(name)).map((name) => [name, ''])) : {};
  return { ...onRecord, ...unticked, ...typed };
}

const hrefOf = (product: KeptProduct, section: ProductSection): string => `/admin/products/${product.id}${section === 'general' ? '' : `?section=${section}`}`;

export function productRow({ locale }: Pick<Arrived, 'locale'>, product: KeptProduct): AdminProductRow {
  const { id, sku, slug, kind, active, stock, shownImage } = product;
  return { id, href: `/admin/products/${id}`, sku, name: inLocale(product.name, locale), category: inLocale(product.categoryName, locale), kind, active, stock, image: imageOf(shownImage), shopHref: `/p/${slug}` };
}

async function pricesOf({ deps, request, unit }: Context, product: KeptProduct): Promise<AdminProductProps['prices']> {
  const prices = await priceBook(unit, { source: null, websiteId: null, product: product.sku }, { after: null, limit: MOST_PRICES });
  return prices.map((price) => adminPriceRow(deps, request, price));
}

/** The product as its fields show it, all sections together. */
async function shownOf({ deps, request, unit }: Context, product: KeptProduct): Promise<Form> {
  const sales = await soldOn(unit, product.id);
  const amount = (minor: bigint | null | undefined, currency: string): string => (minor === null || minor === undefined ? '' : typedAmount(minor, currency, request.locale));
  const perWebsite = websitesOf(deps.stores).flatMap(({ id, currency }) => {
    const sale = sales.find((one) => one.websiteId === id);
    return [[`sold.${id}`, sale?.sold === true ? '1' : ''], [`cost.${id}`, amount(sale?.cost, currency)], [`base.${id}`, amount(sale?.baseMinor, currency)]] as const;
  });
  const texts = (['name', 'summary', 'description'] as const).flatMap((name) => (['en', 'de', 'es'] as const).map((language) => [`${name}.${language}`, product[name][language] ?? ''] as const));
  const stock = product.stock === null ? '' : String(product.stock);
  return {
    ...Object.fromEntries([...perWebsite, ...texts]),
    sku: product.sku, slug: product.slug, active: product.active ? '1' : '', category: product.categoryId, image: product.image, taxClass: product.taxClass, weight: String(product.weightGrams), stock, was: stock,
  };
}
