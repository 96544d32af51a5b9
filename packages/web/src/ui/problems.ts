import type { Problem } from '../props/shared.ts';

/** The refusal that belongs to one field. */
export const problemAt = (problems: readonly Problem[], field: string): Problem | undefined => problems.find((problem) => problem.field === field);

/** Refusals that no field on the page shows; they stand above the form. */
export const problemsBeside = (problems: readonly Problem[], fields: readonly string[]): Problem[] =>
  problems.filter((problem) => problem.field === undefined || !fields.includes(problem.field));
