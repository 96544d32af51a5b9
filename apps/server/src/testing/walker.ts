import { includesMode, type AssistMode } from '@onbehalf/core';
import type { Route } from '@onbehalf/http/route';
import { expectationOf, type Expectation } from './route-expectations.ts';
import { pathOf, type RealIds } from './route-paths.ts';

/** Who the server should take a request for, in one of the three places. */
export type Caller =
  | { kind: 'guest' }
  | { kind: 'customer' }
  | { kind: 'actor'; holds: 'everything' | readonly string[] }
  | { kind: 'context'; mode: AssistMode }
  /** A context that is over, and its cookie or token is still sent. */
  | { kind: 'over' }
  /** A staff token that is no longer one. */
  | { kind: 'revoked' }
  /** A token beside a cookie. */
  | { kind: 'two credentials' };

export interface Persona {
  name: string;
  storefront: Caller;
  portal: Caller;
  rest: Caller;
  /** Sent with every request. */
  headers: Record<string, string>;
  /** Of the forms of the two places. */
  formTokens: { storefront: string; portal: string };
}

export type Answer = 'let in' | 'to the customer login' | 'to the staff login' | 'back to the dashboard' | 'the ended page' | 'refused' | '401 not-signed-in' | '401 assist-session-over' | '400 two-credentials' | '403 not-in-context' | '403 not-available-in-context' | '403 forbidden';

/** From the table written by hand: what this route answers to this persona. */
export function expectedOf(route: Route, persona: Persona): Answer {
  const written = expectationOf(route);
  if (written === undefined) throw new Error(`${route.method} ${route.path} (${route.handle}) has no expectation: add its handle to testing/route-expectations.ts`);
  if (route.area === 'rest') return inRest(written, persona.rest);
  return route.area === 'storefront' ? inStore(written, persona.storefront) : inPortal(written, persona.portal);
}

const opens = ({ inside }: Expectation, mode: AssistMode): boolean => inside !== 'floor' && inside !== 'portal' && includesMode(mode, inside);

function inStore(written: Expectation, caller: Caller): Answer {
  const { who, way } = written;
  // On the way into a customer the ticket decides, whatever the browser holds.
  if (way === 'always') return 'let in';
  if (caller.kind === 'over') return way === 'ended' ? 'let in' : 'the ended page';
  if (caller.kind === 'context') return opens(written, caller.mode) ? 'let in' : 'back to the dashboard';
  if (who === 'anybody' || who === 'cart') return 'let in';
  // A staff cookie alone opens nobody's account (B2).
  if (caller.kind !== 'customer') return 'to the customer login';
  return who === 'context' ? 'refused' : 'let in';
}

function inPortal({ who }: Expectation, caller: Caller): Answer {
  if (who === 'anybody') return 'let in';
  if (caller.kind !== 'actor' || who === 'between') return 'to the staff login';
  return holdsOne(who, caller.holds) ? 'let in' : 'refused';
}

const holdsOne = (who: Expectation['who'], holds: 'everything' | readonly string[]): boolean => typeof who === 'string' || holds === 'everything' || who.some((right) => holds.includes(right));

function inRest(written: Expectation, caller: Caller): Answer {
  const { who } = written;
  switch (caller.kind) {
    case 'two credentials':
      return '400 two-credentials';
    case 'revoked':
      return '401 not-signed-in';
    case 'over':
      return '401 assist-session-over';
    case 'context':
      return opens(written, caller.mode) ? 'let in' : '403 not-available-in-context';
    case 'actor':
      if (who === 'customer') return '401 not-signed-in';
      if (who === 'context') return '403 not-in-context';
      return holdsOne(who, caller.holds) ? 'let in' : '403 forbidden';
    default:
      return who === 'anybody' ? 'let in' : '401 not-signed-in';
  }
}

/** How a request is sent: with its form's token and something that no route takes, so that whoever is let in changes nothing. */
export const PROBE = '?nul=%00';

export interface Sent {
  status: number;
  to: string;
  code: string;
}

export class Walker {
  readonly #origin: string;
  readonly #ids: RealIds;

  constructor(origin: string, ids: RealIds) {
    this.#origin = origin;
    this.#ids = ids;
  }

  async send(route: Route, { headers, formTokens }: Persona, more: { query?: string; headers?: Record<string, string>; method?: string; token?: string } = {}): Promise<Sent> {
    const method = more.method ?? route.method;
    const isForm = method !== 'GET' && method !== 'HEAD' && route.area !== 'rest';
    const token = more.token ?? formTokens[route.area === 'storefront' ? 'storefront' : 'portal'];
    const response = await fetch(`${this.#origin}${pathOf(route, this.#ids)}${more.query ?? PROBE}`, {
      method,
      redirect: 'manual',
      headers: { 'sec-fetch-site': 'same-origin', ...headers, ...more.headers },
      ...(isForm ? { body: new URLSearchParams({ _csrf: token }) } : {}),
    });
    const text = await response.text();
    const code = /"code":"([a-z-]+)"/.exec(route.area === 'rest' ? text : '')?.[1] ?? '';
    return { status: response.status, to: response.headers.get('location') ?? '', code: route.area === 'storefront' && text.includes('<title>Assist session ended') ? 'ended' : code };
  }

  async answerOf(route: Route, persona: Persona, query = PROBE): Promise<string> {
    const { status, to, code } = await this.send(route, persona, { query });
    if (status >= 500) return `fault ${status}`;
    if (route.area === 'rest') return status === 422 && code === 'invalid-input' ? 'let in' : `${status} ${code}`;
    if (code === 'ended') return 'the ended page';
    if (status === 403) return 'refused';
    if (to.startsWith('/staff/account/login')) return 'to the staff login';
    if (to.startsWith('/account/login')) return 'to the customer login';
    if (to === '/account' && persona.storefront.kind === 'context') return 'back to the dashboard';
    if (query === PROBE) return status === 422 ? 'let in' : `${status} ${to}`;
    return 'let in';
  }

  /** Every route whose answer is another than the table's. */
  async wrongFor(routes: readonly Route[], persona: Persona, query = PROBE): Promise<string[]> {
    return inParallel(routes, async (route) => {
      const [wanted, got] = [expectedOf(route, persona), await this.answerOf(route, persona, query)];
      return got === wanted ? [] : [`${route.method} ${route.path} (${route.handle}): wanted ${wanted}, got ${got}`];
    });
  }
}

const AT_ONCE = 6;

/** A few at a time: most of a request's time is waiting for the database. */
export async function inParallel<Item, Found>(items: readonly Item[], work: (item: Item) => Promise<Found[]>): Promise<Found[]> {
  const found: Found[][] = [];
  const queue = items.entries();
  await Promise.all(Array.from({ length: AT_ONCE }, async () => {
    for (const [at, item] of queue) found[at] = await work(item);
  }));
  return found.flat();
}
