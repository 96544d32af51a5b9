import { existsSync } from 'node:fs';
import path from 'node:path';
import { defineConfig } from '@playwright/test';
import { findBrowser } from './tools/find-browser.mjs';

const globalSetup = path.join(import.meta.dirname, 'e2e', 'setup', 'global-setup.ts');
const executablePath = findBrowser();
// Where this run's shop is: global-setup.ts tells its workers, which read this file anew.
const origin = process.env['ONBEHALF_E2E_ORIGIN'];

// Chromium hears only the last such list: Playwright's own stands first.
const UNNEEDED =
  'AimEnabled,AvoidCorsURLLoaderRestartOnRedirect,AvoidUnnecessaryBeforeUnloadCheckSync,DestroyProfileOnBrowserClose,' +
  'HttpsFirstBalancedModeAutoEnable,HttpsUpgrades,LensOverlay,MediaRouter,NetworkTimeServiceQuerying,OptimizationHints,' +
  'PaintHolding,PreconnectToSearch,TcpPortRandomizationWin,ThirdPartyStoragePartitioning,' +
  // Each window's address bar would load a page of its own in a process of its own, and one more process wait for a next tab.
  'WebUIOmniboxPopup,WebUIOmniboxFullPopup,WebUIOmniboxAimPopup,SpareRendererForSitePerProcess';

export default defineConfig({
  testDir: './e2e',
  testMatch: '**/*.spec.ts',
  outputDir: './test-results',
  workers: 2,
  fullyParallel: true,
  forbidOnly: process.env['CI'] !== undefined,
  // A journey is some thirty pages, and its machine may be busy with other things.
  timeout: 60_000,
  expect: { timeout: 7_500 },
  // tools/test.mjs names the JSON report's file; without a name it would go to the terminal.
  reporter: process.env['PLAYWRIGHT_JSON_OUTPUT_FILE'] === undefined ? 'list' : [['list'], ['json']],
  ...(existsSync(globalSetup) ? { globalSetup } : {}),
  use: {
    browserName: 'chromium',
    ...(origin === undefined ? {} : { baseURL: origin }),
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(executablePath === undefined ? {} : { executablePath }),
      // Root and most containers have no sandbox; the rest keeps the browser from calling home.
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
        `--disable-features=${UNNEEDED}`,
      ],
    },
  },
});
