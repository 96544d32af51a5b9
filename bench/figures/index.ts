import type { Figure } from '../frame/figure.ts';
import type { Stage } from '../stage/open-stage.ts';
import { enterAndLeave } from './enter-and-leave.ts';
import { pageInContext } from './page-in-context.ts';
import { formRoundTrips, orderRoundTrips, pageRoundTrips } from './round-trips.ts';
import { priceRace, priceRoundTrips } from './set-price.ts';
import { sessionLookUp } from './session-look-up.ts';

export interface Named {
  readonly name: string;
  readonly open: (stage: Stage) => Promise<Figure>;
}

const PAGES = [{ name: 'product', url: '/p/bench-1' }, { name: 'category', url: '/c/tools' }, { name: 'account', url: '/account' }];

/** In the order they run. */
export const figures: readonly Named[] = [
  { name: 'session-look-up-1', open: (stage) => sessionLookUp(stage, 1) },
  { name: 'session-look-up-16', open: (stage) => sessionLookUp(stage, 16) },
  { name: 'set-price-1', open: (stage) => priceRace(stage, 1) },
  { name: 'set-price-16', open: (stage) => priceRace(stage, 16) },
  ...PAGES.map((one) => ({ name: `page-in-context-${one.name}`, open: (stage: Stage) => pageInContext(stage, one) })),
  { name: 'enter-and-leave-1', open: (stage) => enterAndLeave(stage, 1) },
  { name: 'enter-and-leave-16', open: (stage) => enterAndLeave(stage, 16) },
  { name: 'round-trips-set-price', open: priceRoundTrips },
  { name: 'round-trips-set-price-http', open: formRoundTrips },
  { name: 'round-trips-page', open: pageRoundTrips },
  { name: 'round-trips-order', open: orderRoundTrips },
];
