import { newToken } from '@onbehalf/assist';
import { randomBytes } from 'node:crypto';
import type { Race } from '../frame/figure.ts';
import { inProcess, type Operation } from '../frame/in-process.ts';
import { openSite, type Site, type Visitor } from '../stage/open-site.ts';
import type { Stage } from '../stage/open-stage.ts';

/** A page of the shop with somebody helping, against the same page of the same customer alone: what identify, guard and banner cost. */
export async function pageInContext(stage: Stage, { name, url }: { name: string; url: string }): Promise<Race> {
  const site = await openSite(stage);
  const context = stage.takeContext();
  const alone = await loggedIn(stage, context.customerId);
  return {
    kind: 'race',
    name: `page-in-context-${name}`,
    unit: `times GET ${url}`,
    goal: 1 / 1.1,
    by: 'cpu',
    candidates: { baselines: [inProcess('as customer', [pages(site, url, alone)])], ours: inProcess('in a context', [pages(site, url, context)]) },
  };
}

const pages = (site: Site, url: string, visitor: Visitor): Operation => async () => {
  const { status } = await site.get(url, visitor);
  if (status !== 200) throw new Error(`${url} was answered with ${status}`);
};

/** The customer's own session, as a log-in makes it. */
async function loggedIn(stage: Stage, customerId: string): Promise<Visitor> {
  const { text, hash } = newToken('customer', { uuid: () => '', token: () => randomBytes(32).toString('base64url') });
  await stage.rows(
    `insert into customer_session (id, token_hash, customer_id, store_id, kind, created_at, last_used_at)
     select gen_random_uuid(), $2, id, store_id, 'browser', now(), now() from customer where id = $1`, [customerId, hash]);
  return { token: text, cookie: '__Host-shop' };
}
