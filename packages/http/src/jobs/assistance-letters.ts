import { lookUpSettings, newToken, visitById } from '@onbehalf/assist';
import { CONSENT_CODE_MINUTES, CONSENT_LINK_MINUTES, keepConsentSecrets, offeredCart } from '@onbehalf/shop';
import type { Mails } from '@onbehalf/web';
import { nameForCustomer } from '../present/visits.ts';
import { consentCodeHash, newConsentCode, readableCode } from '../use-cases/consent-request.ts';
import { storeOrigin } from '../sites.ts';
import type { Writing } from './writing.ts';

interface AskedRow {
  id: string;
  name: string;
  actor_id: string;
  actor_name: string;
  group_name: string;
}

const ASKED_SQL = `
select q.id, c.first_name || ' ' || c.last_name as name, q.actor_id::text, q.actor_name, g.name as group_name
from consent_request q join customer c on c.id = q.customer_id join staff a on a.id = q.actor_id join staff_group g on g.id = a.staff_group_id
where q.id = $1`;

/** Link and code are made here and nowhere before: their hashes go to the database, their text into this one mail (B10). */
export async function consentRequestLetter({ deps, unit, row, store }: Writing): Promise<Mails['consent-request']> {
  const [asked] = await unit.query<AskedRow>(ASKED_SQL, [row.params['request']]);
  if (asked === undefined) throw new Error(`A mail about consent request ${row.params['request'] ?? '?'}, which is not there`);
  const token = newToken('consent', deps.random);
  const code = newConsentCode();
  await keepConsentSecrets(unit, { id: asked.id, tokenHash: token.hash, codeHash: consentCodeHash(deps.config.secret, asked.id, code), now: deps.clock.now() });
  const settings = await lookUpSettings(unit);
  return {
    shopName: store.name,
    name: asked.name,
    actor: nameForCustomer(deps, settings, { helper: { id: asked.actor_id, name: asked.actor_name, groupName: asked.group_name }, websiteId: store.websiteId }),
    tooltip: settings.get('assist/consent/tooltip', { websiteId: store.websiteId, storeId: store.id, locale: store.locale }),
    seconds: settings.get('assist/consent/request_valid_for', { websiteId: store.websiteId }),
    url: `${storeOrigin(deps.config, store)}${store.base}/account/assist-request?token=${token.text}`,
    linkMinutes: CONSENT_LINK_MINUTES,
    code: readableCode(code),
    codeMinutes: CONSENT_CODE_MINUTES,
  };
}

/** Somebody came, or went and left this behind (B20). */
export async function visitLetter({ deps, unit, row, store }: Writing): Promise<Mails['assist-started']> {
  const visit = await visitById(unit, row.params['visit'] ?? '');
  const [customer] = await unit.query<{ name: string }>(`select first_name || ' ' || last_name as name from customer where id = $1::bigint`, [row.subject_id]);
  if (visit === null || customer === undefined) throw new Error(`A mail about assist session ${row.params['visit'] ?? '?'}, which is not there`);
  const settings = await lookUpSettings(unit);
  const { reason, startedAt, endedAt, orders, done } = visit;
  return {
    shopName: store.name,
    name: customer.name,
    actor: nameForCustomer(deps, settings, { helper: { id: visit.actorId, name: visit.actorName, groupName: visit.groupName }, websiteId: store.websiteId }),
    timeZone: store.timeZone,
    url: `${storeOrigin(deps.config, store)}${store.base}/account/assistance`,
    reason, startedAt, endedAt, orders, done,
  };
}

/** C8: the link leads to a page that asks for the customer's own login; it lets nobody in. */
export async function sideCartLetter({ deps, unit, row, store }: Writing): Promise<Mails['side-cart']> {
  const id = row.params['cart'] ?? '';
  const offered = await offeredCart(unit, id);
  const [customer] = await unit.query<{ name: string }>(`select first_name || ' ' || last_name as name from customer where id = $1::bigint`, [row.subject_id]);
  if (offered === null || customer === undefined) throw new Error(`A mail about side cart ${id}, which does not wait any more`);
  const settings = await lookUpSettings(unit);
  return {
    shopName: store.name,
    name: customer.name,
    actor: nameForCustomer(deps, settings, { helper: { id: offered.actorId, name: offered.actorName, groupName: offered.groupName }, websiteId: store.websiteId }),
    pieces: offered.pieces,
    url: `${storeOrigin(deps.config, store)}${store.base}/account/side-carts/${id}`,
  };
}
