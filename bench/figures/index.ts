import type { Figure } from '../frame/figure.ts';
import type { Stage } from '../stage/open-stage.ts';
import { enterAndLeave } from './enter-and-leave.ts';
import { pageBytes, type BytesPage } from './page-bytes.ts';
import { pageInContext } from './page-in-context.ts';
import { formRoundTrips, orderRoundTrips, pageRoundTrips } from './round-trips.ts';
import { priceRace, priceRoundTrips } from './set-price.ts';
import { SCALED, scale, scalePrice } from './scale.ts';
import { sessionLookUp } from './session-look-up.ts';

export interface Named {
  readonly name: string;
  readonly open: (stage: Stage) => Promise<Figure>;
}

const PAGES = [{ name: 'product', url: '/p/bench-1' }, { name: 'category', url: '/c/tools' }, { name: 'account', url: '/account' }];

const BYTES: readonly BytesPage[] = [
  { name: 'product-page-cached', url: '/p/bench-1', isKept: true }, { name: 'product-page-uncached', url: '/p/bench-1', isKept: false },
  { name: 'search-cached', url: '/search?q=product', isKept: true }, { name: 'search-uncached', url: '/search?q=product', isKept: false },
];

/** In the order they run. */
export const figures: readonly Named[] = [
  { name: 'session-look-up-1', open: (stage) => sessionLookUp(stage, 1) },
  { name: 'session-look-up-16', open: (stage) => sessionLookUp(stage, 16) },
  { name: 'set-price-1', open: (stage) => priceRace(stage, 1) },
  { name: 'set-price-16', open: (stage) => priceRace(stage, 16) },
  ...PAGES.map((one) => ({ name: `page-in-context-${one.name}`, open: (stage: Stage) => pageInContext(stage, one) })),
  { name: 'enter-and-leave-1', open: (stage) => enterAndLeave(stage, 1) },
  { name: 'enter-and-leave-16', open: (stage) => enterAndLeave(stage, 16) },
  ...BYTES.map((one) => ({ name: one.name, open: (stage: Stage) => pageBytes(stage, one) })),
  { name: 'round-trips-set-price', open: priceRoundTrips },
  { name: 'round-trips-set-price-http', open: formRoundTrips },
  { name: 'round-trips-page', open: pageRoundTrips },
  { name: 'round-trips-order', open: orderRoundTrips },
  ...SCALED.map((name) => ({ name: `scale-${name}`, open: (stage: Stage) => scale(stage, name) })),
  { name: 'scale-set-price', open: scalePrice },
];
