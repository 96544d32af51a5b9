// npm test [-- all | checks | unit | integration | e2e]
// Every step runs, whatever failed before it; the last line is the total: "N passed, N failed".
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { buildWeb } from './build-web.mjs';
import { setup, setupBrowser } from './setup.mjs';
import { ROOT, main, run } from './steps.mjs';

/** @typedef {{ passed: number, failed: number }} Count */
/** @typedef {{ node: string, env: NodeJS.ProcessEnv }} Machine */
/** @typedef {{ name: string, part: string, act: (machine: Machine) => Promise<Count> }} Step */

const REPORTS = path.join(ROOT, '.cache', 'test');
const LAYERS = ['packages', 'apps', 'bench', 'e2e'];

/** @type {readonly Step[]} */
const STEPS = [
  { name: 'types', part: 'checks', act: check('ts7/bin/tsc', ['-p', '.']) },
  { name: 'lint', part: 'checks', act: check('oxlint/bin/oxlint', ['--type-aware']) },
  { name: 'boundaries', part: 'checks', act: checkBoundaries },
  { name: 'unused', part: 'checks', act: check('knip/bin/knip.js', ['--no-progress', '--no-config-hints']) },
  { name: 'unit', part: 'unit', act: vitest('unit') },
  { name: 'integration', part: 'integration', act: vitest('integration') },
  { name: 'browser', part: 'e2e', act: playwright },
];

/** A tool that only says yes or no counts when it says no. @param {string} program @param {readonly string[]} parameters */
function check(program, parameters) {
  return async (/** @type {Machine} */ { node, env }) => {
    const code = await run(node, [path.join(ROOT, 'node_modules', program), ...parameters], { env });
    return { passed: 0, failed: code === 0 ? 0 : 1 };
  };
}

/** Dependency-cruiser is content when it understood nothing: without a parser it sees 0 modules and 0 violations. @param {Machine} machine */
async function checkBoundaries({ node, env }) {
  const program = path.join(ROOT, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruiser.mjs');
  const layers = LAYERS.filter((layer) => existsSync(path.join(ROOT, layer)));
  const { code, output } = await capture(node, [program, '--config', '.dependency-cruiser.cjs', ...layers], env);
  const modules = Number(/(\d+) modules/u.exec(output)?.[1] ?? 0);
  if (modules === 0) console.log('The boundary check saw no modules: it can’t read the sources.');
  return { passed: 0, failed: code === 0 && modules > 0 ? 0 : 1 };
}

/** @param {string} project */
function vitest(project) {
  return async (/** @type {Machine} */ { node, env }) => {
    // Those specs start the whole server, and it serves built pages.
    if (project === 'integration') await buildWeb(node);
    const report = reportFile(project);
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    const program = path.join(ROOT, 'node_modules', 'vitest', 'vitest.mjs');
    const code = await run(node, [program, 'run', '--project', project, ...reporters], { env });
    const { numPassedTests = 0, numFailedTests = 0 } = read(report);
    return countRun(code, numPassedTests, numFailedTests);
  };
}

/** @param {Machine} machine */
async function playwright({ node, env }) {
  await buildWeb(node);
  const browser = await setupBrowser();
  const report = reportFile('browser');
  const program = path.join(ROOT, 'node_modules', '@playwright', 'test', 'cli.js');
  const told = { ...env, ONBEHALF_BROWSER: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: report };
  const code = await run(node, [program, 'test'], { env: told });
  const { expected = 0, unexpected = 0, flaky = 0 } = read(report).stats ?? {};
  return countRun(code, expected + flaky, unexpected);
}

/** A run can fail without a failing test: a file that doesn't load, a set-up that throws, no tests at all. @param {number} code @param {number} passed @param {number} failed */
function countRun(code, passed, failed) {
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed };
}

/** @param {string} name */
function reportFile(name) {
  mkdirSync(REPORTS, { recursive: true });
  const file = path.join(REPORTS, `${name}.json`);
  rmSync(file, { force: true }); // an old one must not be counted when the run fails before writing
  return file;
}

/** @param {string} file */
function read(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}

/**
 * @param {string} program @param {readonly string[]} parameters @param {NodeJS.ProcessEnv} env
 * @returns {Promise<{ code: number, output: string }>}
 */
function capture(program, parameters, env) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, parameters, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text) => {
      output += text;
      process.stdout.write(text);
    });
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** @param {Step} step @param {Machine} machine */
async function timed(step, machine) {
  console.log(`\n── ${step.name} ──`);
  const started = performance.now();
  /** @type {Count} */
  let count = { passed: 0, failed: 1 };
  try {
    count = await step.act(machine);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
  }
  return { ...count, name: step.name, seconds: (performance.now() - started) / 1000 };
}

/** @param {readonly (Count & { name: string, seconds: number })[]} results */
function printTable(results) {
  console.log('');
  for (const { name, passed, failed, seconds } of results) {
    const verdict = failed > 0 ? `${failed} failed` : 'ok';
    const tests = passed > 0 ? `${passed} passed` : '';
    console.log(`${name.padEnd(12)} ${seconds.toFixed(1).padStart(7)} s  ${verdict.padEnd(11)} ${tests}`.trimEnd());
  }
}

await main(async () => {
  const wanted = process.argv.slice(2).filter((part) => part !== 'all');
  const unknown = wanted.find((part) => !STEPS.some((step) => step.part === part));
  if (unknown !== undefined) throw new Error(`Unknown: ${unknown}. One of: all, checks, unit, integration, e2e.`);
  const node = await setup();
  const env = { ...process.env, PATH: `${path.dirname(node)}${path.delimiter}${process.env.PATH ?? ''}` };
  const results = [];
  for (const step of STEPS) {
    if (wanted.length === 0 || wanted.includes(step.part)) results.push(await timed(step, { node, env }));
  }
  printTable(results);
  const passed = results.reduce((sum, result) => sum + result.passed, 0);
  const failed = results.reduce((sum, result) => sum + result.failed, 0);
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
});
