import { D, text } from '../authoring.ts';
import type { SettingTable } from '../definition.ts';

const section = ['System', 'Action Logs'] as const;

export const systemActionLogs = {
  'audit/ip_tracking': {
    section,
    label: text('Track IP addresses', 'IP-Adressen aufzeichnen', 'Registrar direcciones IP'),
    type: 'yes-no',
    default: true,
    scopes: D,
    row: 'E6',
    live: true,
  },
  'audit/suspicious/block': {
    section,
    label: text('Block suspicious sessions', 'Verdächtige Sitzungen sperren', 'Bloquear sesiones sospechosas'),
    help: text(
      'Suspicious is: many customers within an hour, another network during a session, a network never used before, work at an unusual hour, discounts far beyond the habit. It is always in the log and mailed to those who may read it; Yes refuses the start too, and ends a session that goes on from another network.',
      'Verdächtig ist: viele Kunden in einer Stunde, ein anderes Netz während einer Sitzung, ein nie benutztes Netz, Arbeit zu ungewohnter Zeit, Rabatte weit über dem Üblichen. Es steht immer im Protokoll und geht per E-Mail an alle, die es lesen dürfen; Ja lehnt auch den Beginn ab und beendet eine Sitzung, die in einem anderen Netz weitergeht.',
      'Es sospechoso: muchos clientes en una hora, otra red durante una sesión, una red nunca usada, trabajo a una hora inusual, descuentos muy por encima de lo habitual. Siempre consta en el registro y se envía por correo a quienes pueden leerlo; Sí rechaza además el inicio y termina una sesión que continúa desde otra red.',
    ),
    type: 'yes-no',
    default: false,
    scopes: D,
    row: 'E6',
    live: true,
  },
  'audit/retention_months': {
    section,
    label: text('Keep action logs (months)', 'Aktionsprotokoll aufbewahren (Monate)', 'Conservar el registro de acciones (meses)'),
    help: text(
      'Older entries are no longer shown at once, and deleted by whole months when the server starts or migrates.',
      'Ältere Einträge werden sofort nicht mehr gezeigt und monatsweise gelöscht, wenn der Server startet oder migriert.',
      'Las entradas más antiguas dejan de mostrarse de inmediato y se eliminan por meses completos cuando el servidor arranca o migra.',
    ),
    type: 'integer',
    min: 1,
    max: 240,
    default: 24,
    scopes: D,
    row: 'E7',
    live: true,
  },
} as const satisfies SettingTable;
