import { ownConsentRequest } from '@onbehalf/shop';
import { z } from 'zod';
import { redirect } from '../../answer.ts';
import { actorOfRequest } from '../../present/actor.ts';
import { route, type Route } from '../../route.ts';
import { askCustomer, tryConsentCode } from '../../use-cases/consent-request.ts';
import { showStart } from './customers.ts';

const CUSTOMER = z.object({ id: z.string().regex(/^[1-9][0-9]{0,17}$/), next: z.string().max(200).catch(''), from: z.string().max(400).catch('') });

/** B10, per request: the customer is asked by mail, and answers by its link or by a code read out on the phone. */
export const consentRoutes: Route[] = [
  route({
    method: 'POST', area: 'staff', path: '/staff/customers/:id/ask-consent', handle: 'staff_consent_ask', access: 'actor', inContext: 'outside',
    audit: { group: 'consent', action: 'ask' }, input: CUSTOMER,
    run: async ({ deps, request, unit, input }) => {
      const { actor } = actorOfRequest(request);
      const asked = await askCustomer(unit, { deps, request, actor, customerId: input.id });
      if (!asked.ok) return { refused: asked.error, object: { type: 'customer', id: input.id }, show: (fresh) => showStart({ deps, request, unit: fresh }, { ...input, link: null, refusals: asked.error, typed: {} }) };
      return { recorded: true, answer: redirect(startOf(input)), flash: { tone: 'good', code: 'consent-asked', facts: { customer: asked.value.name } } };
    },
  }),
  route({
    // The try must count even where the code is wrong: it answers for its own transactions.
    method: 'POST', area: 'staff', path: '/staff/customers/:id/consent-code', handle: 'staff_consent_code', access: 'actor', inContext: 'outside', ownTransaction: true,
    audit: { group: 'consent', action: 'give-by-code' }, input: CUSTOMER.extend({ code: z.string().max(40).catch('') }),
    run: async ({ deps, request, unit, input }) => {
      const { actor } = actorOfRequest(request);
      const open = await ownConsentRequest(unit, { customerId: input.id, actorId: actor.id, now: request.now });
      const refusal = open === null ? ({ code: 'consent-code-over', field: 'code' } as const) : await tryConsentCode({ deps, request, actor, open, typed: input.code });
      if (refusal !== null) return { refused: [refusal], object: { type: 'customer', id: input.id }, show: (fresh) => showStart({ deps, request, unit: fresh }, { ...input, link: null, refusals: [refusal], typed: {} }) };
      return { recorded: true, answer: redirect(startOf(input)), flash: { tone: 'good', code: 'consent-given-by-code' } };
    },
  }),
];

function startOf({ id, next, from }: z.infer<typeof CUSTOMER>): string {
  const query = new URLSearchParams(Object.entries({ next, from }).filter(([, value]) => value !== ''));
  const text = query.toString();
  return text === '' ? `/staff/customers/${id}/enter` : `/staff/customers/${id}/enter?${text}`;
}
