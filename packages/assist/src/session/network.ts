import type { SettingsReader } from '@onbehalf/core';
import { peopleOf, record, type Origin } from '../record/record.ts';
import { keepSuspicion } from '../suspicion/suspicion.ts';
import type { Caller } from '../caller.ts';
import type { Unit } from '../ports.ts';
import { endAssist } from './end.ts';

interface Moved {
  caller: Extract<Caller, { kind: 'context' }>;
  settings: SettingsReader;
  now: Date;
  origin: Origin;
}

// Once per network and session, whichever of many requests comes first: a phone goes back and forth between two.
const NOTE_SQL = `
update assist_session set networks = networks || ip_network($2)
 where id = $1 and ended_at is null and not ip_network($2) = any (networks) returning id`;

/** N05, E6: a context that goes on from another network is on record and mailed, and over where the shop blocks what is suspicious. */
export async function noteNetwork(unit: Unit, { caller, settings, now, origin }: Moved): Promise<void> {
  const noted = await unit.named('note-network', NOTE_SQL, [caller.session.id, origin.ip]);
  if (noted.length === 0) return;
  const { actor, subject, session } = caller;
  const codes = ['suspicious-address-change'] as const;
  const blocked = settings.get('audit/suspicious/block');
  await record(unit, { people: peopleOf(caller), origin, now }, { group: 'login-as-customer', action: 'address-change', codes, object: { type: 'customer', id: subject.id } });
  await keepSuspicion(unit, { actorId: actor.id, subjectId: subject.id, assistSessionId: session.id, codes, blocked, during: true, now });
  if (blocked) await endAssist(unit, { sessionId: session.id, reason: 'address-changed', now, origin });
}
