import { customerCheck } from '../check.ts';

export const customerNotSuspended = customerCheck(
  'customer-suspended',
  'ask-administrator',
  ({ status }) => status !== 'suspended',
);
