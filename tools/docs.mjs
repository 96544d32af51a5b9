// node tools/docs.mjs [--check]: writes the pages of docs/reference that come from the code, or names those that are stale.
import { findNode } from './find-node.mjs';
import { main, run } from './steps.mjs';

await main(() => run(findNode(), ['tools/docs/write.ts', ...process.argv.slice(2)]));
