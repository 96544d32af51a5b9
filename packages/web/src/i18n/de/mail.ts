import type { mail as en } from '../en/mail.ts';

export const mail: Readonly<Record<keyof typeof en, string>> = {
  'mail.hello': 'Guten Tag {name},',
  'mail.sentBy': '{shop} hat Ihnen diese E-Mail wegen Ihres Kundenkontos geschickt.',
  'mail.sentToStaff': '{shop} hat Ihnen diese Kopie geschickt, weil die Bestellung Ihnen zugeordnet ist.',
  'mail.total': 'Gesamtsumme',
  'mail.deliverTo': 'Lieferung an',
  'mail.payment': 'Zahlung',
  'mail.comment': 'Kommentar',

  'mail.order.subject': 'Ihre Bestellung {number}',
  'mail.order.intro': 'vielen Dank für Ihre Bestellung {number}. Sie ist bei uns angekommen, wir fangen damit an.',
  'mail.order.button': 'Bestellung ansehen',

  'mail.staff.subject': 'Bestellung {number} für {customer}',
  'mail.staff.intro': 'Sie haben die Bestellung {number} für {customer} aufgegeben.',
  'mail.staff.commission': 'Provision',
  'mail.staff.customer': 'Kunde',
  'mail.staff.email': 'E-Mail',
  'mail.staff.phone': 'Telefon',
  'mail.staff.company': 'Firma',
  'mail.staff.reason': 'Grund',
  'mail.staff.reference': 'Referenz',

  'mail.reset.subject': 'Neues Passwort wählen',
  'mail.reset.intro': 'für Ihr Konto bei {shop} wurde ein neues Passwort angefordert. Wenn Sie das waren, wählen Sie es hier:',
  'mail.reset.button': 'Neues Passwort wählen',
  'mail.reset.minutes': 'Der Link gilt einmal, {minutes, plural, one {# Minute} other {# Minuten}} lang.',
  'mail.reset.notYou': 'Wenn Sie es nicht waren, brauchen Sie nichts zu tun. Ihr Passwort bleibt, wie es ist.',

  'mail.changed.subject': 'Ihr Passwort wurde geändert',
  'mail.changed.intro': 'das Passwort Ihres Kontos bei {shop} wurde soeben geändert, Ihre anderen Sitzungen sind beendet.',
  'mail.changed.notYou': 'Wenn Sie es nicht waren, nutzen Sie sofort „Passwort vergessen?“ und sagen Sie uns Bescheid.',

  'mail.suspicious.subject': 'Ungewöhnlicher Beginn: {actor}',
  'mail.suspicious.foot': '{shop} schickt Ihnen diese E-Mail, weil Ihre Rolle das Aktionsprotokoll lesen darf.',
  'mail.suspicious.blocked': '{actor} wollte am {when} das Konto von {customer} öffnen. Das wurde abgelehnt, weil „Verdächtige Sitzungen sperren“ eingeschaltet ist.',
  'mail.suspicious.started': '{actor} hat am {when} das Konto von {customer} geöffnet.',
  'mail.suspicious.signs': 'Was ungewöhnlich war',
  'mail.suspicious.next': 'Es kann einen guten Grund dafür geben. Im Protokoll steht jeder Schritt.',
  'mail.suspicious.button': 'Protokoll ansehen',
  'mail.suspicious-many-customers': 'Konten von 30 oder mehr verschiedenen Kunden in einer Stunde',
  'mail.suspicious-address-change': 'Ein anderes Netz als das, in dem die Sitzung begann',
  'mail.suspicious-new-network': 'Ein Netz, aus dem dieses Konto noch nie benutzt wurde',
  'mail.suspicious-night-work': 'Eine Uhrzeit, zu der diese Person kaum je arbeitet',
  'mail.suspicious-price-cuts': 'Rabatte des letzten Tages weit über dem Üblichen',
};
