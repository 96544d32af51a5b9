import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { StaticFolder } from '@onbehalf/http/server';
import type { Web } from '@onbehalf/web';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const BUILT = path.join(ROOT, 'packages', 'web', 'dist');

interface Bundle {
  createWeb(build: { manifest: unknown }): Web;
}

/** The pages as they were built, bound to the files that the browser loads. */
export async function loadPages(): Promise<Web> {
  try {
    const [bundle, manifest] = await Promise.all([
      import(pathToFileURL(path.join(BUILT, 'server', 'entry-server.js')).href) as Promise<Bundle>, // what entry-server.tsx exports
      readFile(path.join(BUILT, 'client', 'manifest.json'), 'utf8'),
    ]);
    return bundle.createWeb({ manifest: JSON.parse(manifest) as unknown });
  } catch (cause) {
    throw new Error('The pages are not built. Run "node tools/build-web.mjs", or start with "npm start", which does.', { cause });
  }
}

/** Files that are sent as they are. Only what has a digest in its name may be kept for good. */
export const FOLDERS: readonly StaticFolder[] = [
  { prefix: '/assets/', root: path.join(BUILT, 'client', 'assets'), immutable: true },
  { prefix: '/images/', root: path.join(ROOT, 'apps', 'server', 'demo', 'images'), immutable: false },
  { prefix: '/', root: path.join(ROOT, 'packages', 'web', 'src', 'public'), immutable: false },
];
