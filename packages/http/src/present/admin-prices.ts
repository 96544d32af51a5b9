import type { Locale, PriceAnswer, PriceRow } from '@onbehalf/core';
import { percentText } from '@onbehalf/core';
import type { BookedPrice } from '@onbehalf/shop';
import type { AdminPriceRow, WhyPriceRow } from '@onbehalf/web';
import type { Arrived } from '../arrived.ts';
import type { Deps } from '../deps.ts';
import { inLocale } from '../frame.ts';
import { money } from './names.ts';
import { websiteOf } from './websites.ts';

/** One price of the book as its page shows it. */
export function adminPriceRow(deps: Deps, { locale, now }: Arrived, price: BookedPrice): AdminPriceRow {
  const website = websiteOf(deps.stores, price.websiteId);
  const currency = website?.currency ?? 'USD';
  const { validFrom, validTo } = price;
  return {
    id: price.id,
    href: `/admin/prices/${price.id}`,
    source: price.source,
    label: sourceLabel(deps, locale, { source: price.source, minQuantity: price.minQuantity, label: price.list?.name }),
    product: price.product === null ? null : { sku: price.product.sku, name: inLocale(price.product.name, locale) },
    category: price.category === null ? null : inLocale(price.category.name, locale),
    group: price.group === null ? null : inLocale(price.group.name, locale),
    list: price.list,
    customer: price.customer,
    website: website?.name ?? '',
    fromQuantity: price.minQuantity,
    amount: price.minor === null ? null : money(price.minor, currency),
    percentOff: price.percentOffBasisPoints === null ? null : percentIn(BigInt(price.percentOffBasisPoints), locale),
    firstDay: validFrom,
    lastDay: validTo === null ? null : new Date(validTo.getTime() - 1),
    timeZone: website?.timeZone ?? 'UTC',
    state: validFrom !== null && now < validFrom ? 'not-yet' : validTo !== null && now >= validTo ? 'over' : 'current',
  };
}

/** The name the price goes by in the cart's dropdown (C4): a tier is a "Volume Price", a list's price has the list's name. */
function sourceLabel({ web }: Deps, locale: Locale, { source, minQuantity, label }: { source: PriceRow['source']; minQuantity: number; label: string | undefined }): string {
  const own = source === 'price-list' && label !== undefined ? label : web.message(`price.${source}`, locale);
  return minQuantity > 1 ? `${web.message('price.volume', locale)} (${own})` : own;
}

/** Percent as the reader's language writes it. */
export function percentIn(basisPoints: bigint, locale: Locale): string {
  const text = percentText(basisPoints);
  return locale === 'en' ? text : text.replace('.', ',');
}

/** Every price considered, most specific first, and what became of it (C9). */
export function whyRows(deps: Deps, locale: Locale, { considered }: Pick<PriceAnswer, 'considered'>, currency: string): WhyPriceRow[] {
  return considered.map((row) => ({
    key: row.id,
    label: sourceLabel(deps, locale, { source: row.source, minQuantity: row.minQuantity, label: row.label }),
    fromQuantity: row.minQuantity,
    amount: money(row.minor, currency),
    percentOff: row.percentOff === undefined ? null : percentIn(row.percentOff, locale),
    outcome: row.outcome,
  }));
}
