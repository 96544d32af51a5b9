// Every route, for everybody: generated from the route tables, compared with the table in testing/route-expectations.ts.
import { RESOURCE, type AssistMode } from '@onbehalf/core';
import { routes } from '@onbehalf/http';
import type { Route } from '@onbehalf/http/route';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiClient } from '../testing/api-client.ts';
import { openDemoShop, type DemoShop } from '../testing/demo-shop.ts';
import { digestOf } from '../testing/digest.ts';
import { CUSTOMER, PASSWORD, STAFF, enter, logInAsCustomer, logInAsStaff } from '../testing/people.ts';
import { expectationOf } from '../testing/route-expectations.ts';
import { realIdsOf } from '../testing/route-paths.ts';
import type { TestBrowser } from '../testing/test-browser.ts';
import { expectedOf, inParallel, Walker, type Caller, type Persona } from '../testing/walker.ts';

let shop: DemoShop;
let walker: Walker;
beforeAll(async () => {
  shop = await openDemoShop();
  walker = new Walker(shop.server.origin, await realIdsOf(shop, CUSTOMER.john));
  // A mode of its own for each: the smaller of the role's and the consent's.
  await shop.rows(`update role set assist_mode = 'shop' where name = 'Customer Service'`);
});
afterAll(() => shop.close());

const GUEST: Caller = { kind: 'guest' };
const SELLER = [RESOURCE.loginAsCustomer, RESOURCE.editItemPrice, RESOURCE.createCustomer];
const LEAD = [...SELLER, RESOURCE.approvePrices, RESOURCE.viewMargin, RESOURCE.reassignOrders, RESOURCE.assignments, RESOURCE.loginAsCustomerLog, RESOURCE.endAssistSessions, RESOURCE.commissionReport, RESOURCE.sessionReport];

const cookieOf = (browser: TestBrowser): string => [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
const onlyCookie = (browser: TestBrowser, name: string): string => [...browser.cookies].filter(([key]) => key.endsWith(name)).map(([key, value]) => `${key}=${value}`).join('; ');

/** What a browser with these cookies is, and the tokens of its forms. */
async function personaOf(browser: TestBrowser, name: string, callers: Pick<Persona, 'storefront' | 'portal' | 'rest'>, cookie = cookieOf(browser)): Promise<Persona> {
  const tokenAt = async (path: string): Promise<string> => {
    const page = await (await fetch(`${shop.server.origin}${path}`, { headers: { cookie } })).text();
    return /name="_csrf" value="([^"]*)"/.exec(page)?.[1] ?? '';
  };
  const isActor = callers.portal.kind === 'actor';
  return { name, ...callers, headers: { cookie }, formTokens: { storefront: await tokenAt(callers.storefront.kind === 'guest' ? '/account/login' : '/account/information'), portal: await tokenAt(isActor ? '/staff' : '/staff/account/login') } };
}

async function staff(email: string): Promise<TestBrowser> {
  const browser = shop.browser();
  await logInAsStaff(browser, email);
  return browser;
}

async function customer(): Promise<TestBrowser> {
  const browser = shop.browser();
  await logInAsCustomer(browser, 'john.doe@customer.example');
  return browser;
}

async function inside(email: string, customerId: string = CUSTOMER.john): Promise<TestBrowser> {
  const browser = await staff(email);
  await enter(browser, customerId, { switch: '1', confirm: '1' });
  return browser;
}

const actor = (holds: Extract<Caller, { kind: 'actor' }>['holds']): Caller => ({ kind: 'actor', holds });
const context = (mode: AssistMode): Caller => ({ kind: 'context', mode });

/** A staff token, and the token of a context begun with it. */
async function tokens(email: string): Promise<{ api: ApiClient; staff: string; context: string }> {
  const api = new ApiClient(shop.server.origin);
  const given = String((await api.call('POST', '/V1/staff/token', { email, password: PASSWORD })).body['token']);
  const entered = await api.with(given).call('POST', `/V1/staff/customers/${CUSTOMER.john}/token`, { switch: true, confirm: true });
  return { api: api.with(given), staff: given, context: String(entered.body['token']) };
}

const bearer = (token: string): Record<string, string> => ({ authorization: `Bearer ${token}` });
const NOBODY = { storefront: GUEST, portal: GUEST, rest: GUEST };
const guest = (): Promise<Persona> => personaOf(shop.browser(), 'a guest', NOBODY);
const withBearer = async (name: string, token: string, rest: Caller): Promise<Persona> => ({ ...(await guest()), name, rest, headers: bearer(token) });

const pages = routes.filter((route) => route.area !== 'rest');
const store = routes.filter((route) => route.area === 'storefront');
const portal = pages.filter((route) => route.area !== 'storefront');
const rest = routes.filter((route) => route.area === 'rest');

describe('B2, B15, B16, B17: every page and every call, for everybody, as the table written by hand says', () => {
  it('B16: there are routes to walk', () => expect([store.length > 70, portal.length > 140, rest.length > 45]).toEqual([true, true, true]));

  it('B2: a guest', async () => expect(await walker.wrongFor(routes, await guest())).toEqual([]));

  it('G3: a guest with a cart: what any guest may, by its own forms', async () => {
    const browser = shop.browser();
    await browser.get('/p/drill-driver-18v-60');
    await browser.post('/cart/lines', { sku: 'SKU-1001', quantity: '1' });
    expect(await walker.wrongFor(store, await personaOf(browser, 'a guest with a cart', NOBODY))).toEqual([]);
  });

  it('B2: a customer, whose cookie means nothing in the portal and in REST', async () => {
    expect(await walker.wrongFor(routes, await personaOf(await customer(), 'a customer', { ...NOBODY, storefront: { kind: 'customer' } }))).toEqual([]);
  });

  it.each([
    ['a salesperson', STAFF.sarah, SELLER],
    ['one who may look only', STAFF.vera, [RESOURCE.loginAsCustomer]],
    ['a team lead', STAFF.ruth, LEAD],
    ['an administrator', STAFF.admin, 'everything'],
  ] as const)('F2, B2: %s: what the role holds in the portal, a guest in the shop', async (name, email, holds) => {
    const persona = await personaOf(await staff(email), name, { storefront: GUEST, portal: actor(holds), rest: GUEST });
    expect(await walker.wrongFor(pages, persona)).toEqual([]);
  });

  it('F2: an administrator reads every page of the portal as it is', async () => {
    const persona = await personaOf(await staff(STAFF.admin), 'an administrator', { ...NOBODY, portal: actor('everything') });
    expect(await walker.wrongFor(portal.filter(({ method }) => method === 'GET'), persona, '')).toEqual([]);
  });

  it.each([
    ['view', STAFF.vera, [RESOURCE.loginAsCustomer]],
    ['shop', STAFF.olivia, SELLER],
    ['full', STAFF.sarah, SELLER],
  ] as const)('B16, B17: an assist session in %s mode by cookie: that mode in the shop, its actor’s own rights in the portal, nobody in REST', async (mode, email, holds) => {
    const browser = await inside(email);
    const persona = await personaOf(browser, mode, { storefront: context(mode), portal: actor(holds), rest: GUEST });
    expect(await walker.wrongFor(routes, persona)).toEqual([]);
    expect(await walker.wrongFor(store.filter(({ method }) => method === 'GET'), persona, '')).toEqual([]);
    await browser.post('/assist/exit');
  });

  it('B2, I2: the assist cookie alone, and in the place of the staff cookie, opens nothing of the portal', async () => {
    const browser = await inside(STAFF.max);
    const alone = onlyCookie(browser, 'assist');
    const name = onlyCookie(browser, 'staff').split('=')[0] ?? '';
    expect(name).not.toBe('');
    for (const cookie of [alone, `${name}=${alone.split('=')[1] ?? ''}`]) {
      const persona = await personaOf(browser, cookie, { ...NOBODY, storefront: cookie === alone ? context('full') : GUEST }, cookie);
      expect(await walker.wrongFor(portal, persona)).toEqual([]);
    }
    await browser.post('/assist/exit');
  });

  it('B9: a context that is over: its page everywhere in the shop, and never whoever else is logged in there', async () => {
    const browser = await inside(STAFF.max);
    const cookie = cookieOf(browser);
    await browser.post('/assist/exit');
    const persona = await personaOf(browser, 'over', { storefront: { kind: 'over' }, portal: actor(SELLER), rest: GUEST }, `${cookie}; ${onlyCookie(await customer(), 'shop')}`);
    expect(await walker.wrongFor(store, persona)).toEqual([]);
  });

  it('B8: a staff session that ran out, and its context with it', async () => {
    const browser = await inside(STAFF.max);
    await shop.rows(`update staff_session set last_used_at = now() - interval '1 day' where ended_at is null and staff_id = (select id from staff where email = $1)`, [STAFF.max]);
    const persona = await personaOf(browser, 'expired', { storefront: { kind: 'over' }, portal: GUEST, rest: GUEST });
    expect(await walker.wrongFor(pages, persona)).toEqual([]);
  });

  it.each([['view', STAFF.vera], ['shop', STAFF.olivia], ['full', STAFF.max]] as const)('B17, I09: an assist session in %s mode by token: the same table, and nobody in the browser', async (mode, email) => {
    const given = await tokens(email);
    expect(await walker.wrongFor(rest, await withBearer(mode, given.context, context(mode)))).toEqual([]);
    if (mode === 'full') expect(await walker.wrongFor(pages, await withBearer(mode, given.context, context(mode)))).toEqual([]);
    await given.api.call('DELETE', '/V1/staff/token');
    expect(await walker.wrongFor(rest, await withBearer('over', given.context, { kind: 'over' }))).toEqual([]);
    expect(await walker.wrongFor(rest, await withBearer('revoked', given.staff, { kind: 'revoked' }))).toEqual([]);
  });

  it.each([['a salesperson', STAFF.sarah, SELLER], ['a team lead', STAFF.ruth, LEAD], ['an administrator', STAFF.admin, 'everything']] as const)('H1: %s by token: the same rights as in the portal', async (name, email, holds) => {
    const given = await tokens(email);
    expect(await walker.wrongFor(rest, await withBearer(name, given.staff, actor(holds)))).toEqual([]);
  });

  it('H1: a token beside a cookie is refused by every call', async () => {
    const given = await tokens(STAFF.max);
    const browser = await staff(STAFF.vera);
    expect(await walker.wrongFor(rest, { ...(await guest()), name: 'both', rest: { kind: 'two credentials' }, headers: { ...bearer(given.context), cookie: cookieOf(browser) } })).toEqual([]);
  });
});

type Headers = Record<string, string>;

const CROSS_SITE: Headers = { 'sec-fetch-site': 'cross-site' };
const FOREIGN: readonly [name: string, headersAt: (at: number) => Headers][] = [
  ['from another site', () => CROSS_SITE],
  ['with the origin null', () => ({ 'sec-fetch-site': '', origin: 'null' })],
  ['without an origin', () => ({ 'sec-fetch-site': '' })],
  // Each route meets one of these.
  ['of another origin, of a sister site, or come from nowhere', (at) => [{ 'sec-fetch-site': '', origin: 'https://evil.example' }, { 'sec-fetch-site': 'same-site' }, { 'sec-fetch-site': 'none' }][at % 3] ?? CROSS_SITE],
];

const changing = (area: readonly Route[]): Route[] => area.filter(({ method }) => method !== 'GET');

describe('X01, X02, X05: on every route that changes something', () => {
  const pageAddresses = new Set(pages.filter(({ method }) => method === 'GET').map(({ path }) => path));
  let people: { persona: Persona; forms: Route[] }[];
  let api: Persona;
  let strange: string[];
  let before: Record<string, string>;

  beforeAll(async () => {
    const [browser, admin, uma, vera, john] = [await inside(STAFF.sarah), await staff(STAFF.admin), await inside(STAFF.max, CUSTOMER.uma), await staff(STAFF.vera), await customer()];
    people = [
      { persona: await personaOf(browser, 'a context', { storefront: context('full'), portal: actor(SELLER), rest: GUEST }), forms: changing(store) },
      { persona: await personaOf(admin, 'an administrator', { ...NOBODY, portal: actor('everything') }), forms: changing(portal) },
    ];
    api = await withBearer('a context by token', (await tokens(STAFF.olivia)).context, context('shop'));
    const others = [
      await personaOf(uma, 'a context of another customer', { storefront: context('full'), portal: actor(SELLER), rest: GUEST }),
      await personaOf(vera, 'another member of staff', { ...NOBODY, portal: actor([]) }),
      await personaOf(john, 'the customer', { ...NOBODY, storefront: { kind: 'customer' } }),
    ];
    const own = people.map(({ persona }) => persona.formTokens);
    strange = [...others.flatMap(({ formTokens: { storefront, portal: ofPortal } }) => [storefront, ofPortal]), own[0]?.portal ?? '', own[1]?.storefront ?? '', ''];
    before = await digestOf(shop);
  });

  it('X01: GET and HEAD of a form’s address do nothing: no such page, or the page that shows the form', async () => {
    for (const { persona, forms } of people) {
      const query = `?_csrf=${persona.formTokens.storefront}`;
      expect(await inParallel(forms, async (route) => {
        const [get, head] = [await walker.send(route, persona, { method: 'GET', query }), await walker.send(route, persona, { method: 'HEAD', query })];
        const isRight = (pageAddresses.has(route.path) ? get.status < 500 : NO_SUCH.has(get.status)) && NO_SUCH.has(head.status);
        return isRight ? [] : [`${route.method} ${route.path}: GET ${get.status}, HEAD ${head.status}`];
      })).toEqual([]);
    }
  });

  it('X01, X02: in REST no GET and no HEAD changes anything, and a cookie opens nothing, wherever the call comes from', async () => {
    const readable = new Set(rest.filter(({ method }) => method === 'GET').map(({ path }) => path));
    const cookie = people[0]?.persona.headers ?? {};
    expect(await inParallel(changing(rest), async (route) => {
      const [get, head] = [await walker.send(route, api, { method: 'GET' }), await walker.send(route, api, { method: 'HEAD' })];
      const forged = await walker.send(route, { ...api, headers: cookie }, { headers: CROSS_SITE });
      // `/V1/staff/token` reads as a member of staff with that id, which is none of a context's business either.
      const isNothing = NO_SUCH.has(get.status) || get.status === 403;
      const isRight = (readable.has(route.path) ? get.status < 500 : isNothing) && NO_SUCH.has(head.status) && (forged.status === 401 || expectationOf(route)?.who === 'anybody');
      return isRight ? [] : [`${route.method} ${route.path}: GET ${get.status}, HEAD ${head.status}, by cookie ${forged.status}`];
    })).toEqual([]);
  });

  it.each(FOREIGN)('X02: a form %s is refused with 403, though its token is right', async (_name, headersAt) => {
    for (const { persona, forms } of people) {
      expect(await inParallel(forms, async (route) => {
        const { status } = await walker.send(route, persona, { headers: headersAt(forms.indexOf(route)) });
        return status === 403 ? [] : [`${route.method} ${route.path}: ${status}`];
      })).toEqual([]);
    }
  });

  it('X05: the token of another session is refused with 403: of the portal in the context, of another customer’s context, of a customer, of nobody', async () => {
    for (const { persona, forms } of people) {
      const own = Object.values(persona.formTokens);
      const others = strange.filter((token) => !own.includes(token));
      // On the way in the ticket decides, and the ended page's way out takes no token (B3, B9).
      expect(await inParallel(forms.filter(({ anyContext, whenEnded }) => !anyContext && !whenEnded), async (route) => {
        const { status } = await walker.send(route, persona, { token: others[forms.indexOf(route) % others.length] ?? '' });
        const isRight = status === 403 || (status === 303 && (expectedOf(route, persona) === 'back to the dashboard' || route.access === 'sign-in'));
        return isRight ? [] : [`${route.method} ${route.path}: ${status}`];
      })).toEqual([]);
    }
  });

  it('X01, X02, X05: and nothing has changed in the database', async () => expect(await digestOf(shop)).toEqual(before));
});

const NO_SUCH: ReadonlySet<number> = new Set([404, 405]);
