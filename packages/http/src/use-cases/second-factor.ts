import { base32, drafted, endStaffSessions, keyUri, record, secondFactorOf, type Actor, type FactorOf, type Unit } from '@onbehalf/assist';
import type { AuditAction } from '@onbehalf/core';
import { queueMails } from '../jobs/mail-outbox.ts';
import { qrPicture } from '../present/qr-picture.ts';
import type { Asked } from './sign-in.ts';

/** What a person does with a second factor, and hears of by mail. */
export type FactorNews = 'set-up' | 'turned-off' | 'reset' | 'recovery-codes' | 'recovery-code-used';

export function factorOf({ deps, request }: Asked, staffId: string): FactorOf {
  return { staffId, now: request.now, secret: deps.config.secret };
}

/** What is shown while it is set up and never again: the key as a picture and to type. */
export interface ShownKey {
  /** Modules along one side, and the dark ones as a path. */
  size: number;
  path: string;
  /** In groups of four. */
  key: string;
}

/** The key that waits for its code; null: none does. */
export async function shownKey(unit: Unit, asked: Asked, { actor, askedIn }: { actor: Actor; askedIn: string }): Promise<ShownKey | null> {
  const secret = await drafted(unit, { ...factorOf(asked, actor.id), askedIn });
  if (secret === null) return null;
  const picture = qrPicture(keyUri({ secret, email: actor.email, issuer: issuerOf(asked) }));
  return { ...picture, key: (base32(secret).match(/.{1,4}/g) ?? []).join(' ') };
}

// By the name people know the shop by, and the portal by its address where there are several.
function issuerOf({ deps }: Asked): string {
  return deps.stores[0]?.name ?? new URL(deps.config.staffOrigin).host;
}

/** Written down and told by mail: a change that was not one's own must not stay unnoticed (ASVS 6.3.7). */
export async function tellOfFactor(unit: Unit, { deps, request: { now, origin } }: Asked, { actor, news, by = actor }: { actor: Actor; news: FactorNews; by?: Actor }): Promise<void> {
  const people = { actor: by, subject: null, assistSessionId: null, storeId: null, chained: false };
  const left = (await secondFactorOf(unit, actor.id))?.recoveryLeft ?? 0;
  await record(unit, { people, origin, now }, { group: 'staff-session', action: ACTION_OF[news], object: { type: 'staff', id: actor.id }, detail: news === 'recovery-code-used' ? { left } : null });
  const params = { personKind: 'staff', personId: actor.id, store: '', news, left: String(left) };
  await queueMails(unit, [{ id: deps.random.uuid(), template: 'second-factor', params, locale: actor.language, recipient: actor.email, actorId: actor.id, subjectId: null, assistSessionId: null }], now);
}

const ACTION_OF: Readonly<Record<FactorNews, AuditAction<'staff-session'>>> = {
  'set-up': 'set-up-second-factor',
  'turned-off': 'turn-off-second-factor',
  reset: 'reset-second-factor',
  'recovery-codes': 'renew-recovery-codes',
  'recovery-code-used': 'use-recovery-code',
};

/** Sessions that were opened before the change end with it; the one that asks may stay. */
export async function endOtherSessions(unit: Unit, { request: { now, origin } }: Asked, { staffId, keep }: { staffId: string; keep: string | null }): Promise<void> {
  await endStaffSessions(unit, { staffId, reason: 'second-factor-changed', keep, now, origin });
}
