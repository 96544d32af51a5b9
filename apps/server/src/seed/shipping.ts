import type { LocalText } from '@onbehalf/core';
import { addShippingMethod } from '@onbehalf/shop';
import type { Unit } from '@onbehalf/assist';

interface Way {
  code: string;
  name: LocalText;
  note: LocalText;
}

const WAYS: readonly Way[] = [
  { code: 'standard', name: { en: 'Standard delivery', de: 'Standardlieferung', es: 'Entrega estándar' }, note: { en: '2–4 working days', de: '2–4 Werktage', es: '2–4 días laborables' } },
  { code: 'express', name: { en: 'Express delivery', de: 'Expresslieferung', es: 'Entrega urgente' }, note: { en: 'Next working day', de: 'Nächster Werktag', es: 'Siguiente día laborable' } },
  { code: 'pickup', name: { en: 'Pick up at the counter', de: 'Abholung am Schalter', es: 'Recogida en mostrador' }, note: { en: 'Ready within two hours', de: 'Nach zwei Stunden bereit', es: 'Listo en dos horas' } },
];

const DELIVERED_TO = ['US', 'DE', 'AT', 'ES', 'CH', 'FR', 'IT', 'NL', 'PT'];

/** Minor units of the website's currency. */
export interface ShippingPrices {
  standard: bigint;
  freeFrom: bigint;
  express: bigint;
}

/** Three ways to get the goods: standard, free from a sum on; express; the counter. */
export async function seedShipping(unit: Unit, websiteId: number, { standard, freeFrom, express }: ShippingPrices): Promise<void> {
  const minor: Readonly<Record<string, bigint>> = { standard, express };
  for (const [index, { code, name, note }] of WAYS.entries()) {
    await addShippingMethod(unit, {
      websiteId, code, name, note, position: index + 1, active: true, taxClass: 'standard', basis: 'value', most: null, countries: code === 'pickup' ? [] : DELIVERED_TO,
      isPickup: code === 'pickup', freeFrom: code === 'standard' ? freeFrom : null, rates: code === 'pickup' ? [] : [{ country: '', from: 0n, minor: minor[code] ?? 0n }],
    });
  }
}
