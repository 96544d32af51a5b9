import { D, DW, option, text } from '../authoring.ts';
import type { SettingTable } from '../definition.ts';

const section = ['Customers', 'Login as Customer'] as const;

/** Who may enter, where they arrive, and how the customer hears of it. */
export const loginAsCustomer = {
  'assist/enabled': {
    section,
    label: text('Enable Login as Customer', 'Anmeldung als Kunde einschalten', 'Activar el inicio de sesión como cliente'),
    help: text('No ends every open session at once.', 'Nein beendet sofort alle offenen Sitzungen.', 'No finaliza de inmediato todas las sesiones abiertas.'),
    type: 'yes-no',
    default: true,
    scopes: D,
    row: 'B1',
    live: true,
  },
  'assist/page_cache_disabled': {
    section,
    label: text('Disable Page Cache for Admin User', 'Seiten-Cache für Administratoren abschalten', 'Desactivar la caché de páginas para administradores'),
    help: text(
      'Yes: everything is fresh and uncached while you assist a customer. No: the frame of the catalogue may come from the cache, up to a minute old; never a page.',
      'Ja: Während einer Assistenz ist alles frisch und ungecacht. Nein: Der Rahmen des Katalogs darf aus dem Cache kommen, bis zu einer Minute alt; nie eine Seite.',
      'Sí: mientras asiste a un cliente, todo es reciente y sin caché. No: el marco del catálogo puede venir de la caché, con un minuto como máximo; nunca una página.',
    ),
    type: 'yes-no',
    default: true,
    scopes: D,
    row: 'B14',
    live: true,
  },
  'assist/store_view': {
    section,
    label: text('Store View to Log in', 'Store-View für die Anmeldung', 'Vista de tienda para iniciar sesión'),
    help: text(
      'Automatic: the customer’s own store view. Manual Selection: whoever logs in chooses among those that both share.',
      'Automatisch: die eigene Store-View des Kunden. Manuelle Auswahl: Wer sich anmeldet, wählt unter den gemeinsamen.',
      'Automática: la vista propia del cliente. Selección manual: quien inicia sesión elige entre las que ambos comparten.',
    ),
    type: 'choice',
    options: [
      option('automatic', text('Automatic', 'Automatisch', 'Automática')),
      option('manual', text('Manual Selection', 'Manuelle Auswahl', 'Selección manual')),
    ],
    default: 'automatic',
    scopes: D,
    row: 'B13',
    live: true,
  },
  'assist/handoff/lifetime': {
    section,
    label: text('Hand-over ticket lifetime (seconds)', 'Gültigkeit des Übergabetickets (Sekunden)', 'Vigencia del tique de traspaso (segundos)'),
    type: 'seconds',
    min: 10,
    max: 300,
    default: 60,
    scopes: D,
    row: 'B3',
    live: true,
  },
  'assist/link/lifetime': {
    section,
    label: text('Link lifetime (seconds)', 'Gültigkeit des Links (Sekunden)', 'Vigencia del enlace (segundos)'),
    type: 'seconds',
    min: 60,
    max: 86_400,
    default: 600,
    scopes: D,
    row: 'B18',
    live: true,
  },
  'assist/cart/mode': {
    section,
    label: text('Cart used', 'Verwendeter Warenkorb', 'Carrito utilizado'),
    type: 'choice',
    options: [
      option('customer-cart', text("the customer's cart", 'der Warenkorb des Kunden', 'el carrito del cliente')),
      option('side-cart', text('a side cart the customer accepts', 'ein zweiter Warenkorb, den der Kunde annimmt', 'un carrito aparte que el cliente acepta')),
    ],
    default: 'customer-cart',
    scopes: DW,
    row: 'C8',
    live: true,
  },
  'assist/notify/customer': {
    section,
    label: text('Tell the customer by mail', 'Kunden per E-Mail informieren', 'Avisar al cliente por correo'),
    type: 'choice',
    options: [
      option('never', text('never', 'nie', 'nunca')),
      option('start', text('at the start', 'zu Beginn', 'al empezar')),
      option('end', text('at the end', 'am Ende', 'al terminar')),
      option('both', text('at the start and at the end', 'zu Beginn und am Ende', 'al empezar y al terminar')),
    ],
    default: 'never',
    scopes: DW,
    row: 'B20',
    live: true,
  },
  'assist/notify/staff_name': {
    section,
    label: text('Name shown to the customer', 'Name, den der Kunde sieht', 'Nombre que ve el cliente'),
    type: 'choice',
    options: [
      option('name', text('name', 'Name', 'nombre')),
      option('pseudonym', text('pseudonym', 'Pseudonym', 'seudónimo')),
    ],
    default: 'name',
    scopes: DW,
    row: 'B20',
    live: true,
  },
} as const satisfies SettingTable;
