import { customerCheck } from '../check.ts';

export const customerActive = customerCheck(
  'customer-inactive',
  'ask-administrator',
  ({ status }) => status !== 'inactive',
);
