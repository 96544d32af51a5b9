/** Where tests stand. */
export const ASSIST = 'packages/assist/src';
export const CORE = 'packages/core/src';
export const SHOP = 'packages/shop/src';
export const DATABASE = 'packages/database/src';
export const HTTP = 'packages/http/src';
export const JOURNEYS = 'apps/server/src/journeys';
export const CLAIMS = 'apps/server/src/docs/claims.int.spec.ts';
