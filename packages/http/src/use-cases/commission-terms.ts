import { commissionFor, commissionRateOf, type CommissionBasis, type SettingPlace, type SettingsReader } from '@onbehalf/core';
import type { OrderCommissionTerms, PricedCart } from '@onbehalf/shop';
import type { Arrived } from '../arrived.ts';
import { placeOf } from '../present/names.ts';

/** Basis and rate in force for an actor (D3), to be frozen on the order. */
export function commissionTerms(settings: SettingsReader, place: SettingPlace, actorRate: number | null): OrderCommissionTerms {
  const basis: CommissionBasis = settings.get('commission/basis', place);
  const rate = commissionRateOf({ actor: actorRate === null ? null : BigInt(actorRate), default: settings.get('commission/default_rate', place) });
  return { basis, rateBasisPoints: Number(rate), compute: (lines) => commissionFor({ basis, lines }).minor };
}

/** The actor's own commission on the cart as it stands, minor units; nobody else is shown one. */
export function cartCommission(arrived: Arrived, priced: PricedCart): bigint | null {
  const { caller } = arrived;
  if (caller.kind !== 'context') return null;
  const { rateBasisPoints, compute } = commissionTerms(arrived.settings, placeOf(arrived), caller.actor.commissionBasisPoints);
  return compute(
    priced.lines.map(({ line, unitMinor, catalogueMinor, totals, free }) => ({
      rateBasisPoints: BigInt(line.commissionBasisPoints ?? rateBasisPoints), netMinor: totals.net, grossMinor: totals.gross, catalogueUnitMinor: free === null ? catalogueMinor : unitMinor, unitMinor, quantity: line.quantity,
    })),
  );
}
