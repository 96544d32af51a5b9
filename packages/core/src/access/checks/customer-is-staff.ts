import { customerCheck } from '../check.ts';

export const customerNotStaff = customerCheck(
  'customer-is-staff',
  'choose-another-customer',
  ({ isStaff }) => !isStaff,
);
