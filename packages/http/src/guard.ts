import { holds, type Caller } from '@onbehalf/assist';
import { includesMode, type Refusal, type SettingsReader } from '@onbehalf/core';
import { resourcesOf, type Route } from './route.ts';

/** May this caller use this route? Null: yes. The one place that asks; handlers never do. */
export function guard(route: Pick<Route, 'access' | 'inContext' | 'handle' | 'formOf'>, caller: Caller, settings: SettingsReader): Refusal | null {
  return accessRefusal(route.access, caller) ?? (caller.kind === 'context' ? contextRefusal(route, caller, settings) : null);
}

function accessRefusal(access: Route['access'], caller: Caller): Refusal | null {
  if (access === 'public') return null;
  if (access === 'customer') return caller.kind === 'customer' || caller.kind === 'context' ? null : { code: 'not-signed-in' };
  if (access === 'context') return caller.kind === 'context' ? null : { code: caller.kind === 'guest' ? 'not-signed-in' : 'not-in-context' };
  if (caller.kind === 'guest' || caller.kind === 'customer') return { code: 'not-signed-in' };
  // A context's credential opens nothing of the portal, whatever its actor may do there (I2).
  if (caller.kind === 'context') return { code: 'not-available-in-context' };
  if (access === 'actor') return null;
  return resourcesOf(access).some((resource) => holds(caller.actor, resource)) ? null : { code: 'forbidden' };
}

// No setting closes the way out, or the way to say who one is.
const ALWAYS_OPEN: ReadonlySet<string> = new Set(['staff_customer_logout', 'staff_customer_leave', 'staff_customer_extend', 'assist_handoff_begin', 'assist_handoff_view', 'assist_handoff_redeem', 'rest_me']);

function contextRefusal({ inContext, handle, formOf }: Pick<Route, 'inContext' | 'handle' | 'formOf'>, caller: Extract<Caller, { kind: 'context' }>, settings: SettingsReader): Refusal | null {
  if (inContext === 'never' || inContext === 'outside') return { code: 'not-available-in-context' };
  const restricted = settings.get('assist/restricted_handles', { websiteId: caller.store.websiteId });
  const isClosed = restricted.includes(handle) || (formOf !== null && restricted.includes(formOf));
  if (isClosed && !ALWAYS_OPEN.has(handle)) return { code: 'not-available-in-context' };
  return includesMode(caller.session.mode, inContext) ? null : { code: 'not-available-in-context' };
}
