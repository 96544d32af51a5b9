import { check } from '../check.ts';
import { RESOURCE } from '../resources.ts';

export const actorPermitted = check('actor-not-permitted', 'ask-administrator', ({ actor }) =>
  actor.resources.has(RESOURCE.loginAsCustomer),
);
