import { say } from './wording.ts';

/** What customers write at checkout. */
export const orderComments = [
  say('Please deliver before 7:30, the crane leaves at eight.', 'Bitte vor 7:30 Uhr liefern, der Kran fährt um acht.', 'Entregar antes de las 7:30, la grúa se va a las ocho.'),
  say('Call the site manager on arrival.', 'Bei Ankunft den Polier anrufen.', 'Llamar al encargado de obra al llegar.'),
  say('Put our project number 26-118 on the delivery note.', 'Unsere Projektnummer 26-118 auf den Lieferschein.', 'Poner nuestro número de obra 26-118 en el albarán.'),
  say('Collect the empty cable drums, please.', 'Bitte die leeren Trommeln mitnehmen.', 'Recoger las bobinas vacías, por favor.'),
  say('Partial delivery is fine.', 'Teillieferung ist in Ordnung.', 'Se acepta entrega parcial.'),
  say('Leave it at the gate, code is with the driver.', 'Am Tor abstellen, der Fahrer kennt den Code.', 'Dejar en la puerta, el conductor tiene el código.'),
] as const;

/** What staff note on a customer. */
export const customerNotes = [
  say('Prefers a call to an e-mail, best between seven and eight.', 'Lieber anrufen als mailen, am besten zwischen sieben und acht.', 'Prefiere llamada a correo, mejor entre las siete y las ocho.'),
  say('Orders gloves every first Monday; ask for sizes 9 and 10.', 'Bestellt jeden ersten Montag Handschuhe; nach Größe 9 und 10 fragen.', 'Pide guantes cada primer lunes; preguntar por tallas 9 y 10.'),
  say('New apprentice buys on the account since September.', 'Neuer Auszubildender bestellt seit September mit.', 'Desde septiembre también compra el nuevo aprendiz.'),
  say('Competitor offered the 60 × 60 panel at 44, matched for 40 pieces.', 'Wettbewerb bot das Panel 60 × 60 für 44, ab 40 Stück mitgegangen.', 'La competencia ofreció el panel 60 × 60 a 44, igualado desde 40 unidades.'),
  say('Large refit planned in spring, wants a quote in January.', 'Großer Umbau im Frühjahr, Angebot im Januar gewünscht.', 'Gran reforma en primavera, quiere presupuesto en enero.'),
] as const;

/** Why a member of staff entered an account. */
export const visitPurposes = [
  say('Order by phone', 'Bestellung am Telefon', 'Pedido por teléfono'),
  say('Price question', 'Frage zum Preis', 'Consulta de precio'),
  say('Question about a delivery', 'Frage zur Lieferung', 'Consulta sobre una entrega'),
  say('Replacement for a damaged item', 'Ersatz für beschädigte Ware', 'Sustitución de artículo dañado'),
  say('Help with checkout', 'Hilfe an der Kasse', 'Ayuda para finalizar la compra'),
] as const;
