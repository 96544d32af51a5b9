import type { SalePeople } from './sale-people.ts';

export interface Sale extends SalePeople {
  who: 'customer' | 'clerk';
  width: 1280 | 360;
  script: boolean;
}

/** Who does it, where: a customer alone and a clerk for a customer, on a desk and on a phone, with script and without. */
export const SALES: readonly Sale[] = [
  { key: 'a', who: 'customer', width: 1280, script: true, store: 'main', language: 'en', firstName: 'Ada', lastName: 'Sale' },
  { key: 'b', who: 'customer', width: 1280, script: false, store: 'de', language: 'en', firstName: 'Wilhelmine', lastName: 'von Hohenlohe-Langenburg-Schillingsfürst' },
  { key: 'c', who: 'customer', width: 360, script: true, store: 'es', language: 'en', firstName: 'María del Carmen', lastName: 'Fernández-Villaverde y Roca de Togores' },
  { key: 'd', who: 'customer', width: 360, script: false, store: 'main', language: 'en', firstName: 'Dot', lastName: 'Sale' },
  { key: 'e', who: 'clerk', width: 1280, script: true, store: 'de', language: 'en', firstName: 'Emil', lastName: 'Sale' },
  { key: 'f', who: 'clerk', width: 1280, script: false, store: 'es', language: 'es', firstName: 'Fermín', lastName: 'Sale' },
  { key: 'g', who: 'clerk', width: 360, script: true, store: 'main', language: 'de', firstName: 'Wolfeschlegelsteinhausen', lastName: 'Bergerdorff-Featherstonehaugh' },
  { key: 'h', who: 'clerk', width: 360, script: false, store: 'de', language: 'de', firstName: 'Hedwig', lastName: 'Sale' },
];
