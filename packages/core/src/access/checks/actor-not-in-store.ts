import { check } from '../check.ts';

export const actorInStore = check('actor-not-in-store', 'choose-another-store', ({ actor, store }) =>
  actor.storeIds.has(store.id),
);
