import { DW, option, text } from '../authoring.ts';
import type { SettingTable } from '../definition.ts';

const section = ['Staff', 'Orders'] as const;

export const staffOrders = {
  'staff/order/set_permanently': {
    section,
    label: text('Set staff permanently on order', 'Betreuer dauerhaft an Bestellungen vermerken', 'Fijar siempre la persona asignada en el pedido'),
    help: text(
      'Yes: an order the customer places alone also carries the assigned member of staff.',
      'Ja: Auch eine Bestellung, die der Kunde allein aufgibt, trägt den zugeordneten Betreuer.',
      'Sí: también un pedido que el cliente hace solo lleva la persona asignada.',
    ),
    type: 'yes-no',
    default: false,
    scopes: DW,
    row: 'D2',
    live: true,
  },
  'staff/order/public_comment': {
    section,
    label: text('Public order comment', 'Öffentlicher Bestellkommentar', 'Comentario público en el pedido'),
    type: 'yes-no',
    default: false,
    scopes: DW,
    row: 'D1',
    live: true,
  },
  'staff/order/confirmation_copy': {
    section,
    label: text('Send order confirmation copy to staff', 'Kopie der Bestellbestätigung an Mitarbeitende senden', 'Enviar copia de la confirmación al personal'),
    type: 'choice',
    options: [
      option('per-account', text('per staff account', 'je Mitarbeiterkonto', 'según la cuenta')),
      option('always', text('always', 'immer', 'siempre')),
      option('never', text('never', 'nie', 'nunca')),
    ],
    default: 'per-account',
    scopes: DW,
    row: 'D5',
    live: true,
  },
} as const satisfies SettingTable;
