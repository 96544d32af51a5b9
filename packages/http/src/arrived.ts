import type { Caller, EndedContext, Origin, Store } from '@onbehalf/assist';
import type { Locale, SettingsReader } from '@onbehalf/core';
import type { Flashed } from './flash.ts';

/** What names a guest's carts, for the cookie to be given again, and what the database knows of it. */
export interface GuestCart {
  token: string;
  hash: Buffer;
}

/** A request as the rest of the server sees it: who is it, where, when. No cookie and no token gets further than this. */
export interface Arrived {
  caller: Caller;
  /** The store view of the address; null in the portal, in admin and for REST calls without a context. */
  store: Store | null;
  settings: SettingsReader;
  locale: Locale;
  timeZone: string;
  now: Date;
  /** As the record keeps it: without the address where addresses aren't tracked (E6). */
  origin: Origin;
  /** The address itself, for limits only; never written down. */
  peer: string;
  /** The origin this page lives on: the portal's, or its store's (B3). */
  site: string;
  /** What this browser was given when a hand-over to this store began; undefined without one. */
  nonce: string | undefined;
  /** A guest's carts (G3). Null for everybody else: whose cart it is follows from who asks, and from nothing the browser holds beside it. */
  guestCart: GuestCart | null;
  /** What names this browser to the login limits (D03); undefined without one. */
  device: string | undefined;
  /** Path and query. */
  url: string;
  method: string;
  /** Names the session that forms are bound to; 'guest' without one. */
  formKey: string;
  /** A message left for this page. */
  flash: Flashed | null;
  isPrefetch: boolean;
  /** REST: what was sent, byte for byte, for a message that is believed by its signature alone (D8). */
  sent?: { body: string; header: (name: string) => string | undefined } | null;
  /** REST: names one attempt, so that a retry finds what the first made (D9, H2). */
  idempotencyKey: string | null;
  /** A context cookie that was presented but is over (B9). */
  ended: EndedContext | null;
  /** A staff session that ran out just now. */
  staffSessionOver: boolean;
  /** A customer whose account was closed while he was logged in. */
  barred: Extract<Caller, { kind: 'customer' }> | null;
}
