/** The same two builds as build.mjs, but a page or message file that isn't written yet leaves a gap instead of an error. */
import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';

const configFile = fileURLToPath(new URL('../vite.config.ts', import.meta.url));

const gaps = new Set();
const leaveGaps = {
  name: 'leave-gaps',
  enforce: 'pre',
  resolveId(id, importer) {
    if (!id.startsWith('.') || !importer || importer.includes('node_modules')) return null;
    const path = resolve(dirname(importer), id.split('?')[0]);
    if (existsSync(path) || !/\.(tsx?|css)$/.test(path)) return null;
    gaps.add(path);
    return path.endsWith('.css') ? '\0gap.css' : `\0gap:${path}`;
  },
  load: (id) => (id.startsWith('\0gap') ? (id.endsWith('.css') ? '' : 'export {};') : null),
};

/** Builds into `out` and gives the entry's factory and the manifest. */
export async function buildTolerant(out) {
  const shared = { configFile, plugins: [leaveGaps], logLevel: 'error' };
  const output = { shimMissingExports: true };
  await build({ ...shared, build: { outDir: `${out}/client`, rolldownOptions: output } });
  await build({ ...shared, build: { outDir: `${out}/server`, ssr: true, rolldownOptions: output } });
  for (const gap of gaps) console.warn(`not written yet: ${gap}`);
  return import(`${pathToFileURL(`${out}/server/entry-server.js`).href}?${Date.now()}`);
}
