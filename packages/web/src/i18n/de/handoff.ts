/** On the way from the portal into a customer: to a store on another origin, and by a link in a mail. */
export const handoff = {
  'handoff.title': 'Zu {store}',
  'handoff.text': 'Sie werden im Shop angemeldet.',
  'handoff.go': 'Weiter',
  'handoff.back': 'Zurück zu Ihren Kunden',
  'handoff.stuck': 'Es passiert nichts? Diese Seite braucht JavaScript und gilt einmal, gleich nach „In diesem Konto anmelden“. Schalten Sie JavaScript ein, oder beginnen Sie im Portal von vorn.',
} as const;
