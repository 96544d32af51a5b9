import type { Arrived } from '../arrived.ts';
import type { Deps } from '../deps.ts';
import type { InStore } from './names.ts';

/** The store view that REST is asked about: a context's own and no other, for anybody else the named one, else the first. Null: there is none of that code. */
export function storeAsked({ stores }: Pick<Deps, 'stores'>, request: Arrived, code: string | undefined): InStore | null {
  if (request.store !== null) return code === undefined || code === request.store.code ? { ...request, store: request.store } : null;
  const store = code === undefined ? stores[0] : stores.find((one) => one.code === code);
  return store === undefined ? null : { ...request, store, locale: store.locale };
}
