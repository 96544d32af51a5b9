import type { Shop } from '@onbehalf/assist/ports';
import { changePrice } from './cart/change-line.ts';
import { openCart } from './cart/open-cart.ts';
import { loadStores } from './stores/load-stores.ts';

/** This shop as assisted selling sees it: what an adapter for another engine stands in for (H3). @public */
export const shopPort = (): Shop => ({ stores: loadStores, openCart: (unit, owner) => openCart(unit, owner), changePrice });
