import type { Unit } from '@onbehalf/assist';
import { keptOptions, keptVariants, type KeptProduct } from '@onbehalf/shop';
import type { AdminProductProps } from '@onbehalf/web';
import type { Arrived } from '../arrived.ts';
import type { Deps } from '../deps.ts';
import { inLocale } from '../frame.ts';
import type { Form } from '../use-cases/save-product.ts';
import { openCombinations } from '../use-cases/save-variants.ts';
import { imageOf } from './names.ts';
import { typedAmount } from './price-form.ts';
import { websitesOf } from './websites.ts';

const LANGUAGES = ['en', 'de', 'es'] as const;

export type OptionsShown = Pick<AdminProductProps, 'options' | 'variants' | 'combinations'>;

export const NO_OPTIONS: OptionsShown = { options: [], variants: [], combinations: [] };

const texts = (field: string, text: Readonly<Record<string, string>>) => LANGUAGES.map((language) => [`${field}.${language}`, text[language] ?? ''] as const);

/** The section "Options and versions": what it lists, and its fields as they are on record. */
export async function optionsShown({ deps, request, unit }: { deps: Deps; request: Arrived; unit: Unit }, product: KeptProduct): Promise<{ shown: OptionsShown; form: Form }> {
  const { locale } = request;
  const [options, variants] = [await keptOptions(unit, product.id), await keptVariants(unit, product.id)];
  const labels = new Map(options.flatMap(({ values }) => values.map(({ id, label }) => [id, inLocale(label, locale)] as const)));
  const form = [
    ...options.flatMap(({ id, name, values }) => [...texts(`option.${id}`, name), ...values.flatMap((value) => texts(`value.${value.id}`, value.label))]),
    ...variants.flatMap(({ id, sku, active, image, stock, prices }) => [
      [`v.${id}.sku`, sku], [`v.${id}.active`, active ? '1' : ''], [`v.${id}.image`, image], [`v.${id}.stock`, stock === null ? '' : String(stock)], [`v.${id}.was`, stock === null ? '' : String(stock)],
      ...websitesOf(deps.stores).map(({ id: websiteId, currency }) => {
        const minor = prices.find((price) => price.websiteId === websiteId)?.minor;
        return [`v.${id}.base.${websiteId}`, minor === undefined ? '' : typedAmount(minor, currency, locale)] as const;
      }),
    ] as const),
  ];
  const inOrder = (valueIds: readonly string[]): string => options.flatMap(({ values }) => values.filter(({ id }) => valueIds.includes(id))).map(({ id }) => labels.get(id) ?? '').join(', ');
  return {
    shown: {
      options: options.map(({ id, name, values }) => ({ id, name: inLocale(name, locale), values: values.map((value) => ({ id: value.id, label: inLocale(value.label, locale), isUsed: value.isUsed })) })),
      variants: variants.map(({ id, sku, image, valueIds }) => ({ id, sku, label: inOrder(valueIds), image: imageOf(image), pricesHref: `/admin/prices?product=${encodeURIComponent(sku)}` })),
      combinations: openCombinations(options, variants).map(({ key }) => ({ key, label: inOrder(key.split('-')) })),
    },
    form: Object.fromEntries(form),
  };
}
