/** From bytes to a call: who is it, where, when, and what was sent. Nothing is decided here. */
import { presentedToken, type Origin, type Store } from '@onbehalf/assist';
import type { Locale } from '@onbehalf/core';
import type { FastifyRequest } from 'fastify';
import type { Arrived, GuestCart } from './arrived.ts';
import { cookieName } from './cookies.ts';
import { guestFormKey, isUnsafe } from './csrf.ts';
import type { Deps } from './deps.ts';
import { readFlash } from './flash.ts';
import { sessionIdOf } from './frame.ts';
import { signInOf } from './present/sign-in.ts';
import { readUpload } from './read-upload.ts';
import type { Call } from './handle.ts';
import { identify, trackedOrigin, type Credentials, type Identity } from './identify.ts';
import type { Area, Route } from './route.ts';
import { sentBody } from './sent-body.ts';
import { originOf } from './sites.ts';

export async function callOf(deps: Deps, route: Route, { store, request }: { store: Store | null; request: FastifyRequest }): Promise<Call> {
  const now = deps.clock.now();
  const origin: Origin = { ip: request.ip, userAgent: request.headers['user-agent'] ?? '', requestId: request.id };
  const site = originOf(deps.config, { area: route.area, store });
  const identity = await identify(deps, { area: route.area, credentials: credentialsOf(site, request), store, now, origin, countsAsUse: route.countsAsUse });
  return {
    deps,
    route,
    arrived: arrivedOf(deps, { request, store, now, origin, site, identity, countsAsUse: route.countsAsUse, area: route.area }),
    refusal: identity.refusal ?? mediaRefusal(request, route.area),
    upload: route.takesFiles && isMultipart(request) ? () => readUpload(request.raw) : null,
    form: {
      method: request.method,
      secFetchSite: headerOf(request, 'sec-fetch-site'),
      origin: headerOf(request, 'origin'),
      ownOrigin: site,
    },
    input: { body: objectOf(request.body), query: objectOf(request.query), params: objectOf(request.params) },
  };
}

// A form posts a form, REST takes JSON: nothing else is guessed at (X04).
function mediaRefusal(request: FastifyRequest, area: Area): Identity['refusal'] {
  if (!isUnsafe(request.method) || request.body === undefined || request.body === null) return null;
  const type = (headerOf(request, 'content-type') ?? '').split(';')[0];
  const wanted = area === 'rest' ? 'application/json' : 'application/x-www-form-urlencoded';
  return type === wanted ? null : { code: 'unsupported-media-type' };
}

const isMultipart = (request: FastifyRequest): boolean => (headerOf(request, 'content-type') ?? '').startsWith('multipart/form-data');

function credentialsOf(site: string, request: FastifyRequest): Credentials {
  const authorization = headerOf(request, 'authorization');
  return {
    staffCookie: request.cookies[cookieName(site, 'staff')],
    signInCookie: request.cookies[cookieName(site, 'sign-in')],
    shopCookie: request.cookies[cookieName(site, 'shop')],
    assistCookie: request.cookies[cookieName(site, 'assist')],
    bearer: authorization === undefined ? undefined : (/^Bearer (\S+)$/i.exec(authorization)?.[1] ?? ''),
  };
}

interface Arrival {
  request: FastifyRequest;
  store: Store | null;
  now: Date;
  origin: Origin;
  /** The origin the place lives on. */
  site: string;
  identity: Identity;
  countsAsUse: boolean;
  area: Area;
}

function arrivedOf(deps: Deps, { request, store, now, origin, site, identity, countsAsUse, area }: Arrival): Arrived {
  const { caller, settings, ended, staffSessionOver, barred } = identity;
  const guestCart = guestCartIn(request, { site, identity, store });
  const formKey = sessionIdOf(caller) ?? signInOf(caller)?.id ?? guestFormKey(guestCart);
  const isPrefetch = (headerOf(request, 'sec-purpose') ?? '').includes('prefetch');
  return {
    caller,
    store: store ?? (caller.kind === 'context' ? caller.store : null),
    settings,
    locale: localeOf(store, identity, headerOf(request, 'accept-language')),
    timeZone: caller.kind === 'actor' ? caller.actor.timeZone : (store?.timeZone ?? deps.stores[0]?.timeZone ?? 'UTC'),
    now,
    origin: trackedOrigin(origin, settings),
    peer: request.ip,
    site,
    nonce: request.cookies[cookieName(site, 'handoff')],
    guestCart,
    device: request.cookies[cookieName(site, 'device')],
    url: request.url,
    method: request.method,
    formKey,
    // What isn't shown to anybody, or asked for by a page itself, takes no message away (DESIGN: Web).
    flash: isPrefetch || !countsAsUse ? null : readFlash(deps.config.secret, formKey, request.cookies[cookieName(site, 'flash')]),
    isPrefetch,
    sent: area === 'rest' ? { body: sentBody(request), header: (name) => headerOf(request, name) } : null,
    idempotencyKey: headerOf(request, 'idempotency-key') ?? null,
    ended,
    staffSessionOver,
    barred,
  };
}

// In a context, alive or over, the actor's own guest cart is not looked at; nor is a customer's, who has one of his own (B9, C8).
function guestCartIn(request: FastifyRequest, { site, identity, store }: Pick<Arrival, 'site' | 'identity' | 'store'>): GuestCart | null {
  if (store === null || identity.caller.kind !== 'guest' || request.cookies[cookieName(site, 'assist')] !== undefined) return null;
  const token = request.cookies[cookieName(site, 'cart')];
  const hash = presentedToken(token, 'guestCart');
  return token === undefined || hash === null ? null : { token, hash };
}

const LOCALES: readonly Locale[] = ['en', 'de', 'es'];

function localeOf(store: Store | null, { caller }: Identity, accepted: string | undefined): Locale {
  if (store !== null) return store.locale;
  if (caller.kind === 'actor') return caller.actor.language;
  const signIn = signInOf(caller);
  if (signIn !== null) return signIn.actor.language;
  if (caller.kind === 'context') return caller.store.locale;
  const wanted = (accepted ?? '').split(',').map((part) => part.trim().slice(0, 2).toLowerCase());
  const known = wanted.find((one) => LOCALES.some((locale) => locale === one));
  return LOCALES.find((locale) => locale === known) ?? 'en';
}

function headerOf(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}

function objectOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}
