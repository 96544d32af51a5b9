import { dropLeftOvers, testServer } from './testing.ts';

/** Vitest's global set-up: holds the shared server for the whole run, so that it doesn't end between two files. @public */
export default async function setup(): Promise<() => Promise<void>> {
  const server = await testServer();
  await dropLeftOvers(server);
  return server.stop;
}
