// npm run dev: as npm start, and again after every change. Node restarts the server; pages are built before that.
import { watch } from 'node:fs';
import path from 'node:path';
import { buildWeb } from './build-web.mjs';
import { setup } from './setup.mjs';
import { ROOT, main, run } from './steps.mjs';

const QUIET_MS = 150;

await main(async () => {
  const node = await setup();
  await buildWeb(node);
  rebuildOnChange(node);
  const watched = ['--watch', '--watch-preserve-output', '--watch-path=packages', '--watch-path=apps'];
  const code = await run(node, [...watched, 'apps/server/src/main.ts', ...process.argv.slice(2)]);
  process.exit(code); // the watchers would keep us
});

/** @param {string} node */
function rebuildOnChange(node) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let pending;
  let building = Promise.resolve();
  const rebuild = () => {
    building = building.then(() => buildWeb(node)).catch((/** @type {unknown} */ error) => console.error(String(error)));
  };
  for (const folder of ['packages/web/src', 'packages/core/src']) {
    watch(path.join(ROOT, folder), { recursive: true }, () => {
      clearTimeout(pending); // an editor writes a file in several steps
      pending = setTimeout(rebuild, QUIET_MS);
    });
  }
}
