import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './steps.mjs';

const NEEDED = 24;

/** A Node that runs TypeScript: this one, or the one that comes with the installation. */
export function findNode() {
  if (majorOf(process.versions.node) >= NEEDED) return process.execPath;
  const bundled = path.join(ROOT, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node');
  if (existsSync(bundled) && runs(bundled)) return bundled;
  throw new Error(
    `Onbehalf needs Node ${NEEDED} or newer, and none comes with it for ${process.platform}-${process.arch} ` +
      `(this is Node ${process.versions.node}). Install Node ${NEEDED} and run the command again.`,
  );
}

/** The bundled one is built for glibc: on musl it is there and does not start. @param {string} program */
function runs(program) {
  const { status, stdout } = spawnSync(program, ['--version'], { encoding: 'utf8' });
  return status === 0 && majorOf(stdout.slice(1)) >= NEEDED;
}

/** @param {string} version */
function majorOf(version) {
  return Number.parseInt(version, 10);
}
