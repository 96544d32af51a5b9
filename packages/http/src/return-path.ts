// Where a form may send somebody afterwards: places of ours, by pattern, never an address (B4, ASVS 3.7.2).
const STOREFRONT = /^(\/[a-z]{2,12})?\/?(\?.*)?$|^(\/[a-z]{2,12})?\/(account|cart|checkout|search|c|p)([/?][A-Za-z0-9/_?=&%.,:+-]*)?$/;
const PORTAL = /^\/(staff|admin)([/?][A-Za-z0-9/_?=&%.,:+-]*)?$/;
// One record: of admin any page, of the portal a customer or an order (B6).
const RECORD = /^\/admin\/|^\/staff\/(customers|orders)\/[0-9]+([?].*)?$/;
const LOOPS = /\/account\/(login|logout|forgot|reset)|\/assist\/|\/enter\b/;

export function storefrontReturn(path: string | undefined, fallback: string): string {
  return path !== undefined && isLocal(path) && STOREFRONT.test(path) && !PORTAL.test(path) ? path : fallback;
}

export function portalReturn(path: string | undefined, fallback: string): string {
  return path !== undefined && isLocal(path) && PORTAL.test(path) ? path : fallback;
}

/** Where exit leads back to: the record the actor came from, else the fallback. */
export function recordReturn(path: string | undefined, fallback: string): string {
  const place = portalReturn(path, '');
  return RECORD.test(place) ? place : fallback;
}

// A browser reads an encoded dot as a dot: what would lead out of the place is refused in either spelling.
const LEADS_OUT = /^\/\/|\\|\.\.|%(2e|2f|5c)/i;

function isLocal(path: string): boolean {
  const [place = ''] = path.split('?');
  return place.startsWith('/') && !LEADS_OUT.test(place) && !LOOPS.test(place) && !path.includes('\\');
}
