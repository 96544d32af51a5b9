import { addNote } from '@onbehalf/assist';
import { parseCustomerNote } from '@onbehalf/core';
import { z } from 'zod';
import { page, redirect } from '../../answer.ts';
import { inStore } from '../../present/names.ts';
import { problemsOf } from '../../problems.ts';
import { route, type Route } from '../../route.ts';
import { dashboard } from './account.ts';

/** D7: a note on the customer from inside the context. Staff read it on the customer's page; the customer never does. */
export const noteRoutes: Route[] = [
  route({
    method: 'POST', area: 'storefront', path: '/account/notes', handle: 'staff_customers_note', access: 'context', inContext: 'shop', audit: { group: 'customer', action: 'add-note' },
    input: z.object({ text: z.string().max(10_000).catch('') }),
    run: async ({ deps, request, unit, input }) => {
      const { caller } = request;
      if (caller.kind !== 'context') return { refused: [{ code: 'not-in-context' }] };
      const { actor, subject, session } = caller;
      const object = { type: 'customer', id: subject.id };
      const text = parseCustomerNote(input.text);
      if (!text.ok) {
        const problems = problemsOf(deps, text.error, request);
        return { refused: text.error, object, show: async (fresh) => page('storefront/account', { ...(await dashboard(fresh, request)), note: { text: input.text, problems } }, { status: 422 }) };
      }
      const id = await addNote(unit, { customerId: subject.id, kind: 'note', at: request.now, staff: actor, assistSessionId: session.id, text: text.value });
      return { answer: redirect(`${inStore(request).store.base}/account`), entry: { object, detail: { kind: 'note', note: id } }, flash: { tone: 'good', code: 'note-added' } };
    },
  }),
];
