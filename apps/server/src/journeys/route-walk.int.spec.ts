import { RESOURCE, includesMode, type AssistMode } from '@onbehalf/core';
import { routes } from '@onbehalf/http';
import type { Route } from '@onbehalf/http/route';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDemoShop, type DemoShop } from '../testing/demo-shop.ts';
import { CUSTOMER, STAFF, enter, logInAsCustomer, logInAsStaff } from '../testing/people.ts';
import type { TestBrowser } from '../testing/test-browser.ts';

type Answer = 'let in' | 'to the customer login' | 'to the staff login' | 'back to the dashboard' | 'refused';

interface Persona {
  name: string;
  kind: 'guest' | 'customer' | 'context' | 'actor';
  mode?: AssistMode;
  everything?: boolean;
  /** What the role holds among the resources that routes ask for. */
  holds?: readonly string[];
  open(): Promise<TestBrowser>;
}

let shop: DemoShop;
beforeAll(async () => {
  shop = await openDemoShop();
});
afterAll(() => shop.close());

async function staff(email: string): Promise<TestBrowser> {
  const browser = shop.browser();
  await logInAsStaff(browser, email);
  return browser;
}

async function inside(email: string): Promise<TestBrowser> {
  const browser = await staff(email);
  await enter(browser, CUSTOMER.john, { switch: '1', confirm: '1' });
  return browser;
}

const PERSONAS: Persona[] = [
  { name: 'a guest', kind: 'guest', open: async () => shop.browser() },
  {
    name: 'a customer', kind: 'customer',
    open: async () => {
      const browser = shop.browser();
      await logInAsCustomer(browser, 'john.doe@customer.example');
      return browser;
    },
  },
  { name: 'a context in view mode', kind: 'context', mode: 'view', open: () => inside(STAFF.vera) },
  { name: 'a context in full mode', kind: 'context', mode: 'full', holds: [RESOURCE.createCustomer], open: () => inside(STAFF.olivia) },
  { name: 'a salesperson', kind: 'actor', holds: [RESOURCE.createCustomer], open: () => staff(STAFF.max) },
  { name: 'an administrator', kind: 'actor', everything: true, open: () => staff(STAFF.admin) },
];

/** Written by hand beside the guard, from the rows: what each route answers to each persona (B2, B15–B17). */
function expected(route: Route, persona: Persona): Answer {
  return route.area === 'storefront' ? expectedInStore(route, persona) : expectedInPortal(route, persona);
}

// Every form is sent without its token, so that nothing is changed: who is let in is refused for that alone.
const last = (route: Route): Answer => (route.method === 'GET' ? 'let in' : 'refused');

function expectedInPortal(route: Route, persona: Persona): Answer {
  if (route.access === 'public') return last(route);
  // A browser inside a customer holds a staff cookie too: the portal reads that one and no other.
  if (persona.kind !== 'actor' && persona.kind !== 'context') return 'to the staff login';
  const asksForMore = typeof route.access === 'object' || route.handle === 'adminhtml_index_index';
  const right = typeof route.access === 'object' && 'resource' in route.access ? route.access.resource : null;
  // All of the staff here may log in as customer.
  const isHeld = right !== null && (right === RESOURCE.loginAsCustomer || persona.holds?.includes(right) === true);
  return asksForMore && !isHeld && persona.everything !== true ? 'refused' : last(route);
}

function expectedInStore(route: Route, persona: Persona): Answer {
  // On the way into a customer the ticket decides, whatever the browser holds; these have none.
  if (route.anyContext) return 'let in';
  if (persona.kind === 'context') {
    const open = route.inContext !== 'never' && route.inContext !== 'outside' && includesMode(persona.mode ?? 'view', route.inContext);
    return open ? last(route) : 'back to the dashboard';
  }
  // The way off the ended page takes no token, and leads a browser without a context to the shop or the portal.
  if (route.whenEnded) return 'let in';
  if (route.access === 'public') return last(route);
  // A staff cookie alone opens nobody's account (B2).
  if (persona.kind !== 'customer') return 'to the customer login';
  return route.access === 'context' ? 'refused' : last(route);
}

const pathOf = ({ path }: Route): string =>
  path
    .replace(':slug', 'fasteners')
    .replace(':number', '100001')
    .replace(':section', 'staff-general')
    .replace(':code', 'consent-missing')
    .replace(/:id(?=\/|$)/, path.includes('lines') || path.includes('receipts') || path.includes('mails') || path.includes('handoffs') || path.includes('/links/') ? '00000000-0000-4000-8000-000000000000' : '1001');

async function answerOf(browser: TestBrowser, route: Route, persona: Persona): Promise<string> {
  const response = await browser.raw(pathOf(route), {
    method: route.method,
    headers: { 'sec-fetch-site': 'same-origin' },
    ...(route.method === 'GET' ? {} : { body: new URLSearchParams({}) }),
  });
  const to = response.headers.get('location') ?? '';
  if (response.status >= 500) return `fault ${response.status}`;
  if (response.status === 403) return 'refused';
  if (to.startsWith('/staff/account/login')) return 'to the staff login';
  if (to.startsWith('/account/login')) return 'to the customer login';
  return to === '/account' && persona.kind === 'context' ? 'back to the dashboard' : 'let in';
}

describe('every route, for everybody', () => {
  const pages = routes.filter((route) => route.area !== 'rest');
  it('there are routes to walk', () => expect(pages.length).toBeGreaterThan(50));

  it.each(PERSONAS.map((persona) => [persona.name, persona] as const))('%s is let in, sent to log in, sent back or refused as the table says', async (_name, persona) => {
    const browser = await persona.open();
    const wrong: string[] = [];
    for (const route of pages) {
      const wanted = expected(route, persona);
      const got = await answerOf(browser, route, persona);
      if (got !== wanted) wrong.push(`${route.method} ${route.path} (${route.handle}): wanted ${wanted}, got ${got}`);
    }
    expect(wrong).toEqual([]);
    if (persona.kind === 'context') await browser.post('/assist/exit');
  });
});
