export type DatabaseProblemCode =
  | 'platform-not-covered'
  | 'binaries-unusable'
  | 'data-out-of-reach'
  | 'no-os-account'
  | 'start-failed'
  | 'server-too-old'
  | 'role-missing'
  | 'migration-changed'
  | 'migration-out-of-order'
  | 'migration-failed'
  | 'commit-failed'
  | 'unit-over';

/** Something unexpected about the database. The message tells an operator what to do; the code never changes. */
export class DatabaseProblem extends Error {
  readonly code: DatabaseProblemCode;

  constructor(code: DatabaseProblemCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'DatabaseProblem';
    this.code = code;
  }
}
