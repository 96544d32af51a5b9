import { DW, option, text } from '../authoring.ts';
import type { SettingTable } from '../definition.ts';

export const salesPayment = {
  'payment/methods': {
    section: ['Sales', 'Payment'],
    label: text('Payment methods', 'Zahlungsarten', 'Formas de pago'),
    help: text(
      'What customers may choose at checkout, in this order. Nothing listed: nothing can be ordered. Where a bank transfer goes to is said in “Bank details”. A pay link is offered only where a payment provider is set up.',
      'Was Kunden an der Kasse wählen können, in dieser Reihenfolge. Steht nichts da, lässt sich nichts bestellen. Wohin eine Überweisung geht, steht unter „Bankverbindung“. Ein Zahlungslink wird nur angeboten, wo ein Zahlungsanbieter eingerichtet ist.',
      'Lo que los clientes pueden elegir al pagar, en este orden. Si no hay nada, no se puede pedir nada. A dónde va una transferencia se indica en «Datos bancarios». El enlace de pago solo se ofrece donde hay un proveedor de pagos configurado.',
    ),
    type: 'list',
    separator: 'space',
    options: [
      option('on-account', text('on account', 'auf Rechnung', 'a cuenta')),
      option('purchase-order', text('purchase order', 'Bestellnummer', 'orden de compra')),
      option('bank-transfer', text('bank transfer', 'Banküberweisung', 'transferencia bancaria')),
      option('pay-link', text('pay link', 'Zahlungslink', 'enlace de pago')),
    ],
    default: ['on-account', 'purchase-order', 'bank-transfer'],
    scopes: DW,
    row: 'G3',
    live: true,
  },
  'payment/link/lifetime': {
    section: ['Sales', 'Payment'],
    label: text('Pay link lifetime (seconds)', 'Gültigkeit des Zahlungslinks (Sekunden)', 'Vigencia del enlace de pago (segundos)'),
    help: text(
      'How long the link in the mail works. 604800 seconds are seven days. Links that were sent already keep their time.',
      'Wie lange der Link in der E-Mail gilt. 604800 Sekunden sind sieben Tage. Schon verschickte Links behalten ihre Frist.',
      'Cuánto tiempo funciona el enlace del correo. 604800 segundos son siete días. Los enlaces ya enviados conservan su plazo.',
    ),
    type: 'seconds',
    min: 3600,
    max: 7_776_000,
    default: 604_800,
    scopes: DW,
    row: 'D8',
    live: true,
  },
} as const satisfies SettingTable;
