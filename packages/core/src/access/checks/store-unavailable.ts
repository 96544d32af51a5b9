import { check } from '../check.ts';

export const storeAvailable = check('store-unavailable', 'choose-another-store', ({ store }) => store.active);
