/** The page of last resort. Its title, text and remedy come with the refusal. */
export const problem = {
  'problem.stillInside': 'You are still in the account of {name}.',
  'problem.number': 'Number of this request:',
} as const;
