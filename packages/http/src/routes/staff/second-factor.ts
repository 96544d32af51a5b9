import { secondFactorOf, type Unit } from '@onbehalf/assist';
import type { Refusal } from '@onbehalf/core';
import { z } from 'zod';
import { page, redirect, type Answer } from '../../answer.ts';
import { actorOfRequest } from '../../present/actor.ts';
import { problemsOf } from '../../problems.ts';
import { route, type Outcome, type Route } from '../../route.ts';
import { beginFactor, confirmFactor, isAskedByRole, renewOwnCodes, turnOffFactor } from '../../use-cases/own-second-factor.ts';
import { shownKey } from '../../use-cases/second-factor.ts';
import type { Asked } from '../../use-cases/sign-in.ts';

const PATH = '/staff/account/second-factor';
const CODE = z.string().trim().max(40).catch('');
const PROOF = z.object({ password: z.string().max(1024).catch(''), code: CODE });
const common = { area: 'staff', access: 'actor', inContext: 'outside' } as const;

/** My account › Second factor (A2). */
export const secondFactorRoutes: Route[] = [
  route({
    ...common, method: 'GET', path: PATH, handle: 'staff_account_factor', input: z.object({}),
    run: async ({ deps, request, unit }) => ({ answer: await show(unit, { deps, request }, []) }),
  }),
  route({
    ...common, method: 'POST', path: `${PATH}/start`, handle: 'staff_account_factorstart', audit: { group: 'staff-session', action: 'set-up-second-factor' }, input: PROOF,
    run: async ({ deps, request, unit, input }) => {
      const refusals = await beginFactor(unit, { deps, request }, input);
      return refusals.length > 0 ? again({ deps, request }, refusals) : { recorded: true, answer: redirect(`${PATH}/set-up`) };
    },
  }),
  route({
    ...common, method: 'GET', path: `${PATH}/set-up`, handle: 'staff_account_factorsetup', input: z.object({}),
    run: async ({ deps, request, unit }) => ({ answer: await showSetUp(unit, { deps, request }, []) }),
  }),
  route({
    ...common, method: 'POST', path: `${PATH}/set-up`, handle: 'staff_account_factorsetuppost', audit: { group: 'staff-session', action: 'set-up-second-factor' }, input: z.object({ code: CODE }),
    run: async ({ deps, request, unit, input }) => {
      const confirmed = await confirmFactor(unit, { deps, request }, input.code);
      if (confirmed.ok) return showCodes(confirmed.value);
      return { refused: confirmed.error, object: ownAccount({ deps, request }), show: async (fresh) => ({ ...(await showSetUp(fresh, { deps, request }, confirmed.error)), status: 422 }) };
    },
  }),
  route({
    ...common, method: 'POST', path: `${PATH}/recovery-codes`, handle: 'staff_account_factorcodes', audit: { group: 'staff-session', action: 'renew-recovery-codes' }, input: PROOF,
    run: async ({ deps, request, unit, input }) => {
      const renewed = await renewOwnCodes(unit, { deps, request }, input);
      return renewed.ok ? showCodes(renewed.value) : again({ deps, request }, renewed.error);
    },
  }),
  route({
    ...common, method: 'POST', path: `${PATH}/off`, handle: 'staff_account_factoroff', audit: { group: 'staff-session', action: 'turn-off-second-factor' }, input: PROOF,
    run: async ({ deps, request, unit, input }) => {
      const refusals = await turnOffFactor(unit, { deps, request }, input);
      return refusals.length > 0 ? again({ deps, request }, refusals) : { recorded: true, answer: redirect(PATH), flash: { tone: 'good', code: 'second-factor-off' } };
    },
  }),
];

const ownAccount = ({ request }: Asked) => ({ type: 'staff', id: actorOfRequest(request).actor.id });

// Not after a redirect: they are shown this once and kept nowhere but as hashes.
function showCodes(codes: string[]): Outcome {
  return { recorded: true, answer: page('staff/recovery-codes', { codes, next: PATH, atLogin: false }) };
}

function again(asked: Asked, refusals: Refusal[]): Outcome {
  return { refused: refusals, object: ownAccount(asked), show: async (fresh) => ({ ...(await show(fresh, asked, refusals)), status: 422 }) };
}

async function show(unit: Unit, { deps, request }: Asked, refusals: readonly Refusal[]): Promise<Answer> {
  const { actor } = actorOfRequest(request);
  return page('staff/second-factor', { factor: await secondFactorOf(unit, actor.id), askedByRole: await isAskedByRole(unit, actor.id), problems: problemsOf(deps, refusals, request) });
}

async function showSetUp(unit: Unit, asked: Asked, refusals: readonly Refusal[]): Promise<Answer> {
  const { deps, request } = asked;
  const { actor, sessionId } = actorOfRequest(request);
  return page('staff/factor-set-up', { atLogin: false, name: actor.firstName, shown: await shownKey(unit, asked, { actor, askedIn: sessionId }), problems: problemsOf(deps, refusals, request) });
}
