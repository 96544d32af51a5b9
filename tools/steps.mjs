// What the tools share. Plain JavaScript for any Node from 20 on, with nothing installed.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/**
 * Runs a program with our terminal and gives back its exit code. Signals go on to it, and we stay until it has ended:
 * Ctrl-C reaches both of us, and the program's clean end is what is waited for.
 * @param {string} program
 * @param {readonly string[]} parameters
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>}
 */
export function run(program, parameters, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, parameters, { cwd: ROOT, stdio: 'inherit', ...options });
    const hear = (/** @type {NodeJS.Signals} */ signal) => {
      // A terminal sends Ctrl-C to the whole group itself. Anything else was meant for us alone.
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    };
    const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
    for (const signal of signals) process.on(signal, hear);
    const orphaned = whenNpmIsGone(() => child.kill('SIGTERM'));
    const settle = () => {
      clearInterval(orphaned);
      for (const signal of signals) process.off(signal, hear);
    };
    child.once('error', (error) => {
      settle();
      reject(error);
    });
    child.once('exit', (code, signal) => {
      settle();
      resolve(signal === null ? (code ?? 1) : 128 + constants.signals[signal]);
    });
  });
}

/**
 * Runs the server, which ends with us even when we are killed.
 * @param {string} node
 * @param {readonly string[]} parameters
 */
export function runServer(node, parameters) {
  const ending = new URL('end-with-starter.mjs', import.meta.url).href;
  return run(node, ['--import', ending, ...parameters], { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
}

/**
 * npm runs scripts in a shell, and a shell that is ended does not tell the program it runs. So whoever stops `npm start`
 * (a service manager, a container) would leave the server running: it is noticed by who our parents are.
 * @param {() => void} act
 */
function whenNpmIsGone(act) {
  if (process.env.npm_lifecycle_event === undefined || process.platform === 'win32') return undefined;
  const parents = parentage();
  const look = setInterval(() => {
    if (parentage() === parents) return;
    clearInterval(look);
    act();
  }, 250);
  return look.unref();
}

/** The shell that runs us and the npm that runs it, where the system tells the latter. */
function parentage() {
  const status = `/proc/${process.ppid}/status`;
  const grandparent = existsSync(status) ? /^PPid:\s*(\d+)/mu.exec(readFileSync(status, 'utf8'))?.[1] : undefined;
  return `${process.ppid} ${grandparent ?? ''}`;
}

/**
 * Runs a tool as the program, and ends with its exit code, or with what went wrong in one sentence.
 * @param {() => Promise<number>} tool
 */
export async function main(tool) {
  try {
    process.exitCode = await tool();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}

/** @param {string} url the module's import.meta.url */
export function isMain(url) {
  return process.argv[1] !== undefined && path.resolve(process.argv[1]) === fileURLToPath(url);
}
