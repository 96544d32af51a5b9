interface StoreView {
  readonly id: number;
  readonly websiteId: number;
  readonly active: boolean;
}

/** Whose account, who would enter it, and among which store views (B13). */
export interface StoreChoice<Store extends StoreView> {
  /** `assist/store_view`. */
  readonly mode: 'automatic' | 'manual';
  /** `customer/share`: across websites an account is known in the stores of all of them (G2). */
  readonly sharing: 'per-website' | 'global';
  readonly customer: { readonly websiteId: number; readonly storeId: number };
  readonly actorStoreIds: ReadonlySet<number>;
  readonly stores: readonly Store[];
}

/** Every store view that the customer and the actor share, open ones only. */
export const sharedStores = <Store extends StoreView>({ sharing, customer, actorStoreIds, stores }: StoreChoice<Store>): Store[] =>
  stores.filter((store) => store.active && actorStoreIds.has(store.id) && (sharing === 'global' || store.websiteId === customer.websiteId));

/** What there is to choose from: nothing where the customer's own is taken. */
export const choosableStores = <Store extends StoreView>(choice: StoreChoice<Store>): Store[] =>
  choice.mode === 'manual' ? sharedStores(choice) : [];

/** Where a start leads when nobody chose: the customer's own, or, where the actor can't work there but may choose, the first shared one. */
export function storeToEnter<Store extends StoreView>(choice: StoreChoice<Store>): Store | null {
  const own = choice.stores.find((store) => store.id === choice.customer.storeId) ?? null;
  const offered = choosableStores(choice);
  return offered.length === 0 || offered.some((store) => store.id === own?.id) ? own : (offered[0] ?? null);
}
