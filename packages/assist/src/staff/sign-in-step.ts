import type { Actor } from '../caller.ts';
import type { Random, Unit } from '../ports.ts';
import { ACTOR_COLUMNS, ACTOR_JOINS, actorOf, type ActorColumns } from '../session/rows.ts';
import { newToken } from '../session/tokens.ts';

const MINUTES = 10;

/** What is still asked of somebody whose password was right: a code, or to set the second factor up first (A2). */
export type SignInStep = 'code' | 'set-up';

/** Somebody between password and second step. No session, and no right at all. */
export interface SignIn {
  id: string;
  actor: Actor;
  step: SignInStep;
  next: string;
}

/**
 * Null: nothing more is asked. From here to the end of the transaction neither the account's role nor what the role asks for changes, so
 * that nobody slips in beside a role that begins to ask.
 */
export async function stepAfterPassword(unit: Unit, staffId: string): Promise<SignInStep | null> {
  const [row] = await unit.query<{ required: boolean }>('select r.second_factor_required as required from staff a join role r on r.id = a.role_id where a.id = $1::bigint for share of a, r', [staffId]);
  const hasOne = (await unit.query('select 1 from staff_second_factor where staff_id = $1::bigint', [staffId])).length === 1;
  if (hasOne) return 'code';
  return row?.required === true ? 'set-up' : null;
}

/** The token is for the one browser that typed the password, and for its second step alone. */
export async function beginSignIn(unit: Unit, { actor, step, next, now }: Omit<SignIn, 'id'> & { now: Date }, random: Random): Promise<{ id: string; token: string }> {
  const token = newToken('signIn', random);
  const id = random.uuid();
  await unit.query('insert into staff_sign_in (id, token_hash, staff_id, step, next, staff_epoch, created_at) values ($1, $2, $3::bigint, $4, $5, $6, $7)', [id, token.hash, actor.id, step, next, actor.epoch, now]);
  return { id, token: token.text };
}

interface SignInRow extends ActorColumns {
  id: string;
  step: SignInStep;
  next: string;
}

/** Null: there is none, it is over, or the account is not as it was when the password was right. */
export async function lookUpSignIn(unit: Unit, { hash, now }: { hash: Buffer; now: Date }): Promise<SignIn | null> {
  const [row] = await unit.named<SignInRow>(
    'look-up-sign-in',
    `select s.id, s.step, s.next, ${ACTOR_COLUMNS} from staff_sign_in s join staff a on a.id = s.staff_id ${ACTOR_JOINS}
      where s.token_hash = $1 and s.created_at > $2 and a.active and a.epoch = s.staff_epoch`,
    [hash, new Date(now.getTime() - MINUTES * 60_000)],
  );
  return row === undefined ? null : { id: row.id, actor: actorOf(row), step: row.step, next: row.next };
}

/** Once: false where it was used already. */
export async function endSignIn(unit: Unit, id: string): Promise<boolean> {
  return (await unit.query('delete from staff_sign_in where id = $1 returning 1', [id])).length === 1;
}

/** For housekeeping: those that nobody came back to. */
export async function forgetSignIns(unit: Unit, now: Date): Promise<void> {
  await unit.query('delete from staff_sign_in where created_at < $1', [new Date(now.getTime() - MINUTES * 60_000)]);
}
