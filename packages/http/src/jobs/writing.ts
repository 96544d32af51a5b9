/** What every letter is written from, and the one place where a link's secret is made (D5). */
import { newToken, type Store, type Unit } from '@onbehalf/assist';
import type { Locale } from '@onbehalf/core';
import type { Deps } from '../deps.ts';
import { storeOrigin } from '../sites.ts';

export interface MailRow {
  id: string;
  template: string;
  params: Record<string, string>;
  locale: string;
  recipient: string;
  subject_id: string | null;
  status: 'waiting' | 'sent' | 'failed';
}

export interface Writing {
  deps: Deps;
  unit: Unit;
  row: MailRow;
  locale: Locale;
  store: Store;
}

/** What there is no more reason to send: another try would find the same. */
export class NotSent extends Error {}

export interface Person {
  kind: 'staff' | 'customer';
  id: string;
  name: string;
}

/** Whom a letter is to, by the name of now. */
export async function personOf({ unit, row }: Writing): Promise<Person> {
  const { personKind, personId } = row.params;
  const kind = personKind === 'staff' ? 'staff' : 'customer';
  const [found] = await unit.query<{ name: string }>(`select first_name || ' ' || last_name as name from ${kind} where id = $1::bigint`, [personId]);
  if (found === undefined || personId === undefined) throw new Error(`A mail to ${kind} ${personId ?? '?'}, who is not there`);
  return { kind, id: personId, name: found.name };
}

/** What a link is for: one that confirms an address opens no password (G2). */
export interface PasswordLink {
  purpose: 'reset' | 'invitation' | 'confirmation';
  minutes: number;
}

/** The token is made here and nowhere before: its hash goes to the database, its text into this one mail. */
export async function passwordLink({ deps, unit, store }: Writing, person: Person, { purpose, minutes }: PasswordLink): Promise<string> {
  const token = newToken('reset', deps.random);
  const expires = new Date(deps.clock.now().getTime() + minutes * 60_000);
  await unit.query('insert into password_reset (token_hash, person_kind, person_id, expires_at, purpose) values ($1, $2, $3, $4, $5)', [token.hash, person.kind, person.id, expires, purpose]);
  const place = person.kind === 'staff' ? `${deps.config.staffOrigin}/staff` : `${storeOrigin(deps.config, store)}${store.base}`;
  return `${place}/account/${purpose === 'confirmation' ? 'confirm' : 'reset'}?token=${token.text}`;
}
