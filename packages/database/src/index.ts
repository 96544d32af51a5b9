export { type Database, type DatabaseEnvironment, connectDatabase } from './connect.ts';
export type { EmbeddedPostgres } from './embedded/start-embedded.ts';
export { type MigrateOptions, type MigrateResult, migrate } from './migrate.ts';
export { closePool, openPool } from './pool.ts';
export { DatabaseProblem, type DatabaseProblemCode } from './problem.ts';
export { type QueryObservation, type Unit, type UnitOfWork, type UnitOfWorkOptions, unitOfWork } from './unit.ts';
