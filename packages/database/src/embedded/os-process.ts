import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

const HAS_PROC = existsSync('/proc/self/stat');

/**
 * What tells this process from a later one with the same number: its number and when it started.
 * Undefined for a process that is gone. A zombie counts as gone: it holds nothing any more, yet signal 0 reaches it,
 * and where nobody reaps it would look alive for ever.
 */
export function identityOf(pid: number): string | undefined {
  const fate = HAS_PROC ? fromProc(pid) : fromPs(pid);
  return fate === undefined || fate.state.startsWith('Z') ? undefined : `${pid} ${fate.started}`;
}

/** The command line of a running process, empty when there is none. */
export function commandLineOf(pid: number): string {
  if (identityOf(pid) === undefined) return '';
  if (!HAS_PROC) return ps(pid, 'command=');
  return (readIfThere(`/proc/${pid}/cmdline`) ?? '').replaceAll('\0', ' ');
}

export function isRunning(pid: number): boolean {
  return identityOf(pid) !== undefined;
}

function fromProc(pid: number): { state: string; started: string } | undefined {
  const stat = readIfThere(`/proc/${pid}/stat`);
  if (stat === undefined) return undefined;
  // The second field is the program's name and may hold blanks and brackets: count from the last bracket.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return { state: fields[0] ?? '', started: fields[19] ?? '' };
}

function fromPs(pid: number): { state: string; started: string } | undefined {
  const [state, ...started] = ps(pid, 'stat=,lstart=').split(/\s+/u);
  return state === undefined || state === '' ? undefined : { state, started: started.join(' ') };
}

function ps(pid: number, columns: string): string {
  try {
    const found = execFileSync('ps', ['-o', columns, '-p', String(pid)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return found.trim();
  } catch {
    return ''; // ps fails when there is no such process
  }
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined; // the process ended in between
  }
}
