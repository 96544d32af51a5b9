import { customerCheck } from '../check.ts';

/** Accounts are per website unless the shop shares them (G2). */
export const customerInWebsite = customerCheck(
  'customer-in-other-website',
  'choose-another-store',
  (customer, { store, sharing }) => sharing === 'global' || customer.websiteId === store.websiteId,
);
