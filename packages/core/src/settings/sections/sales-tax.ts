import { DW, option, text } from '../authoring.ts';
import type { SettingTable } from '../definition.ts';

export const salesTax = {
  'tax/rounding': {
    section: ['Sales', 'Tax'],
    label: text('Tax is rounded', 'Steuer wird gerundet', 'El impuesto se redondea'),
    help: text(
      'Per line: on each line of the order. Per total: on everything of one rate together, shipping included, and then spread over the lines.',
      'Je Position: bei jeder Position der Bestellung. Je Summe: auf alles eines Satzes zusammen, Versand eingeschlossen, und dann auf die Positionen verteilt.',
      'Por línea: en cada línea del pedido. Por total: sobre todo lo de un mismo tipo, envío incluido, y después repartido entre las líneas.',
    ),
    type: 'choice',
    options: [
      option('line', text('per line', 'je Position', 'por línea')),
      option('total', text('per total', 'je Summe', 'por total')),
    ],
    default: 'line',
    scopes: DW,
    row: 'G3',
    live: true,
  },
} as const satisfies SettingTable;
