import { D, option, text } from '../authoring.ts';
import type { SettingTable } from '../definition.ts';

export const customersAccounts = {
  'customer/share': {
    section: ['Customers', 'Accounts'],
    label: text('Share customer accounts', 'Kundenkonten teilen', 'Compartir cuentas de cliente'),
    type: 'choice',
    options: [
      option('per-website', text('per website', 'je Website', 'por sitio web')),
      option('global', text('across all websites', 'über alle Websites', 'en todos los sitios web')),
    ],
    default: 'per-website',
    scopes: D,
    row: 'G2',
    live: false,
  },
} as const satisfies SettingTable;
