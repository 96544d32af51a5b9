// Where a form may send somebody afterwards: places of ours, by pattern, never an address (B4, ASVS 3.7.2).
const STOREFRONT = /^(\/[a-z]{2,12})?\/?(\?.*)?$|^(\/[a-z]{2,12})?\/(account|cart|checkout|search|c|p)([/?][A-Za-z0-9/_?=&%.,:+-]*)?$/;
const PORTAL = /^\/(staff|admin)([/?][A-Za-z0-9/_?=&%.,:+-]*)?$/;
const LOOPS = /\/account\/(login|logout|forgot|reset)|\/assist\//;

export function storefrontReturn(path: string | undefined, fallback: string): string {
  return path !== undefined && isLocal(path) && STOREFRONT.test(path) && !PORTAL.test(path) ? path : fallback;
}

export function portalReturn(path: string | undefined, fallback: string): string {
  return path !== undefined && isLocal(path) && PORTAL.test(path) ? path : fallback;
}

function isLocal(path: string): boolean {
  return path.startsWith('/') && !path.startsWith('//') && !path.includes('\\') && !path.includes('..') && !LOOPS.test(path);
}
