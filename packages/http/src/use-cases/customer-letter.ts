import type { Deps } from '../deps.ts';
import type { QueuedMail } from '../jobs/mail-outbox.ts';

export interface CustomerLetter {
  template: QueuedMail['template'];
  customerId: string;
  /** The customer's own store: its language and name are the mail's. */
  storeId: number;
  recipient: string;
  /** Whose doing it was; null: the customer's own. */
  actorId: string | null;
  params?: Record<string, string>;
}

/** A mail to a customer, in the language of the customer's store. */
export function customerLetter(deps: Deps, { template, customerId, storeId, recipient, actorId, params }: CustomerLetter): QueuedMail {
  const store = deps.stores.find((one) => one.id === storeId) ?? deps.stores[0];
  return {
    id: deps.random.uuid(),
    template,
    params: { personKind: 'customer', personId: customerId, store: store?.code ?? '', ...params },
    locale: store?.locale ?? 'en',
    recipient,
    actorId,
    subjectId: customerId,
    assistSessionId: null,
  };
}
