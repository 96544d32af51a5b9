/** One way in that somebody may try, and what holds against it. */
export interface AttackCase {
  /** Never renamed: tests carry it at the beginning of their title. */
  readonly id: string;
  readonly name: string;
  readonly attack: string;
  readonly holds: string;
  /** The rows of the feature contract that it concerns. */
  readonly rows: string;
}

export interface AttackGroup {
  readonly heading: string;
  readonly cases: readonly AttackCase[];
}

type Line = readonly [id: string, name: string, rows: string, attack: string, holds: string];

export const group = (heading: string, ...lines: readonly Line[]): AttackGroup => ({
  heading,
  cases: lines.map(([id, name, rows, attack, holds]) => ({ id, name, rows, attack, holds })),
});
