import type { AssistRefusalCode } from '../refusals/codes.ts';
import type { Refusal } from '../refusals/refusal.ts';
import type { CheckResult } from './explain-assist.ts';

/** Where one of these fails, the actor doesn't see the customer in any list, and learns no more here (A7). */
const HIDING: ReadonlySet<string> = new Set<AssistRefusalCode>(['customer-not-found', 'customer-not-assigned', 'customer-in-other-website', 'actor-not-in-store']);
const ABOUT_ACTOR: ReadonlySet<string> = new Set<AssistRefusalCode>(['assist-disabled', 'actor-inactive', 'actor-not-permitted', 'store-unavailable']);

const isAboutCustomer = (code: string): boolean => !HIDING.has(code) && !ABOUT_ACTOR.has(code);

export const hidingRefusals = (refusals: readonly Refusal[]): Refusal[] => refusals.filter(({ code }) => HIDING.has(code));

export const hidesCustomer = (refusals: readonly Refusal[]): boolean => hidingRefusals(refusals).length > 0;

/** The list as an actor may read it: of a customer whom he doesn't see, why not and what to do, and nothing of the account. */
export const toldChecks = (checks: readonly CheckResult[]): CheckResult[] => {
  const isHidden = checks.some(({ code, outcome }) => outcome === 'failed' && HIDING.has(code));
  return isHidden ? checks.map((one) => (isAboutCustomer(one.code) ? { ...one, outcome: 'skipped' } : one)) : [...checks];
};

/** As toldChecks, for the reasons of a refused start. */
export const toldRefusals = (refusals: readonly Refusal[]): Refusal[] =>
  hidesCustomer(refusals) ? refusals.filter(({ code }) => !isAboutCustomer(code)) : [...refusals];
