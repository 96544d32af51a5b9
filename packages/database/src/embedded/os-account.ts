import { statSync } from 'node:fs';
import path from 'node:path';
import { DatabaseProblem } from '../problem.ts';

/** The account of the operating system that PostgreSQL runs as. */
export interface OsAccount {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/**
 * PostgreSQL refuses to run as root. Root therefore lends it `postgres`, or `nobody` on a machine where no
 * PostgreSQL was ever installed; anybody else runs it as themselves, which `undefined` stands for.
 */
export function chooseAccount(uid: number | undefined, passwd: () => string): OsAccount | undefined {
  if (uid !== 0) return undefined;
  const accounts = parsePasswd(passwd());
  const account = accounts.find(({ name }) => name === 'postgres') ?? accounts.find(({ name }) => name === 'nobody');
  if (account === undefined) {
    throw new DatabaseProblem(
      'no-os-account',
      'PostgreSQL does not run as root, and this machine has neither an account postgres nor nobody. ' +
        'Start Onbehalf as an ordinary user, or set DATABASE_URL.',
    );
  }
  return account;
}

function parsePasswd(text: string): OsAccount[] {
  return text.split('\n').flatMap((line) => {
    const [name, , uid, gid] = line.split(':');
    const account = { name: name ?? '', uid: Number(uid), gid: Number(gid) };
    return account.name !== '' && account.uid > 0 && account.gid >= 0 ? [account] : [];
  });
}

/** Whether the account may enter this directory: every directory on the way needs its execute bit. */
export function canReach(directory: string, account: OsAccount | undefined): boolean {
  if (account === undefined) return true;
  for (let at = path.resolve(directory); ; at = path.dirname(at)) {
    const { mode, uid, gid } = statSync(at);
    const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return false;
    if (at === path.dirname(at)) return true;
  }
}
