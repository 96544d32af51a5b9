import { DW, DWS, option, text } from '../authoring.ts';
import type { SettingTable } from '../definition.ts';

const section = ['Customers', 'Login as Customer'] as const;

/** What the customer is asked, and in which words (B10). */
export const assistConsent = {
  'assist/consent/policy': {
    section,
    label: text('Consent', 'Zustimmung', 'Consentimiento'),
    help: text(
      'Opt-in: the customer must have said yes. Opt-out: until the customer says no. Not asked: an explicit no still binds. Per request: the customer says yes each time, by a link in a mail or a code read out.',
      'Opt-in: Der Kunde muss zugestimmt haben. Opt-out: bis der Kunde ablehnt. Nicht gefragt: Ein ausdrückliches Nein gilt dennoch. Je Anfrage: Der Kunde stimmt jedes Mal zu, über einen Link in einer E-Mail oder einen vorgelesenen Code.',
      'Opt-in: el cliente debe haber aceptado. Opt-out: hasta que el cliente se niegue. Sin preguntar: una negativa expresa sigue valiendo. Por solicitud: el cliente acepta cada vez, con un enlace en un correo o un código leído en voz alta.',
    ),
    type: 'choice',
    options: [
      option('opt-in', text('Opt-in', 'Opt-in', 'Opt-in')),
      option('opt-out', text('Opt-out', 'Opt-out', 'Opt-out')),
      option('not-asked', text('Not asked', 'Nicht gefragt', 'Sin preguntar')),
      option('per-request', text('Per request', 'Je Anfrage', 'Por solicitud')),
    ],
    default: 'opt-in',
    scopes: DW,
    row: 'B10',
    live: true,
  },
  'assist/consent/title': {
    section,
    label: text('Title for the opt-in checkbox', 'Titel des Zustimmungsfelds', 'Título de la casilla de consentimiento'),
    type: 'text',
    maxLength: 120,
    default: text('Allow remote shopping assistance', 'Unterstützung beim Einkauf aus der Ferne erlauben', 'Permitir la asistencia remota en la compra'),
    scopes: DWS,
    row: 'B10',
    live: true,
  },
  'assist/consent/tooltip': {
    section,
    label: text('Tooltip for the opt-in checkbox', 'Hinweis zum Zustimmungsfeld', 'Ayuda de la casilla de consentimiento'),
    type: 'text',
    maxLength: 500,
    default: text(
      'Our staff may then see your account, fill your cart and order for you when you ask. They never see or change your password, and you can withdraw this here at any time.',
      'Unsere Mitarbeitenden dürfen dann Ihr Konto sehen, Ihren Warenkorb füllen und auf Ihren Wunsch für Sie bestellen. Ihr Passwort sehen oder ändern sie nie, und Sie können dies hier jederzeit widerrufen.',
      'Nuestro personal podrá ver su cuenta, llenar su carrito y hacer pedidos por usted cuando lo pida. Nunca verá ni cambiará su contraseña, y usted puede retirar este permiso aquí en cualquier momento.',
    ),
    scopes: DWS,
    row: 'B10',
    live: true,
  },
  'assist/consent/request_valid_for': {
    section,
    label: text('Approval per request is valid for (seconds)', 'Einzelzustimmung gilt für (Sekunden)', 'La aprobación por solicitud vale durante (segundos)'),
    type: 'seconds',
    min: 60,
    max: 2_592_000,
    default: 86_400,
    scopes: DW,
    row: 'B10',
    live: true,
  },
} as const satisfies SettingTable;
