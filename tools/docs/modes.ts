import { ASSIST_MODES, PERSONAL_FIELDS } from '@onbehalf/core';
import { modesTable, routes, type ModeAnswer, type ModeRow } from '@onbehalf/http';
import { code, page, table } from './markdown.ts';

const ANSWERS: Readonly<Record<ModeAnswer, string>> = { allow: 'allow', read: 'read', refused: 'refused' };

/** The table route × mode as the guard reads it (B15–B17). */
export const modesPage = (): string =>
  page(
    'Modes',
    'What an assist session may do, route by route. In force is the smaller of the role’s mode and the consent’s. The guard reads this very table; a route that is not in it is not served.',
    [
      '- **allow**: the route does what it does. **read**: the page or the answer is shown. **refused**: back to the customer dashboard with “This page is not available while you assist a customer.”, in REST 403 with `not-available-in-context`; on record either way.',
      '- **floor**: closed in every mode. No setting opens it.',
      '- **may be closed**: “Not allowed handles” can close the handle. The page, its form and its REST twin close together. What belongs to the session itself, the way out for example, stays open.',
      `- In view mode the personal fields ${PERSONAL_FIELDS.map(code).join(', ')} are masked on every page and in every answer, wherever they stand: a word in the page’s language, in REST \`null\` with the header \`onbehalf-masked\`. Names, company, town and country stay: the banner says who it is.`,
      '- The portal and admin read the staff cookie only, whatever else the browser holds: an assist session does not change what is open there.',
    ].join('\n'),
    '## Pages and forms',
    tableOf('storefront'),
    '## REST',
    tableOf('rest'),
  );

const tableOf = (area: 'storefront' | 'rest'): string =>
  table(['method', 'path', 'handle', ...ASSIST_MODES, 'floor', 'may be closed'], modesTable(routes).filter(({ route }) => route.area === area).map(rowOf));

const rowOf = ({ route, answers, floor, closable }: ModeRow): string[] => [
  route.method, code(route.path), code(route.handle), ...ASSIST_MODES.map((mode) => ANSWERS[answers[mode]]), floor ? 'yes' : '', closableText(route, closable),
];

function closableText({ formOf }: ModeRow['route'], closable: boolean): string {
  if (!closable) return '';
  return formOf === null ? 'yes' : `yes, also with ${code(formOf)}`;
}
