import { DW, option, text } from '../authoring.ts';
import type { SettingTable } from '../definition.ts';

export const catalogPrices = {
  'pricing/rule': {
    section: ['Catalog', 'Prices'],
    label: text('Price rule', 'Preisregel', 'Regla de precios'),
    help: text(
      'Specific: matrix, customer, price list, category, group, then the lower of base and special. Lowest: the lowest of all.',
      'Spezifisch: Matrix, Kunde, Preisliste, Kategorie, Gruppe, dann der niedrigere aus Grund- und Sonderpreis. Niedrigster: der niedrigste von allen.',
      'Específica: matriz, cliente, lista de precios, categoría, grupo y luego el menor entre base y especial. Menor: el menor de todos.',
    ),
    type: 'choice',
    options: [
      option('specific', text('specific', 'spezifisch', 'específica')),
      option('lowest', text('lowest', 'niedrigster', 'menor')),
    ],
    default: 'specific',
    scopes: DW,
    row: 'G4',
    live: true,
  },
} as const satisfies SettingTable;
