import { maskPersonal, PERSONAL_FIELDS, type PersonalField } from '@onbehalf/core';
import type { Answer } from './answer.ts';
import type { Arrived } from './arrived.ts';
import type { Deps } from './deps.ts';

/**
 * What leaves the server for a context in view mode: pages and JSON with the personal fields masked, by name, so that no
 * page has to think of it (B17). On a page the mask is a word that everybody reads, in JSON it is null.
 */
export function masked(deps: Pick<Deps, 'web'>, { caller, locale }: Pick<Arrived, 'caller' | 'locale'>, answer: Answer): Answer {
  if (caller.kind !== 'context' || caller.session.mode !== 'view' || answer.aboutNobody === true) return answer;
  switch (answer.kind) {
    case 'page':
      return { ...answer, props: maskPersonal(answer.props, (field) => deps.web.message(`masked.${field}`, locale)) } as Answer;
    case 'json':
      return { ...answer, body: maskPersonal(answer.body, () => null), headers: { ...answer.headers, [MASKED_HEADER]: MASKED_FIELDS } };
    case 'html':
    case 'stream':
      // Nobody can see into it: whoever opens such a route to view mode has to say what is masked in it.
      throw new Error(`An answer of kind ${answer.kind} can't be masked`);
    default:
      return answer;
  }
}

/** Tells a client of the API that a null is a mask. */
const MASKED_HEADER = 'onbehalf-masked';
const MASKED_FIELDS = ([...PERSONAL_FIELDS] satisfies PersonalField[]).join(', ');
