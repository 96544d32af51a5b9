import { DW, option, text } from '../authoring.ts';
import type { SettingTable } from '../definition.ts';

const section = ['Staff', 'Commission'] as const;

export const staffCommission = {
  'commission/basis': {
    section,
    label: text('Commission type', 'Provisionsart', 'Tipo de comisión'),
    help: text('Totals are after discounts and before shipping.', 'Summen nach Rabatten und vor Versand.', 'Los totales son tras descuentos y antes del envío.'),
    type: 'choice',
    options: [
      option('total-excluding-tax', text('total excluding tax', 'Summe ohne Steuer', 'total sin impuestos')),
      option('total-including-tax', text('total including tax', 'Summe mit Steuer', 'total con impuestos')),
      option('product-discount', text('product discount', 'Produktrabatt', 'descuento de producto')),
    ],
    default: 'total-excluding-tax',
    scopes: DW,
    row: 'D3',
    live: true,
  },
  'commission/default_rate': {
    section,
    label: text('Default commission rate (percent)', 'Vorgegebener Provisionssatz (Prozent)', 'Comisión predeterminada (porcentaje)'),
    help: text('Where no product, category, member of staff or group has a rate.', 'Wo weder Produkt, Kategorie, Person noch Gruppe einen Satz hat.', 'Donde ni producto, categoría, persona ni grupo tienen una.'),
    type: 'percent',
    default: 0n,
    scopes: DW,
    row: 'D3',
    live: true,
  },
  'commission/earned_when': {
    section,
    label: text('Commission is earned when', 'Provision ist verdient, wenn', 'La comisión se gana cuando'),
    type: 'choice',
    options: [
      option('invoiced', text('invoiced', 'berechnet', 'facturado')),
      option('shipped', text('shipped', 'versandt', 'enviado')),
      option('paid', text('paid', 'bezahlt', 'pagado')),
    ],
    default: 'paid',
    scopes: DW,
    row: 'D4',
    live: true,
  },
} as const satisfies SettingTable;
