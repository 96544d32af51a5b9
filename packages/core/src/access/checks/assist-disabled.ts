import { check } from '../check.ts';

export const assistEnabled = check('assist-disabled', 'ask-administrator', ({ feature }) => feature.enabled);
