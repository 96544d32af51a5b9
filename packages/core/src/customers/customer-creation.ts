import type { Refusal } from '../refusals/refusal.ts';

/** What creating a customer is judged by, before the form itself (A10). */
export interface CustomerCreationFacts {
  /** "Can Create Customer" of the staff account; in admin the right of the role. */
  readonly mayCreate: boolean;
  /** Websites the new customer may belong to: the actor's stores, where the shop lets staff create customers. */
  readonly openWebsiteIds: ReadonlySet<number>;
  /** Of the store asked for; null: no such store, or none chosen yet. */
  readonly websiteId: number | null;
}

/** Every reason why nobody is created; empty: the form may be looked at. */
export function customerCreationRefusals({ mayCreate, openWebsiteIds, websiteId }: CustomerCreationFacts): Refusal[] {
  if (!mayCreate) return [{ code: 'actor-may-not-create-customer' }];
  if (openWebsiteIds.size === 0) return [{ code: 'customer-creation-disabled' }];
  return websiteId !== null && !openWebsiteIds.has(websiteId) ? [{ code: 'customer-creation-disabled', field: 'store' }] : [];
}
