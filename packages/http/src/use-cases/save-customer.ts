import { holds, record, subjectById, whereabouts, type Actor, type Entry, type People, type Subject, type Unit } from '@onbehalf/assist';
import { RESOURCE, consentSettingRefusals, type Refusal, type Result } from '@onbehalf/core';
import { changeAccount, currentConsent, setConsent, type AccountChange, type AccountFields, type ConsentAnswer } from '@onbehalf/shop';
import type { Arrived } from '../arrived.ts';
import type { Deps } from '../deps.ts';
import { queueMails } from '../jobs/mail-outbox.ts';
import { actorOfRequest } from '../present/actor.ts';
import { customerLetter } from './customer-letter.ts';

export interface SaveCustomer {
  customerId: string;
  fields: AccountFields;
  /** What "Allow remote shopping assistance" was set to; null: the field was not sent, or left without an answer. */
  consent: ConsentAnswer | null;
}

interface Saving {
  deps: Deps;
  request: Arrived;
  unit: Unit;
  actor: Actor;
  subject: Subject;
}

/** Who an entry about a customer names, outside of every assist session. */
export function peopleAbout(actor: Actor, subject: Subject): People {
  return { actor, subject, assistSessionId: null, storeId: null, chained: false };
}

/** F3, B10: "Save Customer". All of it or nothing; each kind of change has its own entry, and the customer hears of what concerns him. */
export async function saveCustomer(unit: Unit, { deps, request }: { deps: Deps; request: Arrived }, command: SaveCustomer): Promise<Result<{ changed: boolean }, Refusal[]>> {
  const { actor } = actorOfRequest(request);
  const subject = await subjectById(unit, command.customerId);
  if (subject === null) return { ok: false, error: [{ code: 'not-found' }] };
  const saving: Saving = { deps, request, unit, actor, subject };
  const account = await changeAccount(unit, subject.id, { fields: command.fields, at: request.now, shared: request.settings.get('customer/share') === 'global' });
  if (!account.ok) return account;
  const consent = await answerFor(saving, command.consent);
  if (!consent.ok) return consent;
  await writeDown(saving, account.value);
  await tellOfEmail(saving, account.value);
  return { ok: true, value: { changed: account.value.changed.length > 0 || consent.value } };
}

/** Only with the right of its own, and never from inside an account (B10, B16). Withdrawing ends running contexts on their next request. */
async function answerFor(saving: Saving, answer: ConsentAnswer | null): Promise<Result<boolean, Refusal[]>> {
  const { unit, actor, subject, deps, request } = saving;
  if (answer === null) return { ok: true, value: false };
  const before = (await currentConsent(unit, subject.id)).current?.answer ?? null;
  if (before === answer) return { ok: true, value: false };
  const refusals = consentSettingRefusals(await consentFacts(unit, actor, request));
  if (refusals.length > 0) return { ok: false, error: refusals };
  const place = await storeOf(saving);
  const at = { websiteId: subject.websiteId, storeId: place.id, locale: place.locale };
  const wording = `${request.settings.get('assist/consent/title', at)}\n${request.settings.get('assist/consent/tooltip', at)}`;
  const set = await setConsent(unit, { customerId: subject.id, websiteId: subject.websiteId, answer, wording, scope: 'full', at: request.now, answeredBy: { id: actor.id, name: actor.name } });
  if (!set.ok) return { ok: false, error: [set.error] };
  await note(saving, { group: 'consent', action: 'set-by-administrator', object: { type: 'customer', id: subject.id }, detail: { before: before ?? 'none', after: answer } });
  await queueMails(unit, [customerLetter(deps, { template: 'consent-set', customerId: subject.id, storeId: place.id, recipient: subject.email, actorId: actor.id, params: { answer } })], request.now);
  return { ok: true, value: true };
}

/** The facts of {@link consentSettingRefusals}, for the form as for the save. */
export async function consentFacts(unit: Unit, actor: Actor, { settings, now }: Pick<Arrived, 'settings' | 'now'>): Promise<{ mayOptIn: boolean; isInside: boolean }> {
  return { mayOptIn: holds(actor, RESOURCE.assistanceOptIn), isInside: (await whereabouts(unit, { actorId: actor.id, settings, now })) !== null };
}

async function storeOf({ unit, deps, subject }: Saving): Promise<Deps['stores'][number]> {
  const [row] = await unit.query<{ id: number }>('select store_id::int as id from customer where id = $1', [subject.id]);
  const store = deps.stores.find((one) => one.id === row?.id);
  if (store === undefined) throw new Error(`Customer ${subject.id} belongs to a store that is not there`);
  return store;
}

// What was typed is personal and goes under the subject's key; only which fields, and the states, can be read without it (E7).
async function writeDown(saving: Saving, { before, after, changed }: AccountChange): Promise<void> {
  const object = { type: 'customer', id: saving.subject.id };
  const crossed = (before.status === 'blocked') !== (after.status === 'blocked');
  if (crossed) await note(saving, { group: 'customer', action: after.status === 'blocked' ? 'block' : 'unblock', object, detail: { before: before.status, after: after.status } });
  const rest = changed.filter((field) => !(crossed && field === 'status'));
  if (rest.length === 0) return;
  const states = rest.includes('status') ? { before: before.status, after: after.status } : {};
  await note(saving, { group: 'customer', action: 'update', object, detail: { changed: rest, ...states }, personal: { before: JSON.stringify(before), after: JSON.stringify(after) } });
}

/** Both addresses are told; a link to choose a password that went to the old one opens nothing any more. */
async function tellOfEmail({ unit, deps, request, actor, subject }: Saving, { before, after, changed }: AccountChange): Promise<void> {
  if (!changed.includes('email')) return;
  await unit.query(`update password_reset set used_at = $2 where person_kind = 'customer' and person_id = $1 and used_at is null`, [subject.id, request.now]);
  const letter = (recipient: string, address: 'old' | 'new') => customerLetter(deps, { template: 'email-changed', customerId: subject.id, storeId: after.storeId, recipient, actorId: actor.id, params: { address } });
  await queueMails(unit, [letter(before.email, 'old'), letter(after.email, 'new')], request.now);
}

function note({ unit, request, actor, subject }: Saving, entry: Entry): Promise<void> {
  return record(unit, { people: peopleAbout(actor, subject), origin: request.origin, now: request.now }, entry);
}
