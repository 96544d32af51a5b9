import { concessionReasons, err, ok, type ConcessionActor, type ConcessionSettings, type Refusal, type Result } from '@onbehalf/core';
import type { Arrived } from '../arrived.ts';
import { placeOf } from '../present/names.ts';

/** Who gives something away, and how much they may. */
export interface Giver extends ConcessionActor {
  id: string;
  assistSessionId: string;
}

/** Who gives, or why this caller gives nothing away. */
export function giverOf({ caller, settings, store }: Arrived): Result<Giver, Refusal[]> {
  if (caller.kind !== 'context') return err([{ code: 'not-in-context' }]);
  const { canEditItemPrice, maxDiscountBasisPoints, id } = caller.actor;
  const actor = { canEditItemPrice, maxDiscountBasisPoints: maxDiscountBasisPoints === null ? null : BigInt(maxDiscountBasisPoints), id, assistSessionId: caller.session.id };
  const reasons = concessionReasons(actor, settingsAt({ settings, store }));
  return reasons.length === 0 ? ok(actor) : err(reasons);
}

export function settingsAt({ settings, store }: Pick<Arrived, 'settings' | 'store'>): ConcessionSettings {
  const place = placeOf({ store });
  return { enabled: settings.get('assist/price_edit/enabled', place), reasons: settings.get('assist/price_edit/reasons', place) };
}
