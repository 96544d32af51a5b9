import { optionsText, type ProductCard as Card } from '@onbehalf/shop';
import type { ProductCard } from '@onbehalf/web';
import type { InStore } from './names.ts';
import { imageOf, money } from './names.ts';

export function productCard(card: Card, arrived: InStore): ProductCard {
  const { currency, base } = arrived.store;
  const [tier] = card.tiers;
  return {
    sku: card.sku,
    name: card.name,
    summary: card.summary,
    href: `${base}/p/${card.slug}`,
    image: imageOf(card.image),
    price: money(card.priceMinor, currency),
    listPrice: card.listPriceMinor === null ? null : money(card.listPriceMinor, currency),
    tier: tier === undefined ? null : { from: tier.from, price: money(tier.minor, currency) },
    stock: card.stock,
    canAdd: card.variants === null && whyNotAdd(card.stock, arrived) === null,
    options: optionsText(card.options),
    isFrom: card.isFrom,
    toChoose: card.variants !== null,
  };
}

export function whyNotAdd(stock: Card['stock'], { caller }: InStore): 'view-mode' | 'out-of-stock' | null {
  if (caller.kind === 'context' && caller.session.mode === 'view') return 'view-mode';
  return stock === 'out' ? 'out-of-stock' : null;
}
