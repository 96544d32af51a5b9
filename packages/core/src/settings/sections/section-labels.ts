import type { LocalText } from '../../locale.ts';
import { text } from '../authoring.ts';

/** Tabs and sections of Stores › Settings › Configuration by their English word, in the order they are shown. */
export const SECTION_LABELS: Readonly<Record<string, LocalText>> = {
  Customers: text('Customers', 'Kunden', 'Clientes'),
  'Login as Customer': text('Login as Customer', 'Als Kunde anmelden', 'Iniciar sesión como cliente'),
  Accounts: text('Accounts', 'Konten', 'Cuentas'),
  Staff: text('Staff', 'Mitarbeitende', 'Personal'),
  General: text('General', 'Allgemein', 'General'),
  'Price editing': text('Price editing', 'Preisänderung', 'Modificación de precios'),
  Orders: text('Orders', 'Bestellungen', 'Pedidos'),
  Commission: text('Commission', 'Provision', 'Comisiones'),
  Catalog: text('Catalog', 'Katalog', 'Catálogo'),
  Prices: text('Prices', 'Preise', 'Precios'),
  Sales: text('Sales', 'Verkauf', 'Ventas'),
  Tax: text('Tax', 'Steuer', 'Impuestos'),
  Payment: text('Payment', 'Zahlung', 'Pago'),
  Documents: text('Documents', 'Belege', 'Documentos'),
  System: text('System', 'System', 'Sistema'),
  'Action Logs': text('Action Logs', 'Aktionsprotokoll', 'Registro de acciones'),
};
