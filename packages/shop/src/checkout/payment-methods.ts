import type { LocalText } from '@onbehalf/core';

export type PaymentCode = 'on-account' | 'purchase-order' | 'bank-transfer' | 'pay-link';

/** A way to pay; never a card, which no member of staff may type (D8). */
export interface PaymentMethod {
  code: PaymentCode;
  name: LocalText;
  text: LocalText;
}

export const MOST_PURCHASE_ORDER_NUMBER = 40;

/** The customer pays by a link in a mail, and nobody types a card for him (D8). */
export const PAY_LINK = 'pay-link';

const PAYMENT_METHODS: readonly PaymentMethod[] = [
  {
    code: 'on-account',
    name: { en: 'On account', de: 'Auf Rechnung', es: 'A cuenta' },
    text: { en: 'Invoice, payable within 30 days', de: 'Rechnung, zahlbar in 30 Tagen', es: 'Factura a 30 días' },
  },
  {
    code: 'purchase-order',
    name: { en: 'Purchase order', de: 'Bestellnummer', es: 'Orden de compra' },
    text: { en: 'Your purchase order number on our invoice', de: 'Ihre Bestellnummer auf unserer Rechnung', es: 'Su número de orden en nuestra factura' },
  },
  {
    code: 'bank-transfer',
    name: { en: 'Bank transfer', de: 'Banküberweisung', es: 'Transferencia bancaria' },
    text: { en: 'We ship when the money has arrived', de: 'Versand nach Geldeingang', es: 'Enviamos al recibir el pago' },
  },
  {
    code: PAY_LINK,
    name: { en: 'Pay link', de: 'Zahlungslink', es: 'Enlace de pago' },
    text: { en: 'By a link in an e-mail. We ship when it is paid', de: 'Über einen Link in einer E-Mail. Versand nach Zahlung', es: 'Con un enlace en un correo. Enviamos tras el pago' },
  },
];

/** The methods that a website has, in its order (Config: `payment/methods`). */
export const paymentMethodsOf = (codes: readonly string[]): PaymentMethod[] => codes.flatMap((code) => PAYMENT_METHODS.filter((method) => method.code === code));

/** A payment method of these by its code from outside. */
export const parsePaymentMethod = (code: string, offered: readonly string[]): PaymentCode | null =>
  paymentMethodsOf(offered).find((method) => method.code === code)?.code ?? null;

/** The method's name in each language, for an order's page. */
export const paymentMethodName = (code: string): LocalText =>
  PAYMENT_METHODS.find((method) => method.code === code)?.name ?? { en: code, de: code, es: code };

/** What the customer agreed to with it, for an invoice. */
export const paymentMethodText = (code: string): LocalText =>
  PAYMENT_METHODS.find((method) => method.code === code)?.text ?? paymentMethodName(code);
