/** What a context may do (B17): look, also shop, also change profile and addresses. From least to most. */
export const ASSIST_MODES = ['view', 'shop', 'full'] as const;

export type AssistMode = (typeof ASSIST_MODES)[number];

/** The mode in force: the smaller of the role's and the consent's. No scope on record narrows nothing. */
export const grantedMode = (roleMode: AssistMode, consentScope: AssistMode | null): AssistMode =>
  consentScope === null || includesMode(consentScope, roleMode) ? roleMode : consentScope;

/** Whether a mode in force is enough for what another asks. */
export const includesMode = (inForce: AssistMode, asked: AssistMode): boolean =>
  ASSIST_MODES.indexOf(inForce) >= ASSIST_MODES.indexOf(asked);
