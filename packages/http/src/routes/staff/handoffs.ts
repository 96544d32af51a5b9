import { mintHandover } from '@onbehalf/assist';
import { z } from 'zod';
import { page } from '../../answer.ts';
import { actorOfRequest } from '../../present/actor.ts';
import { problemPage } from '../../problems.ts';
import { route, type Refused, type Route, type RouteContext } from '../../route.ts';
import { storeOrigin } from '../../sites.ts';
import { UNKEPT, leadTo } from '../../use-cases/enter-customer.ts';

/** SHA-256 in base64url: says which browser the store has seen, and is of no use to anybody else. */
const HANDOFF = z.object({ id: z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/), nonce: z.string().regex(/^[A-Za-z0-9_-]{43}$/).catch('') });

/** The portal's part of a hand-over (B3): a page on the way, and the ticket. */
export const handoffRoutes: Route[] = [
  route({
    // Changes nothing: its form, sent by script or by hand, makes the ticket (X01).
    method: 'GET', area: 'staff', path: '/staff/handoffs/:id', handle: 'staff_handoff_view', access: 'actor', inContext: 'outside', input: HANDOFF,
    run: async ({ deps, request, unit, input }) => {
      const { sessionId } = actorOfRequest(request);
      const [open] = await unit.named<{ store_id: number }>(
        'handoff-open',
        'select store_id::integer from handoff where id = $1 and staff_session_id = $2 and token_hash is null and superseded_at is null and expires_at > clock_timestamp()',
        [input.id, sessionId],
      );
      const store = deps.stores.find((one) => one.id === open?.store_id);
      if (store === undefined || input.nonce === '') return over({ deps, request });
      return { answer: page('staff/handoff', { id: input.id, nonce: input.nonce, storeName: store.name, backHref: '/staff/customers' }, UNKEPT) };
    },
  }),
  route({
    method: 'POST', area: 'staff', path: '/staff/handoffs/:id', handle: 'staff_handoff_mint', access: 'actor', inContext: 'outside',
    audit: { group: 'login-as-customer', action: 'hand-over' }, input: HANDOFF,
    run: async ({ deps, request, unit, input }) => {
      const { sessionId } = actorOfRequest(request);
      const minted = input.nonce === '' ? null : await mintHandover(unit, { id: input.id, staffSessionId: sessionId, nonceHash: Buffer.from(input.nonce, 'base64url') }, { settings: request.settings, random: deps.random });
      const store = deps.stores.find((one) => one.id === minted?.storeId);
      if (minted === null || store === undefined) return over({ deps, request });
      // Behind the number sign: no server, log or Referer ever sees it (T12).
      return {
        answer: leadTo(`${storeOrigin(deps.config, store)}${store.base}/assist#${minted.ticket}`),
        entry: { object: { type: 'customer', id: minted.customerId }, detail: { step: 'ticket', handoff: input.id } },
      };
    },
  }),
];

function over({ deps, request }: Pick<RouteContext<unknown>, 'deps' | 'request'>): Refused {
  const back = { label: deps.web.message('handoff.back', request.locale), href: '/staff/customers' };
  return { refused: [{ code: 'handoff-over' }], show: async () => problemPage(deps, [{ code: 'handoff-over' }], request, [back]) };
}
