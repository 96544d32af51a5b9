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

/** What comes after a password that was right: nothing more, a step, or it is over, because the account changed meanwhile. */
export type AfterPassword = SignInStep | 'nothing' | 'over';

/**
 * Asked in the transaction that acts on the answer. Until it ends the account stays as it is: whoever changes its password, its
 * role or what its role asks for waits, or was first, and then the password has to be typed again (B9).
 */
export async function stepAfterPassword(unit: Unit, actor: Pick<Actor, 'id' | 'epoch'>): Promise<AfterPassword> {
  if (!(await isUnchanged(unit, actor))) return 'over';
  const [row] = await unit.query<{ required: boolean; has: boolean }>(
    `select r.second_factor_required as required, exists (select 1 from staff_second_factor f where f.staff_id = a.id) as has
       from staff a join role r on r.id = a.role_id where a.id = $1::bigint`,
    [actor.id],
  );
  if (row?.has === true) return 'code';
  return row?.required === true ? 'set-up' : 'nothing';
}

/** Is the account as it was when the password was right? It stays so until the transaction ends. */
export async function isUnchanged(unit: Unit, { id, epoch }: Pick<Actor, 'id' | 'epoch'>): Promise<boolean> {
  return (await unit.query('select 1 from staff where id = $1::bigint and epoch = $2 and active for share', [id, epoch])).length === 1;
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
