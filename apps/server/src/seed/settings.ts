import type { Unit } from '@onbehalf/assist';
import { insertRows } from './insert-rows.ts';

/** Who sells, on invoices and credit memos of each store view (G3). Numbers of example companies and accounts. */
const SELLERS: readonly { store: number; vatNumber: string | null; seller: string[]; taxNumbers: string[]; bank: string[]; footer: string[] }[] = [
  {
    store: 1, vatNumber: null, seller: ['Onbehalf Supply Inc.', '480 Harbor Street', 'Newark, NJ 07105', 'United States'], taxNumbers: ['EIN 00-1234567'],
    bank: ['First Example Bank, Newark', 'Routing 000000000, account 0012345678'], footer: ['Onbehalf Supply Inc. is a demo shop. Nothing here is for sale.'],
  },
  {
    store: 2, vatNumber: 'DE123456788', seller: ['Onbehalf Fachhandel GmbH', 'Speicherstraße 12', '20457 Hamburg', 'Deutschland'], taxNumbers: ['USt-IdNr. DE123456788', 'Amtsgericht Hamburg HRB 000000'],
    bank: ['Beispielbank Hamburg', 'IBAN DE02 1203 0000 0000 2020 51'], footer: ['Onbehalf Fachhandel GmbH ist ein Demoshop. Hier wird nichts verkauft.'],
  },
  {
    store: 3, vatNumber: 'ESB12345674', seller: ['Onbehalf Suministros S.L.', 'Calle del Puerto 5', '46024 Valencia', 'España'], taxNumbers: ['NIF B12345674'],
    bank: ['Banco de Ejemplo', 'IBAN ES91 2100 0418 4502 0005 1332'], footer: ['Onbehalf Suministros S.L. es una tienda de demostración. Aquí no se vende nada.'],
  },
];

/** The default, and the pay link: outside production the test provider is there (D8). */
const PAYMENT_METHODS = ['on-account', 'purchase-order', 'bank-transfer', 'pay-link'];

export async function seedSettings(unit: Unit, now: Date): Promise<void> {
  const rows = SELLERS.flatMap(({ store, vatNumber, seller, taxNumbers, bank, footer }) => {
    const documents = { seller, tax_numbers: taxNumbers, bank, footer };
    const own = Object.entries(documents).map(([name, value]): [path: string, value: unknown] => [`sales/documents/${name}`, value]);
    return [...own, ...(vatNumber === null ? [] : [['tax/seller_vat_number', vatNumber] as const])].map(([path, value]) => ({ path, scope: 'store', scope_id: store, value, changed_at: now }));
  });
  const methods = { path: 'payment/methods', scope: 'default', scope_id: 0, value: [...PAYMENT_METHODS], changed_at: now };
  await insertRows(unit, { into: 'setting_value', columns: 'path text, scope text, scope_id integer, value jsonb, changed_at timestamptz', rows: [...rows, methods] });
}
