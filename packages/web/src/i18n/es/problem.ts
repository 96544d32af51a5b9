import type { problem as en } from '../en/problem.ts';

export const problem: Readonly<Record<keyof typeof en, string>> = {
  'problem.stillInside': 'Usted sigue en la cuenta de {name}.',
  'problem.number': 'Número de esta petición:',
};
