import { handoverFault, newToken, presentedToken, redeemHandover, type FaultFound, type RedeemCommand, type Unit } from '@onbehalf/assist';
import type { Refusal } from '@onbehalf/core';
import { z } from 'zod';
import { page, redirect, type Answer } from '../../answer.ts';
import type { Deps } from '../../deps.ts';
import type { LoginAttempt } from '../../login-limits.ts';
import { inStore, type InStore } from '../../present/names.ts';
import { problemPage } from '../../problems.ts';
import { route, type Refused, type Route } from '../../route.ts';
import { UNKEPT, arrivalPath, leadTo } from '../../use-cases/enter-customer.ts';

const UUID = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/).catch('');
// Anything else than one string is no ticket (T10).
const TICKET = z.string().max(100).catch('');

/** The store's part of a hand-over (B3). What a browser holds of an earlier context neither helps nor hinders here. */
export const handOverRoutes: Route[] = [
  route({
    // Names this browser, and tells the portal the digest of that name. A GET: it changes nothing but the browser's own cookie.
    method: 'GET', area: 'storefront', path: '/assist/begin', handle: 'assist_handoff_begin', access: 'public', inContext: 'view', anyContext: true, input: z.object({ handoff: UUID }),
    run: async ({ deps, request, input }) => {
      if (input.handoff === '') return { refused: [{ code: 'handoff-over' }], show: async () => sorry(deps, inStore(request), [{ code: 'handoff-over' }]) };
      const nonce = newToken('nonce', deps.random);
      const cookies = request.isPrefetch ? [] : [{ name: 'handoff' as const, value: nonce.text }];
      return { answer: leadTo(`${deps.config.staffOrigin}/staff/handoffs/${input.handoff}?nonce=${nonce.hash.toString('base64url')}`, { cookies }) };
    },
  }),
  route({
    // Its script takes the ticket out of the address and sends it as a form of this origin.
    method: 'GET', area: 'storefront', path: '/assist', handle: 'assist_handoff_view', access: 'public', inContext: 'view', anyContext: true, input: z.object({}),
    run: async ({ deps, request }) => ({ answer: page('storefront/handoff', { backHref: portal(deps), storeName: inStore(request).store.name }, UNKEPT) }),
  }),
  route({
    method: 'POST', area: 'storefront', path: '/assist', handle: 'assist_handoff_redeem', access: 'public', inContext: 'view', anyContext: true,
    audit: { group: 'login-as-customer', action: 'refused' }, input: z.object({ ticket: TICKET }),
    run: async ({ deps, request, unit, input }) => {
      const arrived = inStore(request);
      const attempt: Attempt = { ticketHash: presentedToken(input.ticket, 'handoff'), nonceHash: presentedToken(request.nonce, 'nonce'), storeId: arrived.store.id };
      const { settings, now, origin } = request;
      const redeemed = await redeemHandover(unit, attempt, { settings, now, origin, random: deps.random });
      if (!redeemed.ok) return refused(deps, arrived, await explained(unit, attempt, redeemed.error));
      const { sessionId, token, subject, store, next } = redeemed.value;
      const cookies = [{ name: 'assist' as const, value: token }, { name: 'handoff' as const, value: null }];
      return {
        recorded: true, answer: redirect(arrivalPath(deps, store, next), { ...UNKEPT, cookies }),
        flash: { tone: 'good', code: 'assist-started', facts: { customer: subject.name } }, flashFor: sessionId,
      };
    },
  }),
];

type Attempt = RedeemCommand;

interface Fault {
  refusals: Refusal[];
  found?: FaultFound;
}

/** What the record keeps of a refused ticket: whose it was, and what was wrong with it. */
async function explained(unit: Unit, attempt: Attempt, refusals: Refusal[]): Promise<Fault> {
  const found = await handoverFault(unit, attempt);
  const isTicket = refusals.some(({ code }) => code === 'handoff-over');
  return { refusals, found: isTicket ? found : { ...found, fault: 'start-refused' } };
}

async function refused(deps: Deps, arrived: InStore, { refusals, found }: Fault): Promise<Refused> {
  // A ticket that never was is a guess, and guessing is slowed (T11); one that is over is not. Asked only now: however
  // much somebody guesses, a colleague's good ticket is never held up by it.
  if (found?.fault === 'unknown' && (await deps.loginLimits.take(guessing(arrived))) > 0) return refused(deps, arrived, { refusals: [{ code: 'rate-limited' }] });
  const subject = found?.people.subject ?? null;
  return {
    refused: refusals,
    ...(subject === null ? {} : { object: { type: 'customer', id: subject.id } }),
    ...(found === undefined ? {} : { people: found.people, evenNobody: true, detail: { fault: found.fault, ...(found.handoff === null ? {} : { handoff: found.handoff }) } }),
    show: async () => sorry(deps, arrived, refusals),
  };
}

const guessing = ({ peer }: InStore): LoginAttempt => ({ kind: 'staff', email: 'handoff', ip: peer });

/** One page for every no, with the way back: who may not come in learns nothing of the ticket. */
function sorry(deps: Deps, arrived: InStore, refusals: readonly Refusal[]): Answer {
  const back = { label: deps.web.message('handoff.back', arrived.locale), href: portal(deps) };
  return { ...problemPage(deps, refusals, arrived, [back]), ...UNKEPT };
}

const portal = ({ config }: Deps): string => `${config.staffOrigin}/staff/customers`;
