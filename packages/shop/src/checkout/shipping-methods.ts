import { shippingPrice, type LocalText, type Parcel, type ShippingTerms } from '@onbehalf/core';
import type { CartLine } from '@onbehalf/assist/ports';

/** A shipping method of the website, with what it is taxed at where the goods go. */
export interface ShippingMethod extends ShippingTerms {
  code: string;
  name: LocalText;
  note: LocalText;
  taxBasisPoints: number;
  /** At home, of a company's cart that goes elsewhere; null where nobody needs to know. */
  homeTaxBasisPoints?: number | null;
}

/** A way to get the goods, with its price as the store shows prices. */
export interface ShippingOffer {
  code: string;
  name: LocalText;
  note: LocalText;
  minor: bigint;
  taxBasisPoints: number;
  isPickup: boolean;
}

/** For carts of services and downloads only; never to be chosen where something has to be sent. */
export const NO_DELIVERY = 'none';

/** What an order of services and downloads says. */
export const noDelivery: ShippingOffer = {
  code: NO_DELIVERY,
  name: { en: 'No delivery needed', de: 'Keine Lieferung nötig', es: 'Sin entrega' },
  note: { en: '', de: '', es: '' },
  minor: 0n,
  taxBasisPoints: 0,
  isPickup: false,
};

/** Whether anything in the cart has to be sent. */
export const needsShipping = (lines: readonly Pick<CartLine, 'kind'>[]): boolean =>
  lines.some(({ kind }) => kind === 'simple' || kind === 'configurable');

/** The ways to send that parcel, in the order of the methods. */
export const shippingOffers = (methods: readonly ShippingMethod[], parcel: Parcel): ShippingOffer[] =>
  methods.flatMap((method): ShippingOffer[] => {
    const minor = shippingPrice(method, parcel);
    const { code, name, note, taxBasisPoints, isPickup } = method;
    return minor === null ? [] : [{ code, name, note, minor, taxBasisPoints, isPickup }];
  });

interface ShippingJson extends Omit<ShippingMethod, 'freeFrom' | 'most' | 'rates'> {
  freeFrom: string | null;
  most: string | null;
  rates: { country: string; from: string; minor: string }[];
}

export type ShippingRow = readonly ShippingJson[];

/** SQL of a {@link ShippingRow} of the website $4; `tax` and `homeTax` give the SQL of a class's rate. */
export const shippingSql = (tax: (taxClass: string) => string, homeTax: (taxClass: string) => string): string => `(
  select coalesce(jsonb_agg(jsonb_build_object('code', m.code, 'name', m.name, 'note', m.note, 'isPickup', m.is_pickup, 'basis', m.basis,
           'freeFrom', m.free_from::text, 'most', m.most::text, 'countries', m.countries, 'taxBasisPoints', ${tax('m.tax_class')}, 'homeTaxBasisPoints', ${homeTax('m.tax_class')}, 'rates', (
             select coalesce(jsonb_agg(jsonb_build_object('country', r.country, 'from', r.from_step::text, 'minor', r.amount::text)), '[]'::jsonb)
               from shipping_rate r where r.method_id = m.id)) order by m.position, m.id), '[]'::jsonb)
    from shipping_method m where m.website_id = $4::smallint and m.active)`;

export const toShippingMethods = (row: ShippingRow): ShippingMethod[] =>
  row.map(({ freeFrom, most, rates, ...method }) => ({
    ...method,
    freeFrom: freeFrom === null ? null : BigInt(freeFrom),
    most: most === null ? null : BigInt(most),
    rates: rates.map(({ country, from, minor }) => ({ country, from: BigInt(from), minor: BigInt(minor) })),
  }));
