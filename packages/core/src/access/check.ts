import type { AssistRefusalCode } from '../refusals/codes.ts';
import type { AssistFacts, CustomerFacts } from './access-facts.ts';

/** What would help, for a page to offer the matching step beside the reason. */
export type RemedyCode =
  | 'ask-administrator'
  | 'ask-for-assignment'
  | 'ask-for-consent'
  | 'ask-customer-to-confirm'
  | 'choose-another-store'
  | 'choose-another-customer'
  | 'use-own-account';

/** One rule of B1 over plain facts. */
export interface Check {
  readonly code: AssistRefusalCode;
  readonly remedy: RemedyCode;
  /** True where the rule is about a customer, so that it says nothing when there is none. */
  readonly needsCustomer: boolean;
  passes(facts: AssistFacts): boolean;
}

/** A rule that can be judged without a customer. */
export const check = (code: AssistRefusalCode, remedy: RemedyCode, passes: (facts: AssistFacts) => boolean): Check => ({
  code,
  remedy,
  needsCustomer: false,
  passes,
});

/** A rule about the customer; without one it doesn't pass. */
export const customerCheck = (
  code: AssistRefusalCode,
  remedy: RemedyCode,
  passes: (customer: CustomerFacts, facts: AssistFacts) => boolean,
): Check => ({
  code,
  remedy,
  needsCustomer: true,
  passes: (facts) => facts.customer !== null && passes(facts.customer, facts),
});
