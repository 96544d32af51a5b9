import { actOf, type Unit } from '@onbehalf/assist';
import { RESOURCE } from '@onbehalf/core';
import { askPrice, shelfPrice } from '@onbehalf/shop';
import type { Arrived } from '../arrived.ts';
import type { Deps } from '../deps.ts';
import { queueMails, type QueuedMail } from '../jobs/mail-outbox.ts';
import { inStore, ownerOf } from '../present/names.ts';
import type { AskLead } from './set-price.ts';

type Asked = Parameters<AskLead>[0];

interface Lead {
  email: string;
  language: string;
}

/** Whoever may approve prices in this store, the one who asks excepted. */
const LEADS = `
select a.email, a.language from staff a join role r on r.id = a.role_id
 where a.active and a.id <> $1::bigint and exists (select from staff_store s where s.staff_id = a.id and s.store_id = $2::smallint)
   and (r.resources_mode = 'all' or exists (select from role_resource p where p.role_id = r.id and p.resource = $3))
 order by a.id`;

/** C5: the line waits, the leads get their mail, and it is on record, or none of it. Without anybody to ask it is refused. */
export const askLead = (deps: Deps, arrived: Arrived): AskLead => async (asked) => {
  const { caller } = arrived;
  const { sku } = asked.line.line;
  if (caller.kind !== 'context') return { ok: false, error: { refusals: [{ code: 'not-in-context' }], sku } };
  return deps.db.transaction(async (unit) => {
    const leads = await unit.named<Lead>('price-leads', LEADS, [caller.actor.id, inStore(arrived).store.id, RESOURCE.approvePrices]);
    if (leads.length === 0) return { ok: false, error: { refusals: [...asked.price.needsApproval], sku } };
    const id = deps.random.uuid();
    const waiting = await put(unit, arrived, { id, ...asked });
    if (!waiting.ok) return { ok: false, error: { refusals: [waiting.error], sku } };
    await queueMails(unit, leads.map((lead) => mailTo(deps, arrived, { id, lead })), arrived.now);
    return { ok: true, value: { version: waiting.value.version, sku, minor: asked.price.minor, waiting: true } };
  });
};

function put(unit: Unit, arrived: Arrived, { id, line: { line, unitMinor, catalogueMinor }, cartId, version, price }: Asked & { id: string }) {
  const { caller, now } = arrived;
  if (caller.kind !== 'context') throw new Error('Only a context asks for a price');
  const codes = price.needsApproval.map(({ code }) => code);
  const record = actOf(caller, arrived, {
    group: 'cart', action: 'ask-price', object: { type: 'cart-line', id: line.id },
    detail: { sku: line.sku, quantity: line.quantity, currency: inStore(arrived).store.currency, before: unitMinor, after: price.minor, catalogue: catalogueMinor, reason: price.reason, limits: codes.join(', '), approval: id },
  });
  return askPrice(unit, ownerOf(arrived), {
    id, lineId: line.id, cartId, version, now, minor: shelfPrice(line, price.minor), quantity: line.quantity, catalogueMinor: shelfPrice(line, catalogueMinor), reason: price.reason, codes,
    assistSessionId: caller.session.id, actorId: caller.actor.id, record,
  });
}

function mailTo(deps: Deps, arrived: Arrived, { id, lead }: { id: string; lead: Lead }): QueuedMail {
  const { caller } = arrived;
  return {
    id: deps.random.uuid(), template: 'price-approval', params: { approval: id, store: inStore(arrived).store.code }, locale: lead.language, recipient: lead.email,
    actorId: caller.kind === 'context' ? caller.actor.id : null, subjectId: caller.kind === 'context' ? caller.subject.id : null, assistSessionId: caller.kind === 'context' ? caller.session.id : null,
  };
}
