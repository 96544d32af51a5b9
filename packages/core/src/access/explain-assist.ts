import type { Refusal } from '../refusals/refusal.ts';
import type { AssistFacts } from './access-facts.ts';
import type { Check, RemedyCode } from './check.ts';
import { actorActive } from './checks/actor-inactive.ts';
import { actorInStore } from './checks/actor-not-in-store.ts';
import { actorPermitted } from './checks/actor-not-permitted.ts';
import { assistEnabled } from './checks/assist-disabled.ts';
import { consentGiven } from './checks/consent-missing.ts';
import { customerNotBlocked } from './checks/customer-blocked.ts';
import { customerActive } from './checks/customer-inactive.ts';
import { customerInWebsite } from './checks/customer-in-other-website.ts';
import { customerNotSelf } from './checks/customer-is-self.ts';
import { customerNotStaff } from './checks/customer-is-staff.ts';
import { customerAssigned } from './checks/customer-not-assigned.ts';
import { customerConfirmed } from './checks/customer-not-confirmed.ts';
import { customerFound } from './checks/customer-not-found.ts';
import { customerNotSuspended } from './checks/customer-suspended.ts';
import { storeAvailable } from './checks/store-unavailable.ts';

export type { Check, RemedyCode } from './check.ts';

/** The policy is this list (B1). It answers the API, disables the button with its reasons, and guards each request. */
export const ASSIST_CHECKS: readonly Check[] = [
  assistEnabled,
  actorActive,
  actorPermitted,
  storeAvailable,
  actorInStore,
  customerFound,
  customerInWebsite,
  customerAssigned,
  customerActive,
  customerConfirmed,
  customerNotBlocked,
  customerNotSuspended,
  customerNotStaff,
  customerNotSelf,
  consentGiven,
];

/** How one check came out; skipped where there is no customer to judge. */
export interface CheckResult {
  readonly code: Check['code'];
  readonly outcome: 'passed' | 'failed' | 'skipped';
  readonly remedy: RemedyCode;
}

/** All checks with pass or fail and what to do, never only the first that failed. */
export const explainAssist = (facts: AssistFacts): CheckResult[] =>
  ASSIST_CHECKS.map((check) => ({ code: check.code, outcome: outcomeOf(check, facts), remedy: check.remedy }));

/** The failing checks as refusals, in the list's order; empty: the actor may enter, or stay. */
export const assistRefusals = (facts: AssistFacts): Refusal[] =>
  explainAssist(facts).flatMap(({ code, outcome }) => (outcome === 'failed' ? [{ code }] : []));

function outcomeOf(check: Check, facts: AssistFacts): CheckResult['outcome'] {
  if (check.needsCustomer && facts.customer === null) return 'skipped';
  return check.passes(facts) ? 'passed' : 'failed';
}
