import type { Refusal } from '../refusals/refusal.ts';

/** What an administrator's answer for a customer is judged by (B10). */
export interface ConsentSettingFacts {
  /** Holds "Remote shopping assistance opt-in". */
  readonly mayOptIn: boolean;
  /** Is in some customer's account at this moment: nobody sets consent from there. */
  readonly isInside: boolean;
}

/** Every reason why this administrator can't answer for a customer; empty: may. */
export const consentSettingRefusals = ({ mayOptIn, isInside }: ConsentSettingFacts): Refusal[] => [
  ...(mayOptIn ? [] : [{ code: 'consent-right-missing', field: 'consent' } as const]),
  ...(isInside ? [{ code: 'consent-closed-in-session', field: 'consent' } as const] : []),
];
