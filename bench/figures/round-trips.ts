import type { Count, Counted } from '../frame/figure.ts';
import { openSite, type Site, type Visit, type Visitor } from '../stage/open-site.ts';
import type { Stage } from '../stage/open-stage.ts';

const PAGES = ['/', '/c/tools', '/p/bench-1', '/search?q=product', '/cart', '/checkout', '/account', '/account/orders', '/account/addresses', '/account/wishlist'];

/** The pages of a context, each for the second time: the first in five minutes also leaves its entry in the record. */
export async function pageRoundTrips(stage: Stage): Promise<Count> {
  const site = await openSite(stage);
  const visitor = stage.takeContext();
  const counts: Counted[] = [];
  for (const url of PAGES) {
    await site.get(url, visitor);
    counts.push(counted(`GET ${url}`, await site.get(url, visitor), 200));
  }
  return { kind: 'count', name: 'round-trips-page', unit: 'round trips', goal: 3, counts };
}

export async function formRoundTrips(stage: Stage): Promise<Count> {
  const site = await openSite(stage);
  const visitor = stage.takeContext();
  const counts = [await priced(site, visitor, visitor.lineId)];
  return { kind: 'count', name: 'round-trips-set-price-http', unit: 'round trips', goal: 3, counts };
}

export async function orderRoundTrips(stage: Stage): Promise<Count> {
  const site = await openSite(stage);
  const counts = [await ordered(site, stage.takeContext())];
  return { kind: 'count', name: 'round-trips-order', unit: 'round trips', goal: 6, counts };
}

async function priced(site: Site, visitor: Visitor, lineId: string): Promise<Counted> {
  const { body } = await site.get('/cart', visitor);
  const form = { ...hiddenIn(body, 'version', '_csrf'), price: '17.50' };
  return counted('POST /cart/lines/…/price', await site.post(`/cart/lines/${lineId}/price`, visitor, form), 303);
}

async function ordered(site: Site, visitor: Visitor): Promise<Counted> {
  const { body } = await site.get('/checkout', visitor);
  const address = /name="address"[^>]*value="(\d+)"|value="(\d+)"[^>]*name="address"/u.exec(body);
  const form = { ...hiddenIn(body, 'version', 'key', 'expectedTotal', '_csrf'), address: address?.[1] ?? address?.[2] ?? '', shipping: 'standard', payment: 'on-account' };
  return counted('POST /checkout/place', await site.post('/checkout/place', visitor, form), 303);
}

function counted(of: string, { status, roundTrips, body }: Visit, expected: number): Counted {
  if (status !== expected) throw new Error(`${of} was answered with ${status}: ${body.replaceAll(/<[^>]*>/gu, ' ').replaceAll(/\s+/gu, ' ').slice(0, 1500)}`);
  return { of, count: roundTrips.length, parts: roundTrips };
}

/** What a browser would send back with the form. */
function hiddenIn(page: string, ...names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => {
    const value = new RegExp(`name="${name}"[^>]*value="([^"]*)"`, 'u').exec(page)?.[1];
    if (value === undefined) throw new Error(`The page has no field ${name}`);
    return [name, value];
  }));
}
