import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const MAC_APPLICATIONS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * A Chromium that is here already: the one that ONBEHALF_BROWSER names, an installed one, or one of Playwright's.
 * @param {NodeJS.ProcessEnv} [environment]
 * @returns {string | undefined}
 */
export function findBrowser(environment = process.env) {
  const named = environment.ONBEHALF_BROWSER;
  if (named) return named;
  const directories = (environment.PATH ?? '').split(path.delimiter).filter(Boolean);
  const installed = directories.flatMap((directory) => NAMES.map((name) => path.join(directory, name)));
  return [...installed, ...MAC_APPLICATIONS, ...playwrightBrowsers(environment)].find(isProgram);
}

/** @param {NodeJS.ProcessEnv} environment */
function playwrightBrowsers(environment) {
  const caches = process.platform === 'darwin' ? 'Library/Caches' : '.cache';
  const root = environment.PLAYWRIGHT_BROWSERS_PATH ?? path.join(homedir(), caches, 'ms-playwright');
  if (!existsSync(root)) return [];
  const programs = ['chrome-linux64/chrome', 'chrome-linux/chrome', 'chrome-mac/Chromium.app/Contents/MacOS/Chromium'];
  const versions = readdirSync(root).filter((name) => name.startsWith('chromium-'));
  return versions.flatMap((version) => programs.map((program) => path.join(root, version, program)));
}

/** @param {string} file */
function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
