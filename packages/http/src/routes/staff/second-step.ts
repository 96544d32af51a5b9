import type { SignIn, Unit } from '@onbehalf/assist';
import type { Refusal } from '@onbehalf/core';
import { z } from 'zod';
import { page, redirect, type Answer } from '../../answer.ts';
import { signInOfRequest } from '../../present/sign-in.ts';
import { problemsOf } from '../../problems.ts';
import { portalReturn } from '../../return-path.ts';
import { route, type Done, type Route } from '../../route.ts';
import { shownKey } from '../../use-cases/second-factor.ts';
import { setUpAndEnter, takeSecondStep } from '../../use-cases/second-step.ts';
import { SECOND_STEP, type Asked } from '../../use-cases/sign-in.ts';

const CODE = z.object({ code: z.string().trim().max(40).catch('') });
const common = { area: 'staff', access: 'sign-in', inContext: 'outside', input: z.object({}) } as const;
const step = { ...common, method: 'POST', audit: { group: 'staff-session', action: 'login' }, ownTransaction: true, input: CODE } as const;

/** Between password and portal: the code, or the setting up that a role asks for (A2). */
export const secondStepRoutes: Route[] = [
  route({
    ...common, method: 'GET', path: SECOND_STEP.code, handle: 'staff_account_code',
    run: async ({ deps, request }) => {
      const signIn = signInOfRequest(request);
      return { answer: signIn.step === 'code' ? showCode({ deps, request }, signIn, []) : redirect(SECOND_STEP[signIn.step]) };
    },
  }),
  route({
    ...step, path: SECOND_STEP.code, handle: 'staff_account_codepost',
    run: async ({ deps, request, input }) => {
      const signIn = signInOfRequest(request);
      if (signIn.step !== 'code') return { recorded: true, answer: redirect(SECOND_STEP[signIn.step]) };
      const taken = await takeSecondStep({ deps, request }, signIn, input.code);
      if (!taken.ok) return refused(taken.error, async () => showCode({ deps, request }, signIn, [taken.error]));
      return { recorded: true, answer: redirect(portalReturn(signIn.next, '/staff'), { cookies: taken.value }) };
    },
  }),
  route({
    ...common, method: 'GET', path: SECOND_STEP['set-up'], handle: 'staff_account_setup',
    run: async ({ deps, request, unit }) => {
      const signIn = signInOfRequest(request);
      return { answer: signIn.step === 'set-up' ? await showSetUp(unit, { deps, request }, signIn, []) : redirect(SECOND_STEP[signIn.step]) };
    },
  }),
  route({
    ...step, path: SECOND_STEP['set-up'], handle: 'staff_account_setuppost',
    run: async ({ deps, request, unit, input }) => {
      const signIn = signInOfRequest(request);
      if (signIn.step !== 'set-up') return { recorded: true, answer: redirect(SECOND_STEP[signIn.step]) };
      const done = await setUpAndEnter({ deps, request }, signIn, input.code);
      if (!done.ok) return refused(done.error, () => showSetUp(unit, { deps, request }, signIn, [done.error]));
      const { recoveryCodes, cookies } = done.value;
      return { recorded: true, answer: page('staff/recovery-codes', { codes: recoveryCodes, next: portalReturn(signIn.next, '/staff'), atLogin: true }, { cookies }) };
    },
  }),
];

/** On record already. Who took too long begins again. */
async function refused(refusal: Refusal, show: () => Promise<Answer>): Promise<Done> {
  if (refusal.code === 'sign-in-over') return { recorded: true, answer: redirect('/staff/account/login', { cookies: [{ name: 'sign-in', value: null }] }), flash: { tone: 'warn', code: 'sign-in-over' }, flashFor: 'guest' };
  return { recorded: true, answer: { ...(await show()), status: 422 } };
}

function showCode({ deps, request }: Asked, { actor }: SignIn, refusals: readonly Refusal[]): Answer {
  return page('staff/login-code', { name: actor.firstName, problems: problemsOf(deps, refusals, request) });
}

async function showSetUp(unit: Unit, asked: Asked, { id, actor }: SignIn, refusals: readonly Refusal[]): Promise<Answer> {
  const { deps, request } = asked;
  return page('staff/factor-set-up', { atLogin: true, name: actor.firstName, shown: await shownKey(unit, asked, { actor, askedIn: id }), problems: problemsOf(deps, refusals, request) });
}
