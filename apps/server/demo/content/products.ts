import { electrical } from './products/electrical.ts';
import { fasteners } from './products/fasteners.ts';
import { handTools } from './products/hand-tools.ts';
import { lighting } from './products/lighting.ts';
import { powerTools } from './products/power-tools.ts';
import type { Product } from './products/product.ts';
import { safetyWorkwear } from './products/safety-workwear.ts';
import { siteStorage } from './products/site-storage.ts';
import { softwareServices } from './products/software-services.ts';

export type { Fact, PriceTier, Product, ProductKind } from './products/product.ts';

/** The whole assortment, SKU-1001 to SKU-1060, in SKU order. */
export const products: readonly Product[] = [
  ...powerTools,
  ...handTools,
  ...fasteners,
  ...safetyWorkwear,
  ...electrical,
  ...lighting,
  ...siteStorage,
  ...softwareServices,
];
