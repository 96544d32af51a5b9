import type { Caller, SignIn } from '@onbehalf/assist';
import type { Arrived } from '../arrived.ts';

/** Whose second step is to come; null for everybody else. */
export function signInOf(caller: Caller): SignIn | null {
  return caller.kind === 'guest' ? (caller.signIn ?? null) : null;
}

/** Behind a route with access 'sign-in': there is one. */
export function signInOfRequest({ caller }: Pick<Arrived, 'caller'>): SignIn {
  const signIn = signInOf(caller);
  if (signIn === null) throw new Error('A second step without a first');
  return signIn;
}
