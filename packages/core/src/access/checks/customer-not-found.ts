import { check } from '../check.ts';

export const customerFound = check('customer-not-found', 'choose-another-customer', ({ customer }) => customer !== null);
