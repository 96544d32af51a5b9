import { HTTP_STATUS, REFUSAL_CODES, type RefusalCode } from '@onbehalf/core';
import { z } from 'zod';
import { page } from '../../answer.ts';
import { inStore } from '../../present/names.ts';
import { route, type Route } from '../../route.ts';

/** Where the `type` of a problem+json leads: what the code means and what to do (H1). */
export const problemRoutes: Route[] = [
  route({
    method: 'GET', area: 'storefront', path: '/docs/problems/:code', handle: 'docs_problem_view', access: 'public', inContext: 'view', input: z.object({ code: z.string().max(60) }),
    run: async ({ deps, request, input }) => {
      const code = REFUSAL_CODES.find((one) => one === input.code);
      if (code === undefined) return { refused: [{ code: 'not-found' }] };
      const { text, remedy } = deps.web.refusalSentence({ code }, request.locale);
      const home = { label: deps.web.message('problem.home', request.locale), href: `${inStore(request).store.base}/` };
      return { answer: page('problem', { status: statusOf(code), title: text, text: `${code} · ${statusOf(code)}`, remedy: remedy ?? '', links: [home], requestId: request.origin.requestId }) };
    },
  }),
];

function statusOf(code: RefusalCode): number {
  return HTTP_STATUS[code];
}
