// After a change of dependencies: npm install, then this.
//
// Native tools name one optional package per platform. Where a registry mirror lacks some of them, npm leaves them out of
// the lockfile without a word, and npm ci then refuses that very lockfile ("Missing: … from lock file"). This puts the
// missing ones back: named and pinned, so that npm ci agrees, and never fetched where the platform is another one.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT, main } from './steps.mjs';

const LOCK = path.join(ROOT, 'package-lock.json');
const SYSTEMS = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'];
const PROCESSORS = ['arm64', 'arm', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64'];
const EXACT = /^\d+\.\d+\.\d+/u;

/** @typedef {{ version?: string, dev?: boolean, optionalDependencies?: Record<string, string> }} Locked */

/** What npm itself would have written, as far as the name tells. @param {string} name @param {string} version @param {Locked} parent */
function entryFor(name, version, parent) {
  const words = name.split(/[/-]/u);
  const system = SYSTEMS.find((each) => words.includes(each));
  const processor = PROCESSORS.find((each) => words.includes(each));
  const libc = words.includes('musl') || words.includes('musleabihf') ? 'musl' : words.includes('gnu') ? 'glibc' : undefined;
  return {
    version,
    ...(processor === undefined ? {} : { cpu: [processor] }),
    ...(parent.dev === true ? { dev: true } : {}),
    ...(system === 'linux' && libc !== undefined ? { libc: [libc] } : {}),
    optional: true,
    ...(system === undefined ? {} : { os: [system] }),
  };
}

await main(async () => {
  const lock = JSON.parse(readFileSync(LOCK, 'utf8'));
  /** @type {Record<string, Locked>} */
  const packages = lock.packages;
  const added = Object.values(packages).flatMap((parent) =>
    Object.entries(parent.optionalDependencies ?? {})
      .filter(([name, version]) => packages[`node_modules/${name}`] === undefined && EXACT.test(version))
      .map(([name, version]) => /** @type {const} */ ([`node_modules/${name}`, entryFor(name, version, parent)])),
  );
  const { '': root, ...rest } = { ...packages, ...Object.fromEntries(added) };
  const sorted = Object.entries(rest).toSorted(([left], [right]) => left.localeCompare(right, 'en'));
  lock.packages = { '': root, ...Object.fromEntries(sorted) };
  writeFileSync(LOCK, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(`${added.length} platform packages added to the lockfile`);
  return 0;
});
