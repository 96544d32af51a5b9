import { customerCheck } from '../check.ts';

/** Known as the actor's own, or under the actor's own address: nobody gives themselves a price. */
export const customerNotSelf = customerCheck(
  'customer-is-self',
  'use-own-account',
  (customer, { actor }) => customer.id !== actor.ownCustomerId && folded(customer.email) !== folded(actor.email),
);

const folded = (email: string): string => email.trim().toLowerCase();
