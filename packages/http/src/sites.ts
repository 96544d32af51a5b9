/** Which origin a place belongs to, and what becomes of a request that came to another one (B3, B13, G01, X12). */
import type { Store } from '@onbehalf/assist';
import type { HttpConfig } from './deps.ts';
import type { Area, Route } from './route.ts';

/** Where a store view is reached, no slash at the end and without its path. */
export function storeOrigin({ origin, storeOrigins }: HttpConfig, { code }: Pick<Store, 'code'>): string {
  return storeOrigins[code] ?? origin;
}

/** The origin a page or a form of this place lives on. */
export function originOf(config: HttpConfig, { area, store }: { area: Area; store: Pick<Store, 'code'> | null }): string {
  if (area === 'staff' || area === 'admin') return config.staffOrigin;
  return store === null ? config.origin : storeOrigin(config, store);
}

/** Every origin there is, each once. */
export function originsOf({ origin, staffOrigin, storeOrigins }: HttpConfig): string[] {
  return [...new Set([origin, staffOrigin, ...Object.values(storeOrigins)])];
}

/** An address as a page of `from` writes it: a path within the same origin, else the whole. */
export function hrefFrom(from: string, { origin, path }: { origin: string; path: string }): string {
  return from === origin ? path : `${origin}${path}`;
}

/** Does entering this store lead to another origin, so that a ticket has to carry the context there (B3)? */
export function isElsewhere(config: HttpConfig, store: Pick<Store, 'code'>): boolean {
  return storeOrigin(config, store) !== config.staffOrigin;
}

/** What a host serves, where origins are kept apart. Null: one origin, or a host that is none of ours. */
export interface Site {
  origin: string;
  isStaff: boolean;
  /** The stores reached there. */
  stores: readonly Store[];
}

export type Placing = { kind: 'here' } | { kind: 'nowhere' } | { kind: 'redirect'; to: string };

const HERE: Placing = { kind: 'here' };
const NOWHERE: Placing = { kind: 'nowhere' };

/**
 * With one origin every host is served, and links name the configured one. With several, a page answers on its own origin
 * only: elsewhere a GET is led there, and anything else is not found.
 */
export function placing(config: HttpConfig, stores: readonly Store[], { route, store, method, host, url }: Placed): Placing {
  if (originsOf(config).length === 1) return HERE;
  const site = siteAt(config, stores, host);
  if (site === null) return NOWHERE;
  if (route.area === 'rest') return isStaffRest(route) && !site.isStaff ? NOWHERE : HERE;
  const own = originOf(config, { area: route.area, store });
  if (site.origin === own) return HERE;
  if (method !== 'GET') return NOWHERE;
  const path = url.split('?')[0];
  return { kind: 'redirect', to: path === '/' ? (homeOf(site) ?? `${own}/`) : `${own}${url}` };
}

interface Placed {
  route: Pick<Route, 'area' | 'path' | 'access'>;
  store: Store | null;
  method: string;
  host: string;
  url: string;
}

/** What may be kept behind a network of its own has no second door at a store. */
function isStaffRest({ path, access }: Pick<Route, 'path' | 'access'>): boolean {
  return path.startsWith('/V1/staff') || access === 'actor' || typeof access === 'object';
}

function homeOf({ isStaff, stores: [first] }: Site): string | null {
  if (isStaff) return '/staff';
  return first === undefined ? null : `${first.base}/`;
}

export function siteAt(config: HttpConfig, stores: readonly Store[], host: string): Site | null {
  const origin = originsOf(config).find((one) => new URL(one).host === hostOf(one, host));
  if (origin === undefined) return null;
  return { origin, isStaff: origin === config.staffOrigin, stores: stores.filter((one) => storeOrigin(config, one) === origin) };
}

// A host may come with the port that goes without saying; an origin never names it.
function hostOf(origin: string, host: string): string {
  const usual = origin.startsWith('https:') ? ':443' : ':80';
  const named = host.toLowerCase();
  return named.endsWith(usual) ? named.slice(0, -usual.length) : named;
}
