import {
  closeContext,
  endStaffSession,
  lookUpActor,
  lookUpContext,
  lookUpCustomer,
  lookUpSettings,
  lookUpSignIn,
  noteNetwork,
  presentedToken,
  type Caller,
  type ContextLookUp,
  type EndedContext,
  type Origin,
  type Store,
} from '@onbehalf/assist';
import type { Refusal, SettingsReader } from '@onbehalf/core';
import type { Deps } from './deps.ts';
import type { Area } from './route.ts';

export interface Credentials {
  staffCookie: string | undefined;
  /** Between password and second step. */
  signInCookie: string | undefined;
  shopCookie: string | undefined;
  assistCookie: string | undefined;
  bearer: string | undefined;
}

export interface Identity {
  caller: Caller;
  settings: SettingsReader;
  ended: EndedContext | null;
  staffSessionOver: boolean;
  refusal: Refusal | null;
  /** Whose session this is although the account was closed to him: a guest, who is told so and not asked to log in (B9). */
  barred: Extract<Caller, { kind: 'customer' }> | null;
}

export interface IdentifyQuestion {
  area: Area;
  credentials: Credentials;
  store: Store | null;
  now: Date;
  origin: Origin;
  /** False: the page asked by itself; no session lives longer for it (B8). */
  countsAsUse: boolean;
}

/**
 * Who is it? The portal and admin read the staff cookie only, the storefront the context's and else the customer's,
 * REST the bearer token only. Neither credential works in another's place (I2).
 */
export async function identify(deps: Deps, question: IdentifyQuestion): Promise<Identity> {
  const { area, credentials } = question;
  if (area === 'rest') return identifyBearer(deps, question);
  if (area === 'staff' || area === 'admin') return withSignIn(deps, question, await identifyActor(deps, question, presentedToken(credentials.staffCookie, 'staff')));
  if (credentials.assistCookie !== undefined) return identifyContext(deps, question, presentedToken(credentials.assistCookie, 'assist'));
  return identifyCustomer(deps, question);
}

/** What the record may keep of where a request came from (E6). */
export function trackedOrigin(origin: Origin, settings: SettingsReader): Origin {
  return settings.get('audit/ip_tracking') ? origin : { ...origin, ip: null };
}

const GUEST: Pick<Identity, 'caller' | 'ended' | 'staffSessionOver' | 'refusal' | 'barred'> = {
  caller: { kind: 'guest' },
  ended: null,
  staffSessionOver: false,
  refusal: null,
  barred: null,
};

async function guest(deps: Deps, more: Partial<Identity> = {}): Promise<Identity> {
  const settings = more.settings ?? (await deps.db.read((unit) => lookUpSettings(unit)));
  return { ...GUEST, settings, ...more };
}

async function identifyBearer(deps: Deps, question: IdentifyQuestion): Promise<Identity> {
  const { bearer, staffCookie, shopCookie, assistCookie } = question.credentials;
  if (bearer === undefined) return guest(deps);
  if (staffCookie !== undefined || shopCookie !== undefined || assistCookie !== undefined) return guest(deps, { refusal: { code: 'two-credentials' } });
  const staff = presentedToken(bearer, 'staffApi');
  if (staff !== null) return identifyActor(deps, question, staff);
  const context = presentedToken(bearer, 'assistApi');
  if (context === null) return guest(deps, { refusal: { code: 'not-signed-in' } });
  return identifyContext(deps, question, context);
}

async function identifyActor(deps: Deps, { now, origin, area, countsAsUse }: IdentifyQuestion, hash: Buffer | null): Promise<Identity> {
  if (hash === null) return guest(deps);
  const found = await deps.db.read((unit) => lookUpActor(unit, { hash, now, countsAsUse }));
  if (found === null) return guest(deps, { refusal: area === 'rest' ? { code: 'not-signed-in' } : null });
  if (found.live) return { ...GUEST, caller: found.caller, settings: found.settings };
  if (!found.alreadyEnded) {
    await deps.db.transaction((unit) => endStaffSession(unit, { staffSessionId: found.sessionId, reason: found.reason, now, origin: trackedOrigin(origin, found.settings) }));
  }
  return guest(deps, { settings: found.settings, staffSessionOver: true, refusal: area === 'rest' ? { code: 'not-signed-in' } : null });
}

// A guest all the same: what a password alone opens is the second step, and nothing else (A2).
async function withSignIn(deps: Deps, { credentials, now }: IdentifyQuestion, identity: Identity): Promise<Identity> {
  const hash = presentedToken(credentials.signInCookie, 'signIn');
  if (identity.caller.kind !== 'guest' || hash === null) return identity;
  const signIn = await deps.db.read((unit) => lookUpSignIn(unit, { hash, now }));
  return signIn === null ? identity : { ...identity, caller: { kind: 'guest', signIn } };
}

// A presented context never becomes anybody else, not even where its cookie is nonsense: it is over (B9).
async function identifyContext(deps: Deps, { now, origin, store, area, countsAsUse }: IdentifyQuestion, hash: Buffer | null): Promise<Identity> {
  const found = hash === null ? null : await contextNow(deps, { hash, now, countsAsUse, origin });
  if (found === null) return guest(deps, { refusal: { code: 'assist-session-over' } });
  if (!found.live) {
    await writeEnd(deps, found.ended, { now, origin: trackedOrigin(origin, found.settings) });
    return guest(deps, { settings: found.settings, ended: found.ended, refusal: { code: 'assist-session-over' } });
  }
  const { caller, settings } = found;
  const elsewhere = area === 'rest' ? null : storeRefusal(caller, store, settings);
  if (elsewhere !== null) return { ...GUEST, caller, settings, refusal: elsewhere };
  return { ...GUEST, caller: store === null ? caller : { ...caller, store }, settings };
}

/** The context as it is, and as it is after another network was noted, which may have ended it (N05). */
async function contextNow({ db }: Deps, { hash, now, countsAsUse, origin }: { hash: Buffer; origin: Origin } & Pick<IdentifyQuestion, 'now' | 'countsAsUse'>): Promise<ContextLookUp | null> {
  const asked = { hash, now, countsAsUse, ip: origin.ip };
  const found = await db.read((unit) => lookUpContext(unit, asked));
  if (found === null || !found.live || !found.networkIsNew || !found.settings.get('audit/ip_tracking')) return found;
  await db.transaction((unit) => noteNetwork(unit, { ...found, now, origin }));
  return db.read((unit) => lookUpContext(unit, asked));
}

// What the look-up found over but nobody has written down yet: idle ends the staff session and with it the context.
async function writeEnd(deps: Deps, ended: EndedContext, { now, origin }: { now: Date; origin: Origin }): Promise<void> {
  if (ended.endedAt === null) await deps.db.transaction((unit) => closeContext(unit, ended, { now, origin }));
}

/** A context works only inside its website and the actor's stores (B13). */
function storeRefusal(caller: Extract<Caller, { kind: 'context' }>, store: Store | null, settings: SettingsReader): Refusal | null {
  if (store === null) return null;
  // What was asked for at the start, consent and reason, was asked for that website (B10): a shared account doesn't change that.
  if (store.websiteId !== caller.store.websiteId) return { code: settings.get('customer/share') === 'global' ? 'context-in-other-website' : 'customer-in-other-website' };
  // As the database has it now: the list of store views in memory is as old as the process (K2).
  if (caller.session.closedStoreIds.has(store.id)) return { code: 'store-unavailable' };
  return caller.actor.storeIds.has(store.id) ? null : { code: 'actor-not-in-store' };
}

async function identifyCustomer(deps: Deps, { credentials, store }: IdentifyQuestion): Promise<Identity> {
  const hash = presentedToken(credentials.shopCookie, 'customer');
  if (hash === null) return guest(deps);
  const found = await deps.db.read((unit) => lookUpCustomer(unit, { hash }));
  if (found === null) return guest(deps);
  // Unless websites share customers (G2) he is a guest elsewhere.
  const isKnown = store === null || found.caller.subject.websiteId === store.websiteId || found.settings.get('customer/share') === 'global';
  if (!isKnown) return guest(deps, { settings: found.settings });
  if (found.isBarred) return guest(deps, { settings: found.settings, barred: store === null ? found.caller : { ...found.caller, store } });
  return { ...GUEST, caller: store === null ? found.caller : { ...found.caller, store }, settings: found.settings };
}
