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
    type: 'yes-no',
    default: false,
    scopes: D,
    row: 'E6',
    live: false,
  },
  'audit/retention_months': {
    section,
    label: text('Keep action logs (months)', 'Aktionsprotokoll aufbewahren (Monate)', 'Conservar el registro de acciones (meses)'),
    type: 'integer',
    min: 1,
    max: 240,
    default: 24,
    scopes: D,
    row: 'E7',
    live: false,
  },
} as const satisfies SettingTable;
