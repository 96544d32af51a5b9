import { check } from '../check.ts';

export const actorActive = check('actor-inactive', 'ask-administrator', ({ actor }) => actor.active);
