import { commissionFor, commissionRateOf, type CommissionBasis, type SettingPlace, type SettingsReader } from '@onbehalf/core';
import type { OrderCommissionTerms } from '@onbehalf/shop';

/** Basis and rate in force for an actor (D3), to be frozen on the order. */
export function commissionTerms(settings: SettingsReader, place: SettingPlace, actorRate: number | null): OrderCommissionTerms {
  const basis: CommissionBasis = settings.get('commission/basis', place);
  const rate = commissionRateOf({ actor: actorRate === null ? null : BigInt(actorRate), default: settings.get('commission/default_rate', place) });
  return { basis, rateBasisPoints: Number(rate), compute: (lines) => commissionFor({ basis, lines }).minor };
}
