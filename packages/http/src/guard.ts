import { holds, type Caller } from '@onbehalf/assist';
import type { Refusal, SettingsReader } from '@onbehalf/core';
import { ALWAYS_OPEN, answerInMode } from './modes.ts';
import { resourcesOf, type Route } from './route.ts';

type Guarded = Pick<Route, 'method' | 'access' | 'inContext' | 'handle' | 'formOf'>;

/** May this caller use this route? Null: yes. The one place that asks; handlers never do. */
export function guard(route: Guarded, caller: Caller, settings: SettingsReader): Refusal | null {
  return accessRefusal(route.access, caller) ?? (caller.kind === 'context' ? contextRefusal(route, caller, settings) : null);
}

function accessRefusal(access: Route['access'], caller: Caller): Refusal | null {
  if (access === 'public' || access === 'cart') return caller.kind === 'actor' && access === 'cart' ? { code: 'not-in-context' } : null;
  if (access === 'sign-in') return caller.kind === 'guest' && caller.signIn !== undefined ? null : { code: 'sign-in-over' };
  if (access === 'customer') return caller.kind === 'customer' || caller.kind === 'context' ? null : { code: 'not-signed-in' };
  if (access === 'context') return caller.kind === 'context' ? null : { code: caller.kind === 'guest' ? 'not-signed-in' : 'not-in-context' };
  if (caller.kind === 'guest' || caller.kind === 'customer') return { code: 'not-signed-in' };
  // A context's credential opens nothing of the portal, whatever its actor may do there (I2).
  if (caller.kind === 'context') return { code: 'not-available-in-context' };
  if (access === 'actor') return null;
  return resourcesOf(access).some((resource) => holds(caller.actor, resource)) ? null : { code: 'forbidden' };
}

function contextRefusal(route: Guarded, { store, session }: Extract<Caller, { kind: 'context' }>, settings: SettingsReader): Refusal | null {
  const { handle, formOf } = route;
  if (answerInMode(route, session.mode) === 'refused') return { code: 'not-available-in-context' };
  const restricted = settings.get('assist/restricted_handles', { websiteId: store.websiteId });
  const isClosed = restricted.includes(handle) || (formOf !== null && restricted.includes(formOf));
  return isClosed && !ALWAYS_OPEN.has(handle) ? { code: 'not-available-in-context' } : null;
}
