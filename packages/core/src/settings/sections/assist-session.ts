import { DW, option, text } from '../authoring.ts';
import type { SettingTable } from '../definition.ts';

const section = ['Customers', 'Login as Customer'] as const;

/** How long a context may last and what is asked before it (B8, B11). */
export const assistSession = {
  'assist/session/max_lifetime': {
    section,
    label: text('Longest assist session (seconds)', 'Längste Assistenzsitzung (Sekunden)', 'Duración máxima de una sesión de asistencia (segundos)'),
    help: text(
      'Ends the customer context, not the staff session. At least the session lifetime.',
      'Beendet den Kundenkontext, nicht die Mitarbeitersitzung. Mindestens die Sitzungsdauer.',
      'Finaliza el contexto del cliente, no la sesión del personal. Como mínimo, la duración de la sesión.',
    ),
    type: 'seconds',
    min: 60,
    max: 31_536_000,
    default: 28_800,
    scopes: DW,
    row: 'B8',
    live: true,
  },
  'assist/session/on_expiry_cart': {
    section,
    label: text('Cart when a session expires', 'Warenkorb nach Ablauf einer Sitzung', 'Carrito al expirar una sesión'),
    type: 'choice',
    options: [
      option('keep', text('keep', 'behalten', 'conservar')),
      option('as-on-entry', text('as on entry', 'wie beim Eintritt', 'como al entrar')),
    ],
    default: 'keep',
    scopes: DW,
    row: 'B8',
    live: true,
  },
  'assist/session/reasons': {
    section,
    label: text('Reasons', 'Gründe', 'Motivos'),
    help: text('One on each line.', 'Je Zeile einer.', 'Uno por línea.'),
    type: 'list',
    separator: 'line',
    default: ['phone order', 'visit', 'question about an order', 'complaint', 'replacement', 'other'],
    scopes: DW,
    row: 'B11',
    live: true,
  },
  'assist/session/reason_required': {
    section,
    label: text('Reason required', 'Grund ist Pflicht', 'Motivo obligatorio'),
    type: 'yes-no',
    default: false,
    scopes: DW,
    row: 'B11',
    live: true,
  },
} as const satisfies SettingTable;
