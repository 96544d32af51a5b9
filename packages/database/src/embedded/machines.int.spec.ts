import { chmodSync, cpSync, existsSync, lstatSync, mkdirSync, readFileSync, realpathSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { openPool, closePool } from '../pool.ts';
import { locateBinaries, repairLinks } from './binaries.ts';
import { type EmbeddedPostgres, type System, startEmbedded } from './start-embedded.ts';
import { cleanUp, freshDirectory } from './testing-holders.ts';

afterEach(cleanUp);

const isRoot = process.getuid?.() === 0;
const passwdWithoutPostgres = () => 'root:x:0:0:root:/root:/bin/bash\nnobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin\n';

async function withServer(dataDir: string, system: Partial<System>, look: (server: EmbeddedPostgres) => Promise<void> | void): Promise<void> {
  const server = await startEmbedded({ dataDir, isDurable: false, system });
  try {
    await look(server);
    const pool = openPool(server.appConfig);
    expect((await pool.query('select current_user::text as role')).rows).toEqual([{ role: 'onbehalf_app' }]);
    await closePool(pool);
  } finally {
    await server.stop();
  }
}

function copyOfBinaries(to: string): { root: string; version: string } {
  const installed = locateBinaries();
  cpSync(installed.root, to, { recursive: true, verbatimSymlinks: true });
  return { root: to, version: 'copy' };
}

describe('the directory', () => {
  test('may have a path that is too long for a socket', async () => {
    const dataDir = path.join(freshDirectory(), 'long'.repeat(30));
    await withServer(dataDir, { elsewhere: freshDirectory() }, ({ host, cluster }) => {
      expect(Buffer.byteLength(`${host}/.s.PGSQL.5432`)).toBeLessThan(104);
      expect(cluster.startsWith(realpathSync(dataDir))).toBe(true);
    });
  });

  test('of sockets and of data is closed to everybody else', async () => {
    await withServer(freshDirectory(), {}, ({ host, cluster }) => {
      for (const directory of [host, cluster]) expect(statSync(directory).mode & 0o777).toBe(0o700);
    });
  });
});

describe('the binaries', () => {
  test('get their links when install scripts were not allowed', async () => {
    const dataDir = freshDirectory();
    const installed = copyOfBinaries(path.join(path.dirname(dataDir), 'native'));
    const links: unknown = JSON.parse(readFileSync(path.join(installed.root, 'pg-symlinks.json'), 'utf8'));
    expect(links).not.toHaveLength(0);
    const link = path.join(installed.root, 'lib', process.platform === 'darwin' ? 'libpq.dylib' : 'libpq.so.5');
    rmSync(link, { force: true });
    await withServer(dataDir, { installed }, () => {
      expect(lstatSync(link).isSymbolicLink()).toBe(true);
    });
  });

  test('can be repaired twice, and by two at once', () => {
    const installed = copyOfBinaries(path.join(path.dirname(freshDirectory()), 'native'));
    repairLinks(installed.root);
    expect(() => repairLinks(installed.root)).not.toThrow();
  });
});

describe.runIf(isRoot)('as root', () => {
  test('PostgreSQL runs as another account', async () => {
    await withServer(freshDirectory(), {}, ({ pid, account }) => {
      expect(account?.uid).toBeGreaterThan(0);
      expect(statSync(`/proc/${pid}`).uid).toBe(account?.uid);
    });
  });

  test('on a machine without an account postgres it runs as nobody', async () => {
    await withServer(freshDirectory(), { passwd: passwdWithoutPostgres }, ({ account }) => {
      expect(account?.name).toBe('nobody');
    });
  });

  test('in a home directory that nobody else may enter, binaries and data go where the account reaches them', async () => {
    const dataDir = freshDirectory(0o700);
    const elsewhere = freshDirectory();
    const cache = freshDirectory();
    const installed = copyOfBinaries(path.join(path.dirname(dataDir), 'native'));
    const system = { elsewhere, cache, installed };
    await withServer(dataDir, system, ({ cluster }) => {
      expect(cluster.startsWith(elsewhere)).toBe(true);
      expect(existsSync(path.join(dataDir, 'postgres'))).toBe(false);
    });
    const other = freshDirectory(0o700);
    await withServer(other, system, ({ cluster }) => {
      expect(readFileSync(path.join(cluster, 'PG_VERSION'), 'utf8')).toMatch(/^18/u);
    });
  });

  test('an existing database that got out of reach is not replaced by an empty one', async () => {
    const dataDir = freshDirectory();
    await withServer(dataDir, {}, () => {});
    chmodSync(path.dirname(dataDir), 0o700);
    await expect(startEmbedded({ dataDir })).rejects.toMatchObject({ code: 'data-out-of-reach' });
  });

  test('a database that came to be elsewhere stays in use when the directory is opened later', async () => {
    const dataDir = freshDirectory(0o700);
    const system = { elsewhere: freshDirectory() };
    let before = '';
    await withServer(dataDir, system, ({ cluster }) => void (before = cluster));
    chmodSync(path.dirname(dataDir), 0o755);
    await withServer(dataDir, system, ({ cluster }) => expect(cluster).toBe(before));
  });

  test('an installation made under a strict umask is copied so that the account can read it', async () => {
    const dataDir = freshDirectory();
    const installed = copyOfBinaries(path.join(path.dirname(dataDir), 'native'));
    for (const part of ['bin', 'lib', 'share']) chmodSync(path.join(installed.root, part), 0o700);
    const cache = freshDirectory();
    mkdirSync(cache);
    await withServer(dataDir, { installed, cache }, ({ account }) => {
      expect(account).toBeDefined();
    });
  });
});
