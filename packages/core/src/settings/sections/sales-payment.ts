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
  'payment/terms_days': {
    section: ['Sales', 'Payment'],
    label: text('Days to pay an invoice', 'Zahlungsziel in Tagen', 'Plazo de pago en días'),
    help: text(
      'For orders on account and by purchase order, from the day of the invoice. A company or a customer may have other days of their own.',
      'Für Bestellungen auf Rechnung und mit Bestellnummer, ab dem Tag der Rechnung. Eine Firma oder ein Kunde kann ein eigenes Zahlungsziel haben.',
      'Para pedidos a cuenta y con orden de compra, desde el día de la factura. Una empresa o un cliente puede tener otro plazo propio.',
    ),
    type: 'integer',
    min: 0,
    max: 365,
    default: 30,
    scopes: DW,
    row: 'G3',
    live: true,
  },
} as const satisfies SettingTable;
