import type { CommissionState } from '../props/shared.ts';
import { useT } from '../shell/request-context.tsx';
import { Badge, type BadgeTone } from './badge.tsx';

const tones: Record<CommissionState, BadgeTone> = { none: 'neutral', pending: 'warn', part: 'accent', earned: 'good', reversed: 'neutral' };

/** Where a commission stands, in one word (D4). */
export function CommissionStateBadge({ state }: { state: CommissionState }) {
  const t = useT();
  return state === 'none' ? null : <Badge tone={tones[state]}>{t(`sales.commission.${state}`)}</Badge>;
}
