// Makes the checkout ready: what is locked is installed, and a browser is there for the browser tests.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { findBrowser } from './find-browser.mjs';
import { findNode } from './find-node.mjs';
import { ROOT, isMain, main, run } from './steps.mjs';

const LOCK = path.join(ROOT, 'package-lock.json');
const STAMP = path.join(ROOT, 'node_modules', '.onbehalf-lock');
const INSTALLED = path.join(ROOT, 'node_modules', '.package-lock.json');

/** Installs what the lockfile says, unless that is what is installed. Gives back the Node to run Onbehalf with. */
export async function setup() {
  const lock = readFileSync(LOCK, 'utf8');
  const digest = createHash('sha256').update(lock).digest('hex');
  if (!isStamped(digest)) {
    if (!isInstalled(lock)) await install();
    writeFileSync(STAMP, digest);
  }
  return findNode();
}

/** @param {string} digest */
function isStamped(digest) {
  return existsSync(STAMP) && readFileSync(STAMP, 'utf8') === digest;
}

/**
 * Whether somebody ran npm by hand with this lockfile: then what npm noted down agrees with it.
 * @param {string} lock
 */
function isInstalled(lock) {
  if (!existsSync(INSTALLED)) return false;
  const wanted = packagesOf(lock);
  const found = packagesOf(readFileSync(INSTALLED, 'utf8'));
  return Object.entries(wanted).every(
    ([name, { version, optional }]) => name === '' || optional === true || found[name]?.version === version,
  );
}

/**
 * @param {string} lock
 * @returns {Record<string, { version?: string, optional?: boolean }>}
 */
function packagesOf(lock) {
  const { packages = {} } = JSON.parse(lock);
  return Object.fromEntries(Object.entries(packages).filter(([name]) => name.startsWith('node_modules/')));
}

async function install() {
  console.log('Installing what the lockfile names…');
  const parameters = ['ci', '--ignore-scripts', '--no-audit', '--no-fund'];
  // Where npm started us, that very npm: it need not be on the path.
  const npm = process.env.npm_execpath;
  const isScript = npm !== undefined && /npm-cli\.c?js$/u.test(npm);
  const code = isScript
    ? await run(process.execPath, [npm, ...parameters])
    : await run('npm', parameters, { shell: process.platform === 'win32' });
  if (code !== 0) throw new Error('npm ci failed: see above.');
}

/** A Chromium for the browser tests: one that is here, Debian's package, or Playwright's download. */
export async function setupBrowser() {
  const found = findBrowser();
  if (found !== undefined) return found;
  for (const attempt of [installDebianPackage, downloadPlaywrights]) {
    if (await attempt()) {
      const installed = findBrowser();
      if (installed !== undefined) return installed;
    }
  }
  throw new Error('The browser tests need a Chromium or Google Chrome. Install one, or name it in ONBEHALF_BROWSER.');
}

async function installDebianPackage() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  console.log('Installing Debian’s Chromium for the browser tests…');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  if ((await run('apt-get', ['-qq', 'update'], { env })) !== 0) return false;
  const packages = ['install', '-qq', '-y', '--no-install-recommends', 'chromium', 'fonts-liberation'];
  return (await run('apt-get', packages, { env, stdio: ['ignore', 'ignore', 'inherit'] })) === 0;
}

async function downloadPlaywrights() {
  const cli = path.join(ROOT, 'node_modules', '@playwright', 'test', 'cli.js');
  return existsSync(cli) && (await run(findNode(), [cli, 'install', 'chromium'])) === 0;
}

if (isMain(import.meta.url)) {
  await main(async () => {
    console.log(`Node: ${await setup()}`);
    if (!process.argv.includes('--no-browser')) console.log(`Browser: ${await setupBrowser()}`);
    return 0;
  });
}
