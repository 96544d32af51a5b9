import type { ConsentPolicy, ConsentState } from '../access-facts.ts';
import { customerCheck } from '../check.ts';

// Whoever set an end to their consent has spoken, so where silence counts as yes an expired one doesn't;
// where nobody is asked, only an explicit no binds (B10).
const ENOUGH: Readonly<Record<ConsentPolicy, readonly ConsentState[]>> = {
  'opt-in': ['given'],
  'per-request': ['given'],
  'opt-out': ['given', 'none'],
  'not-asked': ['given', 'none', 'expired'],
};

export const consentGiven = customerCheck('consent-missing', 'ask-for-consent', (_, { consent }) =>
  ENOUGH[consent.policy].includes(consent.state),
);
