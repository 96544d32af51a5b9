import { customerCheck } from '../check.ts';

export const customerAssigned = customerCheck(
  'customer-not-assigned',
  'ask-for-assignment',
  (_, { actor, assignment }) => actor.accessAllCustomers || assignment.primary || assignment.further || assignment.group,
);
