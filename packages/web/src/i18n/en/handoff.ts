/** On the way from the portal into a customer: to a store on another origin, and by a link in a mail. */
export const handoff = {
  'handoff.title': 'To {store}',
  'handoff.text': 'You are being logged in to the store.',
  'handoff.go': 'Go on',
  'handoff.back': 'Back to your customers',
  'handoff.stuck': 'Nothing happens here? This page needs JavaScript, and works once, right after “Login to this account”. Turn JavaScript on, or begin again in the portal.',
} as const;
