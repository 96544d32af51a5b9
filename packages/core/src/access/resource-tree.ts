import type { LocalText } from '../locale.ts';
import { RESOURCE, type ResourceId } from './resources.ts';

/** A right to tick; where a person finds it is the branch it hangs on. */
export interface ResourceLeaf {
  readonly id: ResourceId;
  readonly label: LocalText;
}

/** A heading of the tree. It is no right itself. */
export interface ResourceBranch {
  readonly label: LocalText;
  readonly children: readonly (ResourceBranch | ResourceLeaf)[];
}

const text = (en: string, de: string, es: string): LocalText => ({ en, de, es });
const leaf = (id: ResourceId, en: string, de: string, es: string): ResourceLeaf => ({ id, label: text(en, de, es) });
const branch = (label: LocalText, ...children: ResourceBranch['children']): ResourceBranch => ({ label, children });

/** System › Permissions › User Roles › role › Role Resources (F2). */
export const RESOURCE_TREE: readonly ResourceBranch[] = [
  branch(
    text('Sales', 'Verkäufe', 'Ventas'),
    leaf(RESOURCE.orders, 'Orders', 'Bestellungen', 'Pedidos'),
    leaf(RESOURCE.editItemPrice, 'Edit item price', 'Artikelpreis ändern', 'Modificar el precio de un artículo'),
    leaf(RESOURCE.approvePrices, 'Approve prices', 'Preise freigeben', 'Aprobar precios'),
    leaf(RESOURCE.viewMargin, 'See margin', 'Marge sehen', 'Ver el margen'),
    leaf(RESOURCE.reassignOrders, 'Reassign orders', 'Bestellungen neu zuordnen', 'Reasignar pedidos'),
  ),
  branch(
    text('Catalog', 'Katalog', 'Catálogo'),
    leaf(RESOURCE.products, 'Products', 'Produkte', 'Productos'),
    leaf(RESOURCE.prices, 'Prices', 'Preise', 'Precios'),
  ),
  branch(
    text('Customers', 'Kunden', 'Clientes'),
    leaf(RESOURCE.customers, 'All Customers', 'Alle Kunden', 'Todos los clientes'),
    leaf(RESOURCE.createCustomer, 'Create customers', 'Kunden anlegen', 'Crear clientes'),
    leaf(RESOURCE.companies, 'Companies', 'Firmen', 'Empresas'),
    branch(
      text('Login as Customer', 'Als Kunde anmelden', 'Iniciar sesión como cliente'),
      leaf(RESOURCE.loginAsCustomer, 'Allow Login as Customer', 'Anmeldung als Kunde erlauben', 'Permitir iniciar sesión como cliente'),
      leaf(RESOURCE.loginAsCustomerLog, 'View Login as Customer Log', 'Protokoll der Anmeldungen als Kunde ansehen', 'Ver el registro de sesiones como cliente'),
      leaf(RESOURCE.endAssistSessions, 'End assist sessions', 'Assistenzsitzungen beenden', 'Finalizar sesiones de asistencia'),
    ),
    leaf(RESOURCE.assistanceOptIn, 'Remote shopping assistance opt-in', 'Zustimmung zur Einkaufshilfe setzen', 'Consentimiento de asistencia remota en la compra'),
  ),
  branch(
    text('Staff', 'Mitarbeitende', 'Personal'),
    leaf(RESOURCE.staffAccounts, 'Staff accounts', 'Mitarbeiterkonten', 'Cuentas del personal'),
    leaf(RESOURCE.staffGroups, 'Staff groups', 'Mitarbeitergruppen', 'Grupos del personal'),
    leaf(RESOURCE.staffSessions, 'End staff sessions', 'Sitzungen von Mitarbeitenden beenden', 'Finalizar sesiones del personal'),
    leaf(RESOURCE.resetSecondFactor, 'Reset second factors', 'Zweite Faktoren zurücksetzen', 'Restablecer segundos factores'),
    leaf(RESOURCE.assignments, 'Assign customers', 'Kunden zuordnen', 'Asignar clientes'),
  ),
  branch(
    text('Reports', 'Berichte', 'Informes'),
    leaf(RESOURCE.commissionReport, 'Commission', 'Provision', 'Comisiones'),
    leaf(RESOURCE.sessionReport, 'Sessions', 'Sitzungen', 'Sesiones'),
  ),
  branch(
    text('Stores', 'Shops', 'Tiendas'),
    leaf(RESOURCE.configuration, 'Configuration', 'Konfiguration', 'Configuración'),
    leaf(RESOURCE.stores, 'All Stores', 'Alle Shops', 'Todas las tiendas'),
    leaf(RESOURCE.taxRates, 'Tax rates', 'Steuersätze', 'Tipos impositivos'),
    leaf(RESOURCE.shippingMethods, 'Shipping methods', 'Versandarten', 'Métodos de envío'),
  ),
  branch(
    text('System', 'System', 'Sistema'),
    leaf(RESOURCE.roles, 'User Roles', 'Benutzerrollen', 'Roles de usuario'),
    leaf(RESOURCE.actionLogs, 'Action Logs', 'Aktionsprotokoll', 'Registro de acciones'),
    leaf(RESOURCE.exportActionLogs, 'Export Action Logs', 'Aktionsprotokoll exportieren', 'Exportar el registro de acciones'),
  ),
];
