import { D, DW, text } from '../authoring.ts';
import type { SettingTable } from '../definition.ts';

const section = ['Staff', 'General'] as const;

export const staffGeneral = {
  'staff/session/lifetime': {
    section,
    label: text('Session lifetime (seconds)', 'Sitzungsdauer (Sekunden)', 'Duración de la sesión (segundos)'),
    help: text(
      'From 60 to 31536000. 3600 for security, 7200 for convenience. Counted from the last request.',
      'Von 60 bis 31536000. 3600 für Sicherheit, 7200 für Bequemlichkeit. Gezählt ab der letzten Anfrage.',
      'De 60 a 31536000. 3600 por seguridad, 7200 por comodidad. Se cuenta desde la última petición.',
    ),
    type: 'seconds',
    min: 60,
    max: 31_536_000,
    default: 900,
    note: {
      above: 900,
      text: text(
        'PCI DSS asks for a new login after 15 minutes (900 seconds) without activity.',
        'PCI DSS verlangt nach 15 Minuten (900 Sekunden) ohne Aktivität eine neue Anmeldung.',
        'PCI DSS exige volver a iniciar sesión tras 15 minutos (900 segundos) sin actividad.',
      ),
    },
    scopes: D,
    row: 'B8',
    live: true,
  },
  'assist/restricted_handles': {
    section,
    label: text('Not allowed handles', 'Nicht erlaubte Handles', 'Handles no permitidos'),
    help: text(
      'Pages closed while you assist a customer, for example: customer_account_edit customer_address_delete wishlist_index_remove',
      'Seiten, die während einer Assistenz geschlossen sind, zum Beispiel: customer_account_edit customer_address_delete wishlist_index_remove',
      'Páginas cerradas mientras asiste a un cliente, por ejemplo: customer_account_edit customer_address_delete wishlist_index_remove',
    ),
    type: 'list',
    separator: 'space',
    default: [],
    scopes: DW,
    row: 'B15',
    live: true,
  },
  'staff/assignment/multiple': {
    section,
    label: text('Can customer have multiple staff', 'Kunde kann mehrere Betreuer haben', 'Un cliente puede tener varias personas asignadas'),
    help: text(
      'No: whoever is assigned newly replaces the one before. Further members of staff that are stored do not count.',
      'Nein: Wer neu zugeordnet wird, ersetzt die Person davor. Gespeicherte weitere Betreuer zählen nicht.',
      'No: quien se asigna sustituye a la persona anterior. Las demás personas guardadas no cuentan.',
    ),
    type: 'yes-no',
    default: false,
    scopes: D,
    row: 'A5',
    live: true,
  },
  'staff/customers/show_before_search': {
    section,
    label: text('Show customers by default', 'Kunden sofort anzeigen', 'Mostrar los clientes de entrada'),
    help: text('No: the list stays empty until somebody searches.', 'Nein: Die Liste bleibt leer, bis gesucht wird.', 'No: la lista queda vacía hasta que se busca.'),
    type: 'yes-no',
    default: true,
    scopes: D,
    row: 'A7',
    live: true,
  },
  'staff/customers/create': {
    section,
    label: text('Enable creating new customer', 'Anlegen neuer Kunden erlauben', 'Permitir crear clientes'),
    type: 'yes-no',
    default: true,
    scopes: DW,
    row: 'A10',
    live: true,
  },
  'staff/group/default': {
    section,
    label: text('Default Staff Group', 'Vorgegebene Mitarbeitergruppe', 'Grupo de personal predeterminado'),
    help: text(
      'Name of the staff group that new staff accounts begin in.',
      'Name der Mitarbeitergruppe, in der neue Mitarbeiterkonten beginnen.',
      'Nombre del grupo en el que empiezan las cuentas nuevas del personal.',
    ),
    type: 'text',
    maxLength: 120,
    default: text('Sales', 'Sales', 'Sales'),
    scopes: D,
    row: 'A4',
    live: true,
  },
} as const satisfies SettingTable;
