import type { Unit } from '@onbehalf/assist';
import { optionsText, usualProducts } from '@onbehalf/shop';
import type { UsualProduct } from '@onbehalf/web';
import type { Arrived } from '../arrived.ts';
import { imageOf, inStore, money, ownerOf, priceTerms } from './names.ts';

const MOST = 8;

/** What the customer usually buys, with the pieces of last time and what they cost now (D7). */
export async function usualFor(unit: Unit, arrived: Arrived): Promise<UsualProduct[]> {
  const { base, currency } = inStore(arrived).store;
  const usual = await usualProducts(unit, ownerOf(arrived), { ...priceTerms(arrived), limit: MOST });
  return usual.map(({ sku, slug, name, options, image, orders, lastQuantity, unitMinor }) => ({
    sku, name, options: optionsText(options), image: imageOf(image), href: `${base}/p/${slug}`, orders, quantity: lastQuantity, price: money(unitMinor, currency),
  }));
}
