import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keptSecret } from './secret.ts';

let place: string;
beforeEach(() => {
  place = mkdtempSync(path.join(tmpdir(), 'onbehalf-secret-'));
});
afterEach(() => rmSync(place, { recursive: true }));

describe('the secret of a demo', () => {
  it('is made once and is the same ever after', () => {
    const first = keptSecret(path.join(place, 'new'));
    expect(first).toHaveLength(32);
    expect(keptSecret(path.join(place, 'new'))).toEqual(first);
    expect(keptSecret(path.join(place, 'other'))).not.toEqual(first);
  });

  it('can be read by its owner only, and leaves nothing beside it', () => {
    keptSecret(place);
    expect(statSync(path.join(place, 'secret')).mode & 0o777).toBe(0o600);
    expect(readdirSync(place)).toEqual(['secret']);
  });

  it('is never a short one', () => {
    writeFileSync(path.join(place, 'secret'), 'short');
    expect(() => keptSecret(place)).toThrow('too short');
  });
});
