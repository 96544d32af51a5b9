import { say, same } from './wording.ts';
import type { CategoryCode } from './categories.ts';
import type { Wording } from './wording.ts';

type Sku = `SKU-${number}`;
/** USD without tax and EUR with 19 % tax, decimal strings; from one piece unless said otherwise. */
export type PriceEntry = Readonly<{ sku: Sku; usd: string; eur: string; from?: number }>;

export const customerGroups = [
  { code: 'general', name: say('General', 'Allgemein', 'General') },
  { code: 'trade', name: say('Trade', 'Handwerk', 'Profesional') },
  { code: 'wholesale', name: say('Wholesale', 'Großhandel', 'Mayorista') },
  { code: 'key-account', name: say('Key account', 'Großkunde', 'Gran cuenta') },
] as const satisfies readonly { code: string; name: Wording }[];
export type CustomerGroupCode = (typeof customerGroups)[number]['code'];

export type PriceList = Readonly<{ code: string; name: Wording; validFrom: string | null; validTo: string | null; entries: readonly PriceEntry[] }>;

export const priceLists = [
  {
    code: 'pricelist-a', name: same('Pricelist A'), validFrom: null, validTo: null,
    entries: [
      { sku: 'SKU-1001', usd: '90.00', eur: '82.80' },
      { sku: 'SKU-1002', usd: '135.00', eur: '124.20' },
      { sku: 'SKU-1004', usd: '125.00', eur: '115.00' },
      { sku: 'SKU-1006', usd: '70.00', eur: '64.40' },
      { sku: 'SKU-1013', usd: '37.50', eur: '34.50' },
      { sku: 'SKU-1021', usd: '16.20', eur: '14.90' },
      { sku: 'SKU-1021', usd: '14.50', eur: '13.30', from: 20 },
      { sku: 'SKU-1031', usd: '10.20', eur: '9.40' },
      { sku: 'SKU-1042', usd: '124.00', eur: '114.10' },
      { sku: 'SKU-1047', usd: '47.00', eur: '43.20' },
    ],
  },
  {
    code: 'pricelist-b', name: same('Pricelist B'), validFrom: null, validTo: null,
    entries: [
      { sku: 'SKU-1003', usd: '172.00', eur: '158.20' },
      { sku: 'SKU-1009', usd: '249.00', eur: '229.10' },
      { sku: 'SKU-1022', usd: '23.50', eur: '21.60' },
      { sku: 'SKU-1024', usd: '27.00', eur: '24.80' },
      { sku: 'SKU-1027', usd: '31.00', eur: '28.50' },
      { sku: 'SKU-1030', usd: '22.50', eur: '20.70' },
      { sku: 'SKU-1033', usd: '84.00', eur: '77.30' },
      { sku: 'SKU-1053', usd: '109.00', eur: '100.30' },
    ],
  },
  {
    code: 'autumn-projects-2026', name: say('Autumn projects 2026', 'Herbstprojekte 2026', 'Proyectos de otoño 2026'), validFrom: '2026-09-01', validTo: '2026-12-31',
    entries: [
      { sku: 'SKU-1045', usd: '76.00', eur: '69.90' },
      { sku: 'SKU-1047', usd: '45.00', eur: '41.40' },
      { sku: 'SKU-1047', usd: '41.00', eur: '37.70', from: 40 },
      { sku: 'SKU-1049', usd: '33.00', eur: '30.40' },
      { sku: 'SKU-1037', usd: '139.00', eur: '127.90' },
      { sku: 'SKU-1042', usd: '118.00', eur: '108.60' },
      { sku: 'SKU-1054', usd: '39.00', eur: '35.90' },
    ],
  },
] as const satisfies readonly PriceList[];
export type PriceListCode = (typeof priceLists)[number]['code'];

/** "Customer Price": one customer, one product. */
export const customerPrices = [
  { customer: 'john.doe@customer.example', sku: 'SKU-1001', usd: '95.00', eur: '87.40' },
  { customer: 'john.doe@customer.example', sku: 'SKU-1043', usd: '7.20', eur: '6.60' },
  { customer: 'uma.unassigned@customer.example', sku: 'SKU-1047', usd: '46.00', eur: '42.30' },
] as const satisfies readonly (PriceEntry & { customer: string })[];

/** "Matrix Price": agreed by contract for one customer and product, above all others. */
export const matrixPrices = [
  { customer: 'john.doe@customer.example', sku: 'SKU-1040', usd: '99.00', eur: '91.10' },
  { customer: 'uma.unassigned@customer.example', sku: 'SKU-1030', usd: '21.00', eur: '19.30' },
] as const satisfies readonly (PriceEntry & { customer: string })[];

export const groupPrices = [
  { group: 'trade', sku: 'SKU-1018', usd: '205.00', eur: '188.60' },
  { group: 'trade', sku: 'SKU-1040', usd: '112.00', eur: '103.00' },
  { group: 'wholesale', sku: 'SKU-1001', usd: '92.00', eur: '84.60' },
  { group: 'wholesale', sku: 'SKU-1006', usd: '68.00', eur: '62.60' },
  { group: 'wholesale', sku: 'SKU-1042', usd: '121.00', eur: '111.30' },
  { group: 'key-account', sku: 'SKU-1001', usd: '88.00', eur: '81.00' },
  { group: 'key-account', sku: 'SKU-1009', usd: '239.00', eur: '219.90' },
  { group: 'key-account', sku: 'SKU-1033', usd: '82.00', eur: '75.40' },
] as const satisfies readonly (PriceEntry & { group: CustomerGroupCode })[];

/** "Category Price": percent off the base price of a whole category for a customer group. */
export const categoryPrices = [
  { group: 'wholesale', category: 'fasteners', percentOff: '12.00' },
  { group: 'key-account', category: 'fasteners', percentOff: '15.00' },
  { group: 'key-account', category: 'safety-workwear', percentOff: '10.00' },
  { group: 'trade', category: 'electrical', percentOff: '4.00' },
] as const satisfies readonly { group: CustomerGroupCode; category: CategoryCode; percentOff: string }[];

export const specialPrices = [
  { sku: 'SKU-1005', usd: '139.00', eur: '127.90', validFrom: null, validTo: null },
  { sku: 'SKU-1016', usd: '8.90', eur: '8.20', validFrom: null, validTo: null },
  { sku: 'SKU-1035', usd: '27.50', eur: '25.30', validFrom: '2026-10-01', validTo: '2026-12-31' },
  { sku: 'SKU-1046', usd: '39.90', eur: '36.70', validFrom: '2026-10-01', validTo: '2027-02-28' },
  { sku: 'SKU-1050', usd: '57.00', eur: '52.40', validFrom: null, validTo: null },
] as const satisfies readonly (PriceEntry & { validFrom: string | null; validTo: string | null })[];

export const coupons = [
  { code: 'WELCOME10', percentOff: '10.00', name: say('10% off the first order', '10 % auf die erste Bestellung', '10 % en el primer pedido') },
] as const satisfies readonly { code: string; percentOff: string; name: Wording }[];
