/** On the way from the portal into a customer: to a store on another origin, and by a link in a mail. */
export const handoff = {
  'handoff.title': 'A {store}',
  'handoff.text': 'Se está iniciando la sesión en la tienda.',
  'handoff.go': 'Continuar',
  'handoff.back': 'Volver a sus clientes',
  'handoff.stuck': '¿No ocurre nada? Esta página necesita JavaScript y sirve una sola vez, justo después de «Entrar en esta cuenta». Active JavaScript o empiece de nuevo en el portal.',
} as const;
