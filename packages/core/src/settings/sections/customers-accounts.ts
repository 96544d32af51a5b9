import { D, option, text } from '../authoring.ts';
import type { SettingTable } from '../definition.ts';

export const customersAccounts = {
  'customer/share': {
    section: ['Customers', 'Accounts'],
    label: text('Share customer accounts', 'Kundenkonten teilen', 'Compartir cuentas de cliente'),
    help: text(
      'Across all websites: an account logs in on every website, with a cart in each store and the prices of its website.',
      'Über alle Websites: Ein Konto gilt auf jeder Website, mit einem Warenkorb je Shop und den Preisen der Website.',
      'En todos los sitios web: una cuenta sirve en todos ellos, con un carrito en cada tienda y los precios de su sitio web.',
    ),
    type: 'choice',
    options: [
      option('per-website', text('per website', 'je Website', 'por sitio web')),
      option('global', text('across all websites', 'über alle Websites', 'en todos los sitios web')),
    ],
    default: 'per-website',
    scopes: D,
    row: 'G2',
    live: true,
  },
} as const satisfies SettingTable;
