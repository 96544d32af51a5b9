import { customerCheck } from '../check.ts';

/** Accounts and consent are per website (G2, B10): neither counts in another. */
export const customerInWebsite = customerCheck(
  'customer-in-other-website',
  'choose-another-store',
  (customer, { store }) => customer.websiteId === store.websiteId,
);
