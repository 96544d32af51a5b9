import { enableCompileCache } from 'node:module';
import path from 'node:path';

// A start spends most of its time on reading its own program; what Node makes of it is kept for the next one.
enableCompileCache(path.resolve(import.meta.dirname, '../../../.cache/compiled'));

const { serve } = await import('./serve.ts');
await serve();
