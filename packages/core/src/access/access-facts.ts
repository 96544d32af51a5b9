import type { ActorId, StoreId, SubjectId } from '../kernel/ids.ts';
import type { AssistMode } from './mode.ts';

export type CustomerStatus = 'active' | 'inactive' | 'blocked' | 'suspended';

/** How a shop asks (B10). Not asked: an explicit no still binds. */
export type ConsentPolicy = 'opt-in' | 'opt-out' | 'not-asked' | 'per-request';

/** Where the customer's latest word stands; `none` is no word at all. */
export type ConsentState = 'given' | 'refused' | 'none' | 'withdrawn' | 'expired';

export interface ActorFacts {
  readonly id: ActorId;
  readonly active: boolean;
  /** Resource ids of the actor's role. */
  readonly resources: ReadonlySet<string>;
  readonly storeIds: ReadonlySet<StoreId>;
  readonly accessAllCustomers: boolean;
  /** The customer account that is the actor's own, where known. */
  readonly ownCustomerId: SubjectId | null;
  readonly email: string;
  /** The most the actor's role allows in a context (B17). */
  readonly mode: AssistMode;
}

export interface StoreFacts {
  readonly id: StoreId;
  readonly websiteId: number;
  readonly active: boolean;
}

export interface CustomerFacts {
  readonly id: SubjectId;
  readonly websiteId: number;
  readonly status: CustomerStatus;
  readonly confirmed: boolean;
  /** Whether a staff account has the same person behind it. */
  readonly isStaff: boolean;
  readonly email: string;
  readonly storeId: StoreId;
}

export interface AssignmentFacts {
  readonly primary: boolean;
  /** Assigned beside the primary: further, or as today's deputy. */
  readonly further: boolean;
  /** Assigned to somebody in a staff group that the actor leads (A4). */
  readonly group: boolean;
}

export interface ConsentFacts {
  readonly policy: ConsentPolicy;
  readonly state: ConsentState;
  /** What the customer agreed to; null where no consent is on record. */
  readonly scope: AssistMode | null;
}

/** All that B1 is judged by, from server rows only: at the start, at redemption and on every request. */
export interface AssistFacts {
  readonly feature: { readonly enabled: boolean };
  /** `customer/share`: whether accounts count on every website or on their own alone (G2). */
  readonly sharing: 'per-website' | 'global';
  readonly actor: ActorFacts;
  readonly store: StoreFacts;
  readonly customer: CustomerFacts | null;
  readonly assignment: AssignmentFacts;
  readonly consent: ConsentFacts;
}
