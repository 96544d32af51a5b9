export interface ShippingRate {
  /** '' is every country without rates of its own. */
  readonly country: string;
  /** Minor units or grams, as the method counts. */
  readonly from: bigint;
  readonly minor: bigint;
}

/** How a shipping method comes to its price (G3). */
export interface ShippingTerms {
  readonly isPickup: boolean;
  readonly basis: 'value' | 'weight';
  /** What goods must cost for it to be free; null: never by that. */
  readonly freeFrom: bigint | null;
  /** Of the basis; above it the method isn't offered. */
  readonly most: bigint | null;
  /** Where it goes; empty is everywhere. */
  readonly countries: readonly string[];
  readonly rates: readonly ShippingRate[];
}

export interface Parcel {
  readonly country: string;
  /** As the store shows prices, before the coupon. */
  readonly goodsMinor: bigint;
  readonly weightGrams: bigint;
}

/** Whether a method delivers to a country at all, whatever the parcel. */
export const deliversTo = ({ isPickup, countries }: Pick<ShippingTerms, 'isPickup' | 'countries'>, country: string): boolean =>
  !isPickup && (countries.length === 0 || countries.includes(country));

/**
 * What it costs to send a parcel that way, in minor units; null where it isn't offered. A country with rates of its own
 * goes by those alone; of its steps the highest one reached counts. The order of the rates never matters.
 */
export function shippingPrice({ isPickup, basis, freeFrom, most, countries, rates }: ShippingTerms, { country, goodsMinor, weightGrams }: Parcel): bigint | null {
  if (isPickup) return 0n;
  const measure = basis === 'value' ? goodsMinor : weightGrams;
  if (!deliversTo({ isPickup, countries }, country)) return null;
  if (most !== null && measure > most) return null;
  const own = rates.filter((rate) => rate.country === country);
  const [step] = (own.length > 0 ? own : rates.filter((rate) => rate.country === ''))
    .filter(({ from }) => from <= measure)
    .toSorted((a, b) => (a.from > b.from ? -1 : 1));
  if (step === undefined) return null;
  return freeFrom !== null && goodsMinor >= freeFrom ? 0n : step.minor;
}
