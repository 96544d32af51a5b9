import type { Refusal } from '../refusals/refusal.ts';

/** Against a longest assist session that is shorter than the idle time: it could never be used up (B8). In seconds. */
export const sessionLimitRefusals = (limits: { readonly lifetime: number; readonly maxLifetime: number }): Refusal[] =>
  limits.maxLifetime < limits.lifetime ? [{ code: 'setting-invalid', field: 'assist/session/max_lifetime' }] : [];
