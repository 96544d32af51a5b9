import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const BYTES = 32;

/**
 * The secret of a demo: made once, kept in the data directory for its owner only. Two processes that begin at the same
 * time end up with the same one: the file gets its name when it is whole, and only the first gets the name.
 */
export function keptSecret(dataDir: string): Buffer {
  const file = path.join(dataDir, 'secret');
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  const before = read(file);
  if (before !== null) return before;
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(draft, randomBytes(BYTES).toString('base64url'), { mode: 0o600 });
  try {
    linkSync(draft, file);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  const kept = read(file);
  if (kept === null) throw new Error(`The secret in ${file} can't be read.`);
  return kept;
}

function read(file: string): Buffer | null {
  try {
    const secret = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64url');
    if (secret.length < BYTES) throw new Error(`The secret in ${file} is too short: remove the file, and everybody logs in again.`);
    return secret;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined);
