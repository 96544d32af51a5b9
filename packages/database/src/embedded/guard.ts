import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, constants, fstatSync, ftruncateSync, openSync } from 'node:fs';
import type { OsAccount } from './os-account.ts';
import type { Place } from './place.ts';
import { pidFile } from './postmaster.ts';

/**
 * The guard starts PostgreSQL (or, with `adopt PID`, takes over one whose guard was killed), answers holders of the
 * lease, and stops PostgreSQL when the last holder is gone.
 *
 * - It ignores signals of the terminal: Ctrl-C is for the program, which ends its transactions first.
 * - Descriptor 3 is open while 4 is being opened, so that opening never blocks; from then on 4 sees the true end.
 * - The lease goes away first, so that nobody new holds on to a server that is stopping.
 * - The signal is repeated: one that arrives before PostgreSQL has set up its handlers is lost.
 * - An adopted PostgreSQL is not our child, its number may be somebody else's by now: its pid file is asked.
 */
const SCRIPT = `
trap "" INT TERM HUP
run=$1 pid_file=$2
shift 2
exec 3<>"$run/lease" 4<"$run/lease" 3>&-
serve_leases() {
  while read -r token <&4; do : >"$run/held-$token"; done
  rm -f "$run/lease"
}
if [ "$1" = adopt ]; then
  serve_leases
  while read -r now <"$pid_file" && [ "$now" = "$2" ] && kill -INT "$2"; do sleep 1; done 2>/dev/null
  exit 0
fi
"$@" </dev/null 4<&- &
postgres=$!
(serve_leases; while kill -INT "$postgres"; do sleep 1; done) 2>/dev/null &
leases=$!
exec 4<&-
wait "$postgres"
code=$?
kill -9 "$leases" 2>/dev/null
exit "$code"
`;

const LOG_BYTES = 16 * 1024 * 1024;

const SETTINGS = [
  'listen_addresses=',
  'unix_socket_permissions=0700',
  'cluster_name=onbehalf',
  'log_line_prefix=%m [%p] ',
  'timezone=UTC',
  'log_timezone=UTC',
  'jit=off', // its library is not among the binaries
];

/** The environment of everything that PostgreSQL's programs run in: nothing of ours leaks into it. */
export const SERVER_ENVIRONMENT = { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C.UTF-8', TZ: 'UTC' };

export interface GuardOptions {
  readonly place: Place;
  readonly account: OsAccount | undefined;
}

export interface StartOptions extends GuardOptions {
  readonly postgres: string;
  readonly isDurable: boolean;
  /** Number in a left-over pid file that belongs to another program by now. */
  readonly stalePid: number | undefined;
}

export function guardNewServer(options: StartOptions): ChildProcess {
  const { place, postgres, isDurable, stalePid } = options;
  const settings = [...SETTINGS, ...(isDurable ? [] : ['fsync=off', 'full_page_writes=off'])];
  const command = [postgres, '-D', place.cluster, '-k', place.run, '-p', '5432', ...settings.flatMap((each) => ['-c', each])];
  // PostgreSQL takes a lock file with this number for stale, as it does for its starter's. Unlike deleting the file
  // that keeps its check for surviving backends, which alone protects the data then.
  return spawnGuard(options, command, stalePid === undefined ? {} : { PG_GRANDPARENT_PID: String(stalePid) });
}

export function guardRunningServer(options: GuardOptions, pid: number): ChildProcess {
  return spawnGuard(options, ['adopt', String(pid)], {});
}

function spawnGuard({ place, account }: GuardOptions, command: string[], environment: Record<string, string>): ChildProcess {
  const output = openLog(place.log);
  try {
    const guard = spawn('/bin/sh', ['-c', SCRIPT, 'onbehalf-postgres-guard', place.run, pidFile(place.cluster), ...command], {
      ...(account === undefined ? {} : { uid: account.uid, gid: account.gid }),
      env: { ...SERVER_ENVIRONMENT, ...environment },
      cwd: '/',
      detached: true,
      stdio: ['ignore', output, output],
    });
    guard.unref();
    return guard;
  } finally {
    closeSync(output);
  }
}

function openLog(file: string): number {
  const { O_WRONLY, O_APPEND, O_CREAT, O_NOFOLLOW } = constants;
  const log = openSync(file, O_WRONLY | O_APPEND | O_CREAT | O_NOFOLLOW, 0o600);
  if (fstatSync(log).size > LOG_BYTES) ftruncateSync(log);
  return log;
}
