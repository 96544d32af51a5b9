import type { Unit } from '@onbehalf/assist';
import { percentText, toDecimal, type Locale, type PriceSource, type Refusal } from '@onbehalf/core';
import { priceChoices, type BookedPrice } from '@onbehalf/shop';
import { page, type Answer } from '../answer.ts';
import type { Arrived } from '../arrived.ts';
import type { Deps } from '../deps.ts';
import { inLocale } from '../frame.ts';
import { problemsOf } from '../problems.ts';
import type { TypedPrice } from '../use-cases/save-price.ts';
import { addressOf } from './admin-paging.ts';
import { adminPriceRow } from './admin-prices.ts';
import { daysOf } from './periods.ts';
import { websiteOf, websitesOf } from './websites.ts';

const KINDS: readonly PriceSource[] = ['customer', 'matrix', 'group', 'category', 'price-list', 'base', 'special'];

interface PriceFormState {
  price: BookedPrice | null;
  typed: TypedPrice;
  refusals: readonly Refusal[];
}

/** The form of one price, new or on record, with what was typed and why it was refused. */
export async function priceForm({ deps, request, unit }: { deps: Deps; request: Arrived; unit: Unit }, { price, typed, refusals }: PriceFormState): Promise<Answer> {
  const { locale } = request;
  const choices = await priceChoices(unit);
  const list = choices.lists.find((one) => one.id === typed.list);
  const website = websiteOf(deps.stores, price?.websiteId ?? list?.websiteId ?? typed.website);
  const named = (one: { id: string; name: Record<string, string> }) => ({ value: one.id, label: inLocale(one.name, locale) });
  return page('admin/price', {
    price: price === null ? null : adminPriceRow(deps, request, price),
    source: typed.source,
    label: deps.web.message(`price.${typed.source}`, locale),
    kinds: KINDS.map((source) => ({
      label: deps.web.message(`price.${source}`, locale), current: source === typed.source,
      href: addressOf('/admin/prices/new', { source, website: typed.website, product: typed.product, customer: typed.customer }),
    })),
    websites: websitesOf(deps.stores).map(({ id, name, currency }) => ({ value: String(id), label: `${name} (${currency})` })),
    groups: choices.groups.map(named),
    categories: choices.categories.map(named),
    lists: choices.lists.map(({ id, name, websiteId }) => ({ value: id, label: `${name} (${websiteOf(deps.stores, websiteId)?.name ?? ''})` })),
    currency: website?.currency ?? '',
    problems: problemsOf(deps, refusals, request),
    typed: { ...typed },
  }, { status: refusals.length > 0 ? 422 : 200, ...(price !== null && price.customer !== null ? { view: { type: 'customer', id: price.customer.id } } : {}) });
}

/** A price on record as its form shows it. */
export function typedOf(deps: Deps, { locale }: Arrived, price: BookedPrice): TypedPrice {
  const website = websiteOf(deps.stores, price.websiteId);
  const { from, to } = daysOf(price, website?.timeZone ?? 'UTC');
  return {
    source: price.source, website: String(price.websiteId), product: price.product?.sku ?? '', customer: price.customer?.id ?? '', group: price.group?.id ?? '',
    category: price.category?.id ?? '', list: price.list?.id ?? '',
    amount: price.minor === null ? '' : typedAmount(price.minor, website?.currency ?? 'USD', locale),
    percent: price.percentOffBasisPoints === null ? '' : separated(percentText(BigInt(price.percentOffBasisPoints)), locale),
    quantity: String(price.minQuantity), from, to,
  };
}

/** An amount as its field shows it: the locale's decimal separator, no grouping. */
export const typedAmount = (minor: bigint, currency: string, locale: Locale): string => separated(toDecimal(minor, currency), locale);

export const separated = (decimal: string, locale: Locale): string => (locale === 'en' ? decimal : decimal.replace('.', ','));
