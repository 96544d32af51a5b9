/** A server process that is there to be killed: the whole way of a request, and nothing else that a server does (no preparation, no jobs). */
import { enableCompileCache } from 'node:module';
import path from 'node:path';

enableCompileCache(path.resolve(import.meta.dirname, '../../../../.cache/compiled'));

const { serveUntilKilled } = await import('./serve-until-killed.ts');
await serveUntilKilled();
process.send?.('up');
// Whoever started it is gone, killed or done.
process.on('disconnect', () => process.exit(0));
