import { DW, DWS, option, text } from '../authoring.ts';
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
  // On, and yet nothing is sold without VAT until a shop has done two things on purpose: given its own number, and checked a company's.
  'tax/reverse_charge': {
    section: ['Sales', 'Tax'],
    label: text('Reverse charge', 'Steuerschuldnerschaft des Leistungsempfängers', 'Inversión del sujeto pasivo'),
    help: text(
      'A company with the VAT number of another EU country that has the goods sent there is charged no VAT and owes it itself. Needs the “VAT number of the shop”. Numbers are checked under Customers › Companies.',
      'Eine Firma mit der USt-IdNr. eines anderen EU-Landes, die die Ware dorthin liefern lässt, zahlt keine MwSt. und schuldet sie selbst. Nötig ist die „USt-IdNr. des Shops“. Geprüft werden Nummern unter Kunden › Firmen.',
      'Una empresa con el NIF-IVA de otro país de la UE que recibe allí los productos no paga IVA y lo liquida ella misma. Requiere el «NIF-IVA de la tienda». Los números se comprueban en Clientes › Empresas.',
    ),
    type: 'choice',
    options: [
      option('no', text('no', 'nein', 'no')),
      option('checked', text('for checked VAT numbers', 'für geprüfte USt-IdNrn.', 'para los NIF-IVA comprobados')),
      option('any', text('for every VAT number in the right form', 'für jede USt-IdNr. in der richtigen Form', 'para cualquier NIF-IVA con formato correcto')),
    ],
    default: 'checked',
    scopes: DW,
    row: 'G3',
    live: true,
  },
  'tax/seller_vat_number': {
    section: ['Sales', 'Tax'],
    label: text('VAT number of the shop', 'USt-IdNr. des Shops', 'NIF-IVA de la tienda'),
    help: text(
      'With the letters of the country the shop sells from, for example DE123456788. Stands on invoices under reverse charge. Empty: everybody is charged VAT.',
      'Mit den Buchstaben des Landes, aus dem der Shop verkauft, zum Beispiel DE123456788. Steht auf Rechnungen ohne MwSt. Leer: Alle zahlen MwSt.',
      'Con las letras del país desde el que vende la tienda, por ejemplo DE123456788. Figura en las facturas sin IVA. Vacío: todos pagan IVA.',
    ),
    type: 'text',
    form: 'eu-vat-number',
    maxLength: 20,
    default: text('', '', ''),
    scopes: DWS,
    row: 'G3',
    live: true,
  },
} as const satisfies SettingTable;
