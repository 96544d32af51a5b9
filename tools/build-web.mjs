// Builds the pages when what they are made of has changed.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT, isMain, main, run } from './steps.mjs';
import { setup } from './setup.mjs';

const WEB = path.join(ROOT, 'packages', 'web');
const BUILD = path.join(WEB, 'build.mjs');
const STAMP = path.join(WEB, 'dist', '.sources');
/** The pages take their types and sentences from core; the lockfile stands for every library. */
const SOURCES = ['packages/web/src', 'packages/web/build.mjs', 'packages/web/vite.config.ts', 'packages/core/src', 'package-lock.json'];

/** @param {string} node */
export async function buildWeb(node) {
  if (!existsSync(BUILD)) return;
  const digest = digestOf(SOURCES);
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === digest) return;
  if ((await run(node, [BUILD])) !== 0) throw new Error('The pages could not be built: see above.');
  mkdirSync(path.dirname(STAMP), { recursive: true });
  writeFileSync(STAMP, digest);
}

/** @param {readonly string[]} sources */
function digestOf(sources) {
  const hash = createHash('sha256');
  for (const file of sources.flatMap((source) => filesOf(path.join(ROOT, source)))) {
    hash.update(path.relative(ROOT, file)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

/** @param {string} place @returns {string[]} */
function filesOf(place) {
  if (!existsSync(place)) return [];
  if (!statSync(place).isDirectory()) return [place];
  return readdirSync(place)
    .toSorted()
    .filter((name) => !/\.spec\.tsx?$/u.test(name))
    .flatMap((name) => filesOf(path.join(place, name)));
}

if (isMain(import.meta.url)) {
  await main(async () => {
    await buildWeb(await setup());
    return 0;
  });
}
