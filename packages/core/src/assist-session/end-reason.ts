import type { AssistFacts, ConsentState } from '../access/access-facts.ts';
import type { AssistRefusalCode } from '../refusals/codes.ts';

/** Why a customer context is over (B9). On record whichever it was. */
export const END_REASONS = [
  'exit',
  'switch',
  'idle',
  'hard-limit',
  'staff-logout',
  'actor-deactivated',
  'permission-lost',
  'assignment-lost',
  'customer-blocked',
  'consent-withdrawn',
  'feature-off',
  'ended-by-administrator',
  'store-unavailable',
  'stopped-by-customer',
  'customer-inactive',
  'customer-suspended',
  'consent-expired',
  'consent-missing',
  'store-lost',
  'password-changed',
  'second-factor-changed',
  'second-factor-required',
  'ended-elsewhere',
  'new-login',
  'address-changed',
] as const;

export type EndReason = (typeof END_REASONS)[number];

/** What a check that no longer passes ends a running context with. */
export const END_REASON_OF: Readonly<Record<AssistRefusalCode, EndReason>> = {
  'assist-disabled': 'feature-off',
  'actor-inactive': 'actor-deactivated',
  'actor-not-permitted': 'permission-lost',
  'store-unavailable': 'store-unavailable',
  'actor-not-in-store': 'store-lost',
  'customer-not-found': 'customer-blocked',
  'customer-in-other-website': 'store-unavailable',
  'customer-not-assigned': 'assignment-lost',
  'customer-inactive': 'customer-inactive',
  'customer-not-confirmed': 'customer-blocked',
  'customer-blocked': 'customer-blocked',
  'customer-suspended': 'customer-suspended',
  'customer-is-staff': 'permission-lost',
  'customer-is-self': 'permission-lost',
  'consent-missing': 'consent-missing',
};

// Said no, let a yes run out, or never asked where the shop asks from now on: three different things to read (B10).
const END_REASON_OF_CONSENT: Readonly<Record<ConsentState, EndReason>> = {
  given: 'consent-missing',
  none: 'consent-missing',
  refused: 'consent-withdrawn',
  withdrawn: 'consent-withdrawn',
  expired: 'consent-expired',
};

/** Why a running context is over by a check that no longer passes. */
export const endReasonFor = (code: AssistRefusalCode, { consent }: Pick<AssistFacts, 'consent'>): EndReason =>
  code === 'consent-missing' ? END_REASON_OF_CONSENT[consent.state] : END_REASON_OF[code];
