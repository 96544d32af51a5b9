/** The second step of a login (A2). */
export const SECOND_FACTOR_CODES = [
  'second-factor-required',
  'second-factor-not-set-up',
  'second-factor-wrong',
  'second-factor-used',
  'recovery-code-used',
  'sign-in-over',
  'second-factor-set-up-over',
  'second-factor-own-first',
  'second-factor-asked-by-role',
  'second-factor-not-own',
  'second-factor-none',
] as const;
