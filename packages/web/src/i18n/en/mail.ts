/** Mails: short, and nothing in them that lets anybody in but the link itself. */
export const mail = {
  'mail.hello': 'Hello {name},',
  'mail.sentBy': '{shop} sent this mail to you because of your account there.',
  'mail.sentToStaff': '{shop} sent this copy to you as the member of staff on the order.',
  'mail.total': 'Total',
  'mail.deliverTo': 'Delivery to',
  'mail.payment': 'Payment',
  'mail.comment': 'Comment',

  'mail.order.subject': 'Your order {number}',
  'mail.order.intro': 'thank you for your order {number}. We have it and start on it.',
  'mail.order.button': 'See the order',

  'mail.staff.subject': 'Order {number} for {customer}',
  'mail.staff.intro': 'you placed order {number} for {customer}.',
  'mail.staff.commission': 'Commission',
  'mail.staff.customer': 'Customer',
  'mail.staff.email': 'E-mail',
  'mail.staff.phone': 'Phone',
  'mail.staff.company': 'Company',
  'mail.staff.reason': 'Reason',
  'mail.staff.reference': 'Reference',

  'mail.reset.subject': 'Choose a new password',
  'mail.reset.intro': 'somebody asked for a new password for your account at {shop}. If it was you, choose one here:',
  'mail.reset.button': 'Choose a new password',
  'mail.reset.minutes': 'The link works once, for {minutes, plural, one {# minute} other {# minutes}}.',
  'mail.reset.notYou': 'If it was not you, do nothing. Your password stays as it is.',

  'mail.changed.subject': 'Your password was changed',
  'mail.changed.intro': 'the password of your account at {shop} was just changed, and your other sessions were ended.',
  'mail.changed.notYou': 'If it was not you, use “Forgot password?” at once and tell us.',
} as const;
