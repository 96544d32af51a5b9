import { openTestRun } from './testing-run.ts';

/** Vitest's global set-up: holds the shared server for the whole run, so that it doesn't end between two files. @public */
export default openTestRun;
