import type { problem as en } from '../en/problem.ts';

export const problem: Readonly<Record<keyof typeof en, string>> = {
  'problem.stillInside': 'Sie sind weiterhin im Konto von {name}.',
  'problem.number': 'Nummer dieser Anfrage:',
};
