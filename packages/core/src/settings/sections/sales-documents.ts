import { DWS, text } from '../authoring.ts';
import type { SettingTable } from '../definition.ts';

const section = ['Sales', 'Documents'] as const;

/** What stands on invoices and credit memos beside the order itself (G3). */
export const salesDocuments = {
  'sales/documents/seller': {
    section,
    label: text('Seller', 'Verkäufer', 'Vendedor'),
    help: text(
      'Name and address at the head of invoices and credit memos, one line each. Empty: the name of the store.',
      'Name und Anschrift im Kopf von Rechnungen und Gutschriften, je eine Zeile. Leer: der Name des Shops.',
      'Nombre y dirección en la cabecera de facturas y abonos, una línea cada uno. Vacío: el nombre de la tienda.',
    ),
    type: 'list', separator: 'line', default: [], scopes: DWS, row: 'G3', live: true,
  },
  'sales/documents/tax_numbers': {
    section,
    label: text('Tax numbers', 'Steuernummern', 'Números fiscales'),
    help: text(
      'VAT number, tax number or register entry of the seller, one per line.',
      'USt-IdNr., Steuernummer oder Registereintrag des Verkäufers, eine je Zeile.',
      'NIF-IVA, número fiscal o inscripción registral del vendedor, uno por línea.',
    ),
    type: 'list', separator: 'line', default: [], scopes: DWS, row: 'G3', live: true,
  },
  'sales/documents/bank': {
    section,
    label: text('Bank details', 'Bankverbindung', 'Datos bancarios'),
    help: text(
      'Where an invoice is paid to, one line each. Not shown on credit memos.',
      'Wohin eine Rechnung bezahlt wird, je eine Zeile. Nicht auf Gutschriften.',
      'Adónde se paga una factura, una línea cada uno. No aparece en los abonos.',
    ),
    type: 'list', separator: 'line', default: [], scopes: DWS, row: 'G3', live: true,
  },
  'sales/documents/footer': {
    section,
    label: text('Footer', 'Fußzeile', 'Pie de página'),
    help: text(
      'Small print at the foot of every page of the PDF; at most three lines are shown.',
      'Kleingedrucktes am Fuß jeder Seite des PDF; höchstens drei Zeilen werden gezeigt.',
      'Letra pequeña al pie de cada página del PDF; se muestran tres líneas como máximo.',
    ),
    type: 'list', separator: 'line', default: [], scopes: DWS, row: 'G3', live: true,
  },
} as const satisfies SettingTable;
