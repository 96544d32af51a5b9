/** Everything that leaves an entry (E1), by action group. Names are stored for good and never renamed. */
export const AUDIT_ACTIONS = {
  'login-as-customer': ['start', 'hand-over', 'make-link', 'end', 'end-session', 'switch', 'extend', 'refused', 'restricted-page', 'suspicious', 'address-change'],
  'staff-session': ['login', 'login-refused', 'extend', 'logout', 'expire', 'change-password', 'request-password-reset', 'reset-password', 'make-token', 'revoke-token', 'set-up-second-factor', 'turn-off-second-factor', 'renew-recovery-codes', 'use-recovery-code', 'reset-second-factor', 'end-session', 'end-all-sessions'],
  staff: ['create', 'update', 'deactivate', 'activate', 'assign-customer', 'unassign-customer', 'add-deputy', 'remove-deputy'],
  'staff-group': ['create', 'update', 'delete'],
  role: ['create', 'update', 'delete'],
  cart: ['view', 'add-line', 'change-quantity', 'remove-line', 'set-price', 'reset-price', 'ask-price', 'withdraw-price', 'approve-price', 'decline-price', 'apply-coupon', 'remove-coupon', 'give-discount', 'take-back-discount', 'give-free-shipping', 'take-back-free-shipping', 'add-free-item', 'quick-order', 'empty', 'restore', 'send-side-cart', 'accept-side-cart', 'decline-side-cart', 'merge-guest-cart', 'show-guest-code', 'take-over-guest-cart'],
  checkout: ['view', 'set-address', 'set-shipping', 'set-payment'],
  order: ['place', 'view', 'reorder', 'replace', 'comment', 'reassign', 'cancel', 'invoice', 'ship', 'refund', 'send-payment-link', 'begin-payment', 'pay', 'payment-failed', 'return-payment', 'send-refund'],
  customer: ['view', 'search', 'create', 'update', 'add-address', 'update-address', 'remove-address', 'block', 'unblock', 'add-note', 'confirm', 'export', 'import', 'login', 'logout', 'change-password', 'erase'],
  company: ['create', 'update', 'add-address', 'update-address', 'remove-address', 'invite-buyer', 'withdraw-invitation', 'add-buyer', 'remove-buyer', 'deactivate-buyer', 'activate-buyer', 'change-role', 'show-orders', 'check-vat-number', 'uncheck-vat-number'],
  wishlist: ['add', 'remove', 'to-cart'],
  newsletter: ['subscribe', 'unsubscribe'],
  consent: ['give', 'withdraw', 'set-by-administrator', 'ask', 'decline', 'show-code', 'give-by-code'],
  catalog: ['create', 'update', 'delete'],
  tax: ['create', 'update', 'delete'],
  shipping: ['create', 'update'],
  configuration: ['view', 'save'],
  'action-log': ['view', 'export', 'verify', 'delete-expired'],
  report: ['view', 'export'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type AuditGroup = keyof typeof AUDIT_ACTIONS;

/** The actions of one group, or of any. */
export type AuditAction<Group extends AuditGroup = AuditGroup> = (typeof AUDIT_ACTIONS)[Group][number];

/** The groups, in the order a filter shows them. */
export const AUDIT_GROUPS: readonly AuditGroup[] = Object.keys(AUDIT_ACTIONS).filter(isAuditGroup);

/** Whether a word from outside is an action group. */
export function isAuditGroup(input: unknown): input is AuditGroup {
  return typeof input === 'string' && Object.hasOwn(AUDIT_ACTIONS, input);
}

/** Whether a group has an action. */
export const isAuditAction = (group: AuditGroup, input: unknown): input is AuditAction => {
  const actions: readonly string[] = AUDIT_ACTIONS[group];
  return actions.some((action) => action === input);
};
