export { type Database, type DatabaseEnvironment, connectDatabase } from './connect.ts';
export { type EmbeddedOptions, type EmbeddedPostgres, startEmbedded } from './embedded/start-embedded.ts';
export { type MigrateOptions, type MigrateResult, type Migration, migrate, readMigrations } from './migrate.ts';
export { closePool, openPool } from './pool.ts';
export { DatabaseProblem, type DatabaseProblemCode } from './problem.ts';
export { APP_ROLE, DATABASE_NAME, OWNER_ROLE, ensureAppRole } from './roles.ts';
export { type QueryObservation, type Unit, type UnitOfWork, type UnitOfWorkOptions, unitOfWork } from './unit.ts';
