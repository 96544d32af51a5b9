import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { code, page, table } from '../markdown.ts';
import { customerImpersonation } from './customer-impersonation.ts';
import { loginAsCustomer } from './login-as-customer.ts';
import type { Chapter, SourceDocument, Statement } from './statement.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');

export const SOURCE_DOCUMENTS: readonly SourceDocument[] = [customerImpersonation, loginAsCustomer];

/** Every statement with its number: the document's letter, the chapter, and where it stands in it. */
export const numberedStatements = (): { number: string; statement: Statement }[] =>
  SOURCE_DOCUMENTS.flatMap(({ letter, chapters }) =>
    chapters.flatMap(({ statements }, chapter) => statements.map((statement, at) => ({ number: `${letter}${chapter + 1}.${at + 1}`, statement }))));

/** The titles of the tests in a spec file, and of the groups around them; those that are skipped don't count. */
export function testTitles(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(path.join(ROOT, file), 'utf8'), ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const titles: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) titles.push(...titleOf(node, source));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return titles;
}

function titleOf(call: ts.CallExpression, source: ts.SourceFile): string[] {
  const callee = call.expression.getText(source);
  const [title] = call.arguments;
  if (title === undefined || !/^(?:it|test|describe)\b/u.test(callee) || /\.(?:skip|todo|fixme)\b/u.test(callee)) return [];
  if (ts.isStringLiteralLike(title)) return [title.text];
  return ts.isTemplateExpression(title) ? [title.getText(source).slice(1, -1)] : [];
}

export function sourceDocumentsPage(): string {
  const all = numberedStatements();
  const deviations = all.filter(({ statement }) => statement.deviation !== undefined);
  return page(
    'Both source documents, sentence by sentence',
    `Onbehalf must at the least do what two documents describe: “Customer Impersonation” of MageB2B’s Staff for Magento, and “Login as Customer” of Adobe Commerce. Each line is one of their statements in our words: the row of the feature contract it belongs to, where a person sees it, and the test that shows it. ${all.length} statements; ${deviations.length} are kept in another way on purpose, and say why.`,
    ...SOURCE_DOCUMENTS.flatMap((document) => [`## ${document.title}`, document.about, ...document.chapters.flatMap((chapter, at) => chapterPart(document, chapter, at))]),
    '## Kept in another way',
    table(['no.', 'statement', 'what we do, and why'], deviations.map(({ number, statement }) => [number, statement.says, statement.deviation ?? ''])),
  );
}

function chapterPart({ letter }: SourceDocument, { heading, statements }: Chapter, chapter: number): string[] {
  const rows = statements.map(({ says, row, see, tests, deviation }, at) => [
    `${letter}${chapter + 1}.${at + 1}`,
    deviation === undefined ? says : `${says} *Kept in another way, see below.*`,
    row,
    see,
    tests.map(([file, title]) => `${code(file.replace(/^packages\//u, ''))}: ${title}`).join('; '),
  ]);
  return [`### ${heading}`, table(['no.', 'statement', 'row', 'where to see it', 'test'], rows)];
}
