import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { withStartLock } from './start-lock.ts';

let directory: string;

beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'ob-lock-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

describe('the start lock', () => {
  test('lets one in at a time', async () => {
    let inside = 0;
    let most = 0;
    const visit = () =>
      withStartLock(directory, async () => {
        inside += 1;
        most = Math.max(most, inside);
        await new Promise((next) => setTimeout(next, 1));
        inside -= 1;
      });
    await Promise.all(Array.from({ length: 20 }, visit));
    expect(most).toBe(1);
  });

  test('opens again after a failure', async () => {
    const failing = withStartLock(directory, () => Promise.reject(new Error('no')));
    await expect(failing).rejects.toThrow('no');
    await expect(withStartLock(directory, () => Promise.resolve('in'))).resolves.toBe('in');
  });

  test.each([
    ['gone', '999999999 123'],
    ['another program by now', `${process.pid} 1`],
    ['unreadable', ''],
  ])('does not wait for a process that is %s', async (_, holder) => {
    writeFileSync(path.join(directory, 'turn-000000007'), holder);
    await expect(withStartLock(directory, () => Promise.resolve('in'))).resolves.toBe('in');
  });

  test('leaves one file behind, however often it was taken', async () => {
    for (let round = 0; round < 5; round += 1) await withStartLock(directory, () => Promise.resolve());
    expect(readdirSync(directory)).toHaveLength(1);
  });
});
