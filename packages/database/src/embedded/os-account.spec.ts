import { describe, expect, test } from 'vitest';
import { chooseAccount } from './os-account.ts';

const passwd = (...lines: string[]) => () => ['root:x:0:0:root:/root:/bin/bash', ...lines, ''].join('\n');
const refuse = () => {
  throw new Error('read');
};
const nobody = 'nobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin';

describe('the account that PostgreSQL runs as', () => {
  test('is our own for anybody but root, and no list of accounts is read', () => {
    expect(chooseAccount(1000, refuse)).toBeUndefined();
    expect(chooseAccount(undefined, refuse)).toBeUndefined();
  });

  test('is postgres for root, wherever it stands in the list', () => {
    const list = passwd(nobody, 'postgres:x:101:104::/var/lib/postgresql:/bin/bash');
    expect(chooseAccount(0, list)).toEqual({ name: 'postgres', uid: 101, gid: 104 });
  });

  test('is nobody where there is no postgres', () => {
    expect(chooseAccount(0, passwd(nobody))).toEqual({ name: 'nobody', uid: 65_534, gid: 65_534 });
  });

  test('is never root by another name', () => {
    expect(() => chooseAccount(0, passwd('postgres:x:0:0::/root:/bin/sh'))).toThrow(/DATABASE_URL/u);
  });
});
