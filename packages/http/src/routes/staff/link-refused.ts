import type { Refusal } from '@onbehalf/core';
import type { Arrived } from '../../arrived.ts';
import type { Deps } from '../../deps.ts';
import { problemPage } from '../../problems.ts';
import type { Refused } from '../../route.ts';
import { UNKEPT } from '../../use-cases/enter-customer.ts';

/** A link that leads nowhere, with the way to the list; whom it was for stays unsaid (B18). */
export function linkRefused({ deps, request }: { deps: Deps; request: Arrived }, refusal: Refusal): Refused {
  const back = { label: deps.web.message('handoff.back', request.locale), href: '/staff/customers' };
  return { refused: [refusal], show: async () => ({ ...problemPage(deps, [refusal], request, [back]), ...UNKEPT }) };
}
