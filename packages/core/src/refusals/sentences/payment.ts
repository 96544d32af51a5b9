import type { PAYMENT_CODES } from '../payment-codes.ts';
import type { Sentences } from '../sentence.ts';

type PaymentSentences = Pick<Sentences, (typeof PAYMENT_CODES)[number] | 'payment-method-unknown' | 'purchase-order-missing'>;

export const paymentSentencesEn: PaymentSentences = {
  'payment-method-unknown': { text: 'This payment method is not available for this order.', remedy: 'Choose another.' },
  'purchase-order-missing': { text: 'Enter your purchase order number.', remedy: 'Or choose another way to pay.' },
  'payment-awaited': { text: 'This order waits for the customer’s payment.', remedy: 'Send the payment link again, or cancel the order.' },
  'payment-link-over': { text: 'This payment link is too old, or a newer one took its place.', remedy: 'Use the newest mail, or ask the shop for a new link.' },
  'payment-not-due': { text: 'There is nothing to pay for this order.' },
  'payment-not-by-link': { text: 'This order is not paid by a link.' },
  'payment-provider-away': { text: 'The payment provider cannot be reached.', remedy: 'Nothing was charged. Try again in a few minutes.' },
  'payment-notice-refused': { text: 'This message does not come from the payment provider, or it is too old.' },
  'payment-differs': { text: 'What the payment provider says does not fit the order.' },
};

export const paymentSentencesDe: PaymentSentences = {
  'payment-method-unknown': { text: 'Diese Zahlungsart ist für diese Bestellung nicht verfügbar.', remedy: 'Wählen Sie eine andere.' },
  'purchase-order-missing': { text: 'Geben Sie Ihre Bestellnummer an.', remedy: 'Oder wählen Sie eine andere Zahlungsart.' },
  'payment-awaited': { text: 'Diese Bestellung wartet auf die Zahlung des Kunden.', remedy: 'Senden Sie den Zahlungslink erneut, oder stornieren Sie die Bestellung.' },
  'payment-link-over': { text: 'Dieser Zahlungslink ist zu alt oder durch einen neueren ersetzt.', remedy: 'Nutzen Sie die neueste E-Mail, oder bitten Sie um einen neuen Link.' },
  'payment-not-due': { text: 'Für diese Bestellung ist nichts zu zahlen.' },
  'payment-not-by-link': { text: 'Diese Bestellung wird nicht mit einem Link bezahlt.' },
  'payment-provider-away': { text: 'Der Zahlungsanbieter ist nicht erreichbar.', remedy: 'Es wurde nichts abgebucht. Versuchen Sie es in einigen Minuten erneut.' },
  'payment-notice-refused': { text: 'Diese Nachricht kommt nicht vom Zahlungsanbieter oder ist zu alt.' },
  'payment-differs': { text: 'Was der Zahlungsanbieter meldet, passt nicht zur Bestellung.' },
};

export const paymentSentencesEs: PaymentSentences = {
  'payment-method-unknown': { text: 'Este método de pago no está disponible para este pedido.', remedy: 'Elija otro.' },
  'purchase-order-missing': { text: 'Indique su número de orden de compra.', remedy: 'O elija otra forma de pago.' },
  'payment-awaited': { text: 'Este pedido espera el pago del cliente.', remedy: 'Envíe de nuevo el enlace de pago o cancele el pedido.' },
  'payment-link-over': { text: 'Este enlace de pago es demasiado antiguo o se sustituyó por otro más reciente.', remedy: 'Use el correo más reciente o pida un enlace nuevo a la tienda.' },
  'payment-not-due': { text: 'No hay nada que pagar en este pedido.' },
  'payment-not-by-link': { text: 'Este pedido no se paga con un enlace.' },
  'payment-provider-away': { text: 'No se puede contactar con el proveedor de pagos.', remedy: 'No se cobró nada. Inténtelo de nuevo en unos minutos.' },
  'payment-notice-refused': { text: 'Este mensaje no procede del proveedor de pagos o es demasiado antiguo.' },
  'payment-differs': { text: 'Lo que indica el proveedor de pagos no corresponde al pedido.' },
};
