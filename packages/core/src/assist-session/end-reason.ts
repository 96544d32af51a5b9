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
] as const;

export type EndReason = (typeof END_REASONS)[number];

/** What a check that no longer passes ends a running context with. */
export const END_REASON_OF: Readonly<Record<AssistRefusalCode, EndReason>> = {
  'assist-disabled': 'feature-off',
  'actor-inactive': 'actor-deactivated',
  'actor-not-permitted': 'permission-lost',
  'store-unavailable': 'store-unavailable',
  'actor-not-in-store': 'permission-lost',
  'customer-not-found': 'customer-blocked',
  'customer-in-other-website': 'store-unavailable',
  'customer-not-assigned': 'assignment-lost',
  'customer-inactive': 'customer-blocked',
  'customer-not-confirmed': 'customer-blocked',
  'customer-blocked': 'customer-blocked',
  'customer-suspended': 'customer-blocked',
  'customer-is-staff': 'permission-lost',
  'customer-is-self': 'permission-lost',
  'consent-missing': 'consent-withdrawn',
};
