import { HTTP_STATUS, type Locale, type Refusal } from '@onbehalf/core';
import type { Problem, ProblemPageProps } from '@onbehalf/web';
import type { Answer } from './answer.ts';
import { json, page } from './answer.ts';
import type { Arrived } from './arrived.ts';
import type { Deps } from './deps.ts';

/** Refusals as a page shows them, at their fields. */
export function problemsOf(deps: Deps, refusals: readonly Refusal[], arrived: Pick<Arrived, 'locale'>): Problem[] {
  return refusals.map((refusal) => ({
    code: refusal.code,
    ...(refusal.field === undefined ? {} : { field: refusal.field }),
    ...deps.web.refusalSentence(localised(refusal, arrived.locale), arrived.locale),
  }));
}

const DECIMAL = /^-?\d+(?:\.(\d+))?$/;

/** Amounts in facts are decimals with a dot, for machines; a sentence writes them as its reader does. */
function localised(refusal: Refusal, locale: Locale): Refusal {
  if (refusal.facts === undefined) return refusal;
  const facts = Object.entries(refusal.facts).map(([name, value]) => [name, typeof value === 'string' ? decimalIn(value, locale) : value] as const);
  return { ...refusal, facts: Object.fromEntries(facts) };
}

function decimalIn(text: string, locale: Locale): string {
  const digits = DECIMAL.exec(text)?.[1]?.length;
  if (digits === undefined) return text;
  // Given as text, so that no digit is lost on the way through a number.
  return new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(text as `${number}`);
}

export function statusOf(refusals: readonly Refusal[]): number {
  const [first] = refusals;
  return first === undefined ? 400 : HTTP_STATUS[first.code];
}

/** RFC 9457. The first refusal names the problem, all of them are listed; type opens its page in the docs. */
export function problemJson(deps: Deps, refusals: readonly Refusal[], arrived: Pick<Arrived, 'locale' | 'origin'>): Answer {
  const [first] = refusals;
  const problems = problemsOf(deps, refusals, arrived);
  const code = first?.code ?? 'server-error';
  return json(
    {
      type: `${deps.config.origin}/docs/problems/${code}`,
      title: problems[0]?.text ?? '',
      status: statusOf(refusals),
      code,
      instance: `urn:request:${arrived.origin.requestId}`,
      refusals: refusals.map((refusal, at) => ({ ...refusal, text: problems[at]?.text, remedy: problems[at]?.remedy })),
    },
    { status: statusOf(refusals), headers: { 'content-type': 'application/problem+json' } },
  );
}

export function problemPage(deps: Deps, refusals: readonly Refusal[], arrived: Arrived, links: ProblemPageProps['links']): Answer {
  const [first] = problemsOf(deps, refusals, arrived);
  const status = statusOf(refusals);
  return page('problem', { status, title: first?.text ?? '', text: problemsOf(deps, refusals.slice(1), arrived).map((one) => one.text).join(' '), remedy: first?.remedy ?? '', links, requestId: arrived.origin.requestId }, { status });
}
