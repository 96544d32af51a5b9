import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { FEATURES } from '../../../../tools/docs/features.ts';
import { generatedPages } from '../../../../tools/docs/pages.ts';

const ROOT = path.join(import.meta.dirname, '../../../..');
const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');

const PAGES = [
  'README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md',
  ...readdirSync(path.join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md')).map((name) => `docs/${name}`),
];

describe('generated pages', () => {
  it.each(Object.entries(generatedPages()))('%s says what the code says (else: node tools/docs.mjs)', (name, text) => {
    expect(read(`docs/${name}`)).toBe(text);
  });

  it('name test files that exist', () => {
    expect(FEATURES.flatMap(({ tests }) => tests).filter((file) => !existsSync(path.join(ROOT, file)))).toEqual([]);
  });

  it('have each row once, and tests for each', () => {
    expect(new Set(FEATURES.map(({ id }) => id)).size).toBe(FEATURES.length);
    expect(FEATURES.filter(({ tests }) => tests.length === 0).map(({ id }) => id)).toEqual([]);
  });
});

/** What a rule finds on any page, with the page it is on. */
const onPages = (find: (text: string, page: string) => string[]): string[] => PAGES.flatMap((page) => find(read(page), page).map((found) => `${page}: ${found}`));

describe('every page', () => {
  // Pictures are made by a script of their own.
  it('links to what is there', () => {
    const gone = onPages((text, page) =>
      [...text.matchAll(/\]\((?<to>[^)\s]+)\)/g)]
        .map(({ groups }) => (groups?.['to'] ?? '').replace(/#.*$/, ''))
        .filter((to) => to !== '' && !/^[a-z]+:/.test(to) && !/(^|\/)images\//.test(to))
        .filter((to) => !existsSync(path.join(ROOT, path.dirname(page), to))),
    );
    expect(gone).toEqual([]);
  });

  it('names scripts that package.json has', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const unknown = onPages((text) => [...text.matchAll(/npm run (?<script>[a-z][a-z0-9:]*)/g)].map(({ groups }) => groups?.['script'] ?? '').filter((script) => scripts[script] === undefined));
    expect(unknown).toEqual([]);
  });

  it('speaks calmly', () => {
    const loud = onPages((text) => {
      const prose = text.replaceAll(/```.*?```/gs, '').replaceAll(/`[^`]*`/g, '').replaceAll(/<!--.*?-->/gs, '').replaceAll('![', '[');
      return prose.match(/[^.\n]*(?:!|\b(?:oops|simply|easily)\b)/gi) ?? [];
    });
    expect(loud).toEqual([]);
  });
});

it('the environment is described, every variable that the server reads', () => {
  const sources = ['config.ts', 'production-rules.ts'].map((file) => read(`apps/server/src/${file}`)).join('\n');
  const variables = new Set([...sources.matchAll(/'(?<name>(?:[A-Z]+_)*[A-Z]{3,})'/g)].map(({ groups }) => groups?.['name'] ?? ''));
  const page = read('docs/how-to/configure.md');
  expect([...variables].filter((variable) => !page.includes(`\`${variable}\``))).toEqual([]);
  expect(variables).toContain('DATABASE_URL');
});
