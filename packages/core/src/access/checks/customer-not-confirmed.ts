import { customerCheck } from '../check.ts';

export const customerConfirmed = customerCheck(
  'customer-not-confirmed',
  'ask-customer-to-confirm',
  ({ confirmed }) => confirmed,
);
