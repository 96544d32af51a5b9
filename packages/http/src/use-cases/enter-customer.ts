import { beginHandover, startAssist, startSituation, type StartCommand, type StartContext, type Unit } from '@onbehalf/assist';
import type { Refusal, Result } from '@onbehalf/core';
import { redirect, type Answer } from '../answer.ts';
import type { Arrived } from '../arrived.ts';
import type { Deps } from '../deps.ts';
import { storefrontReturn } from '../return-path.ts';
import type { Done } from '../route.ts';
import { isElsewhere, storeOrigin } from '../sites.ts';

/** From the portal into a customer: at once where the store shares the portal's origin, else by a hand-over (B3). */
export async function enterCustomer(unit: Unit, { deps, request }: { deps: Deps; request: Arrived }, command: StartCommand & { next: string }): Promise<Result<Done, Refusal[]>> {
  const { settings, now, origin } = request;
  const context: StartContext = { settings, now, origin, random: deps.random };
  const { store } = await startSituation(unit, { ...command, settings, now });
  if (store !== null && isElsewhere(deps.config, store)) return handOver(unit, deps, { command, context });
  const started = await startAssist(unit, command, context);
  if (!started.ok) return started;
  const { sessionId, subject, token } = started.value;
  const answer = redirect(`${storeOrigin(deps.config, started.value.store)}${arrivalPath(deps, started.value.store, command.next)}`, { cookies: [{ name: 'assist', value: token }] });
  return { ok: true, value: { recorded: true, answer, flash: { tone: 'good', code: 'assist-started', facts: { customer: subject.name } }, flashFor: sessionId } };
}

async function handOver(unit: Unit, deps: Deps, { command, context }: { command: StartCommand & { next: string }; context: StartContext }): Promise<Result<Done, Refusal[]>> {
  const begun = await beginHandover(unit, command, context);
  if (!begun.ok) return begun;
  const { id, storeId } = begun.value;
  const store = deps.stores.find((one) => one.id === storeId);
  if (store === undefined) return { ok: false, error: [{ code: 'store-unavailable' }] };
  return { ok: true, value: { recorded: true, answer: leadTo(`${storeOrigin(deps.config, store)}${store.base}/assist/begin?handoff=${id}`) } };
}

/** Of a hand-over's way nothing is kept and nothing is told on (T12). */
export const UNKEPT = { headers: { 'referrer-policy': 'no-referrer', 'cache-control': 'private, no-store' } } as const;

export function leadTo(address: string, more: Parameters<typeof redirect>[1] = {}): Answer {
  return redirect(address, { ...UNKEPT, ...more });
}

/** Where to arrive: the page asked for, if it is on the origin that the context is on; else the customer's dashboard (B4). */
export function arrivalPath({ config, stores }: Deps, store: { code: string; base: string }, next: string): string {
  const dashboard = `${store.base}/account`;
  const path = storefrontReturn(next, dashboard);
  const there = stores.find((one) => one.base !== '' && (path === one.base || path.startsWith(`${one.base}/`))) ?? stores.find((one) => one.base === '');
  return there !== undefined && storeOrigin(config, there) !== storeOrigin(config, store) ? dashboard : path;
}
