import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { SETTING_PATHS, SETTINGS } from '@onbehalf/core';
import { FEATURES } from '../../../../tools/docs/features.ts';
import { SOURCE_DOCUMENTS, numberedStatements, testTitles } from '../../../../tools/docs/source-documents/page.ts';

const ROOT = path.join(import.meta.dirname, '../../../..');
const exists = (file: string): boolean => existsSync(path.join(ROOT, file));

describe('the source documents', () => {
  const all = numberedStatements();

  it('are both there, with every statement', () => {
    expect(SOURCE_DOCUMENTS).toHaveLength(2);
    expect(all.length).toBeGreaterThanOrEqual(180);
  });

  it('point to tests that exist and run', () => {
    const titles = new Map([...new Set(all.flatMap(({ statement }) => statement.tests.map(([file]) => file)))].map((file) => [file, exists(file) ? testTitles(file) : []]));
    const missing = all.flatMap(({ number, statement }) =>
      statement.tests.filter(([file, title]) => !titles.get(file)?.some((one) => one.includes(title))).map(([file, title]) => `${number} ${file}: ${title}`));
    expect(missing).toEqual([]);
  });

  it('have a test for each statement, and a reason for each one kept in another way', () => {
    expect(all.filter(({ statement }) => statement.tests.length === 0).map(({ number }) => number)).toEqual([]);
    expect(all.filter(({ statement }) => statement.deviation?.trim() === '').map(({ number }) => number)).toEqual([]);
  });

  it('name rows that this release has', () => {
    const rows = new Set(FEATURES.map(({ id }) => id));
    expect(all.filter(({ statement }) => !rows.has(statement.row)).map(({ number, statement }) => `${number} ${statement.row}`)).toEqual([]);
  });
});

const names = (title: string, setting: string): boolean => title.split(/[\s:,()“”"]+/u).includes(setting);

describe('every setting that is in force', () => {
  const specs = ['apps', 'packages', 'e2e'].flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.spec.ts') && !name.includes('node_modules'))
      .map((name) => path.join(folder, name)));
  // The registry's own specs read values; a person sees pages.
  const files = specs.filter((file) => !file.includes(path.join('core', 'src', 'settings')));
  const titles = new Map(files.map((file) => [file, testTitles(file)]));
  /** By its path in a title, or by a title for each of several paths that the file lists. */
  const isTried = (setting: string, file: string): boolean =>
    titles.get(file)?.some((title) => names(title, setting) || (/\$\{path\}/iu.test(title) && readFileSync(path.join(ROOT, file), 'utf8').includes(`'${setting}'`))) === true;

  it.each(SETTING_PATHS.filter((setting) => SETTINGS[setting].live))('%s has a test by its name that a change of it shows', (setting) => {
    expect(files.some((file) => isTried(setting, file))).toBe(true);
  });
});
