import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { commandLineOf, isRunning } from './os-process.ts';
import type { Place } from './place.ts';

export const SOCKET_PORT = 5432;

export function pidFile(cluster: string): string {
  return path.join(cluster, 'postmaster.pid');
}

interface PidFile {
  readonly pid: number;
  readonly isReady: boolean;
}

function readPidFile(cluster: string): PidFile | undefined {
  try {
    const lines = readFileSync(pidFile(cluster), 'utf8').split('\n');
    return { pid: Number(lines[0]), isReady: (lines[7] ?? '').startsWith('ready') };
  } catch {
    return undefined;
  }
}

/** The running server of this cluster: the pid file is believed only when that process really serves this cluster. */
export function findPostmaster(cluster: string): PidFile | undefined {
  const found = readPidFile(cluster);
  return found !== undefined && commandLineOf(found.pid).includes(` -D ${cluster} `) ? found : undefined;
}

/** The number in a left-over pid file, when it is another program's now. PostgreSQL itself sees to dead ones. */
export function findReusedPid(cluster: string): number | undefined {
  const pid = readPidFile(cluster)?.pid;
  return pid !== undefined && isRunning(pid) && findPostmaster(cluster) === undefined ? pid : undefined;
}

export async function isAnswering(place: Place): Promise<boolean> {
  if (findPostmaster(place.cluster)?.isReady !== true) return false;
  return new Promise((resolve) => {
    const socket = connect(path.join(place.run, `.s.PGSQL.${SOCKET_PORT}`));
    const settle = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => settle(true));
    socket.once('error', () => settle(false));
  });
}

/** Waits until the server of this cluster has ended. False when it still runs after `limitMs`. */
export async function awaitGone(cluster: string, limitMs: number): Promise<boolean> {
  for (const started = performance.now(); findPostmaster(cluster) !== undefined; await pause(5)) {
    if (performance.now() - started > limitMs) return false;
  }
  return true;
}
