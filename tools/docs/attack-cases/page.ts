import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { code, page, table } from '../markdown.ts';
import type { AttackCase } from './case.ts';
import { PRICE_CASES } from './prices.ts';
import { REQUESTS } from './requests.ts';
import { SESSIONS } from './sessions.ts';
import { WAYS_IN } from './ways-in.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');

export const ATTACK_GROUPS = [...WAYS_IN, ...SESSIONS, ...PRICE_CASES, ...REQUESTS];

export const ATTACK_CASES: readonly AttackCase[] = ATTACK_GROUPS.flatMap(({ cases }) => cases);

export interface CaseTest {
  readonly file: string;
  readonly title: string;
  readonly skipped: boolean;
}

const SPECS = ['apps', 'packages', 'e2e'];
const IDS_AT_THE_BEGINNING = /^(?:[A-Z]\d{1,2}(?:[–-][A-Z]\d{1,2})?)(?:(?:, | and )[A-Z]\d{1,2})*(?=[:\s])/u;
/** The groups of cases; C10 is a row of the feature contract. */
const CASE_ID = /\b[TSPCXRKEINDZFM]\d{2}\b/gu;
const ROWS_LIKE_CASES = new Set(['C10']);

/** Every test and group of tests that a spec file holds. */
export function everyTest(): CaseTest[] {
  const files = SPECS.flatMap((folder) => readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((name) => path.join(folder, name)));
  return files.filter((file) => file.endsWith('.spec.ts') && !file.includes('node_modules')).toSorted().flatMap(testsIn);
}

function testsIn(file: string): CaseTest[] {
  const source = readFileSync(path.join(ROOT, file), 'utf8');
  return caseTests(file, source);
}

/** The tests of a spec's text. What stands in a skipped group is skipped. */
export function caseTests(file: string, text: string): CaseTest[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const tests: CaseTest[] = [];
  const visit = (node: ts.Node, skipped: boolean): void => {
    const found = ts.isCallExpression(node) ? testOf(node, source) : null;
    if (found !== null) tests.push({ file, title: found.title, skipped: skipped || found.skipped });
    ts.forEachChild(node, (child) => visit(child, skipped || found?.skipped === true));
  };
  visit(source, false);
  return tests;
}

function testOf(call: ts.CallExpression, source: ts.SourceFile): { title: string; skipped: boolean } | null {
  const [title] = call.arguments;
  const callee = call.expression.getText(source);
  const [, kind, modifier] = /^(it|test|describe)(?:\.(\w+))?/u.exec(callee) ?? [];
  if (kind === undefined || title === undefined || !(ts.isStringLiteralLike(title) || ts.isTemplateExpression(title))) return null;
  return { title: ts.isStringLiteralLike(title) ? title.text : title.getText(source).slice(1, -1), skipped: /^(?:skip|todo|fixme)/u.test(modifier ?? '') };
}

/** The cases that a title begins with: "B3, T02: …" is one of T02. */
export const idsAtTheBeginning = (title: string): string[] => caseIds(IDS_AT_THE_BEGINNING.exec(title)?.[0] ?? '');

export const caseIds = (text: string): string[] => [...text.matchAll(CASE_ID)].map(([id]) => id).filter((id) => !ROWS_LIKE_CASES.has(id));

export function testsByCase(tests: readonly CaseTest[]): Map<string, CaseTest[]> {
  const byCase = new Map<string, CaseTest[]>();
  for (const test of tests) {
    if (!test.skipped) for (const id of idsAtTheBeginning(test.title)) byCase.set(id, [...(byCase.get(id) ?? []), test]);
  }
  return byCase;
}

export function attackCasesPage(): string {
  const tests = testsByCase(everyTest());
  return page(
    'Attacks, and what holds',
    `${ATTACK_CASES.length} ways to get where one shouldn’t be. Each is a test by its id, on the real server with a real PostgreSQL. The words in rows are those of the [features](features.md).`,
    'After such a test the whole shop is looked at: every assist session has its start on record and, once over, one end with its reason (I1); no credential works in another’s place (I2); nobody is in two customers’ accounts at once (I3); what is over opens nothing (I4); the record’s chains hash (I5); every order adds up (I6); and what is the customer’s own is as it was (I7). That look is `expectInvariants` in `apps/server/src/testing/invariants.ts`.',
    ...ATTACK_GROUPS.flatMap(({ heading, cases }) => [`## ${heading}`, table(['id', 'name', 'attack', 'what holds', 'rows', 'tests'], cases.map((one) => [one.id, one.name, one.attack, one.holds, one.rows, testCell(tests.get(one.id) ?? [])]))]),
  );
}

const testCell = (tests: readonly CaseTest[]): string => tests.map(({ file, title }) => `${code(file.replace(/^packages\//u, ''))}: ${title}`).join('; ');
