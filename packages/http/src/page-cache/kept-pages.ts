import type { Store } from '@onbehalf/assist';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { PageAnswer } from '../answer.ts';
import { cookieName } from '../cookies.ts';
import type { Deps } from '../deps.ts';
import type { Route } from '../route.ts';
import { storeOrigin } from '../sites.ts';
import type { Tag } from './page-cache.ts';

/** A visit that may be answered from the cache, and may be kept in it. */
export interface AnonymousVisit {
  key: string;
  /** Of the cache, before anything was read. */
  generation: number;
}

const LONGEST_URL = 500;
// A guest's cart too: the page counts its pieces (G3).
const PERSONAL = ['shop', 'assist', 'flash', 'cart'] as const;

/**
 * Null for whoever is known, or may be: a context never gets a cached page and never writes one, whatever the setting
 * (B14). A cookie that means nothing any more counts as known: an ended context must read that it has ended (B9).
 */
export function anonymousVisit(deps: Deps, { cached, asks }: Pick<Route, 'cached' | 'asks'>, { store, request }: { store: Store | null; request: FastifyRequest }): AnonymousVisit | null {
  if (!cached || store === null || request.url.length > LONGEST_URL || request.headers.authorization !== undefined) return null;
  if (PERSONAL.some((name) => request.cookies[cookieName(storeOrigin(deps.config, store), name)] !== undefined)) return null;
  const place = placeOf(request.url, asks);
  return place === null ? null : { key: `${store.id} ${request.headers.host ?? ''} ${place}`, generation: deps.pageCache.generation };
}

/**
 * One list, one name, in whatever order its address is written and with fields left empty. Null where it says what the
 * route knows nothing of: there is no end of such addresses, and none is worth keeping.
 */
function placeOf(url: string, asks: readonly string[]): string | null {
  if (!url.includes('?')) return url;
  const [path = '', ...rest] = url.split('?');
  const said = [...new URLSearchParams(rest.join('?'))].filter(([, value]) => value !== '').toSorted(([a, x], [b, y]) => (a === b ? (x < y ? -1 : 1) : a < b ? -1 : 1));
  if (said.some(([name]) => !asks.includes(name))) return null;
  const query = new URLSearchParams(said).toString();
  return query === '' ? path : `${path}?${query}`;
}

/** True: it was in the cache and has been sent. */
export function sendKept(deps: Deps, reply: FastifyReply, { key }: AnonymousVisit): boolean {
  const page = deps.pageCache.page(key, deps.clock.now());
  if (page === null) return false;
  void reply.header('cache-control', 'private, no-cache').header('vary', 'Cookie, Authorization').header('onbehalf-cache', 'hit').type('text/html; charset=utf-8').send(page);
  return true;
}

/** Keeps a whole page that greets nobody; a refusal, a message or a cookie is for one visitor only. */
export function keepPage(deps: Deps, { key, generation }: AnonymousVisit, { answer, html }: { answer: PageAnswer; html: string }): void {
  if ((answer.status ?? 200) !== 200 || answer.cookies !== undefined || answer.view !== undefined) return;
  // As bytes: they are made once, and not for every visitor.
  deps.pageCache.putPage(key, Buffer.from(html), { tags: answer.shows ?? [], now: deps.clock.now(), generation });
}

export const productTag = (sku: string): Tag => `product:${sku}`;

/** What a page with these products shows: one with options shows its variants, wherever it stands. */
export const tagsOf = (products: readonly { sku: string; variants: readonly { sku: string }[] | null }[]): Tag[] =>
  products.flatMap(({ sku, variants }) => [sku, ...(variants ?? []).map((one) => one.sku)]).map(productTag);
