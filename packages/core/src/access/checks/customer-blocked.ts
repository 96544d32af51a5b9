import { customerCheck } from '../check.ts';

export const customerNotBlocked = customerCheck(
  'customer-blocked',
  'ask-administrator',
  ({ status }) => status !== 'blocked',
);
