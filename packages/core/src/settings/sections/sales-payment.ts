import { DW, option, text } from '../authoring.ts';
import type { SettingTable } from '../definition.ts';

export const salesPayment = {
  'payment/methods': {
    section: ['Sales', 'Payment'],
    label: text('Payment methods', 'Zahlungsarten', 'Formas de pago'),
    help: text(
      'What customers may choose at checkout, in this order. Nothing listed: nothing can be ordered. Where a bank transfer goes to is said in “Bank details”.',
      'Was Kunden an der Kasse wählen können, in dieser Reihenfolge. Steht nichts da, lässt sich nichts bestellen. Wohin eine Überweisung geht, steht unter „Bankverbindung“.',
      'Lo que los clientes pueden elegir al pagar, en este orden. Si no hay nada, no se puede pedir nada. A dónde va una transferencia se indica en «Datos bancarios».',
    ),
    type: 'list',
    separator: 'space',
    options: [
      option('on-account', text('on account', 'auf Rechnung', 'a cuenta')),
      option('purchase-order', text('purchase order', 'Bestellnummer', 'orden de compra')),
      option('bank-transfer', text('bank transfer', 'Banküberweisung', 'transferencia bancaria')),
    ],
    default: ['on-account', 'purchase-order', 'bank-transfer'],
    scopes: DW,
    row: 'G3',
    live: true,
  },
} as const satisfies SettingTable;
