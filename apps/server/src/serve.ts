import { DatabaseProblem } from '@onbehalf/database';
import { isSecureOrigin } from '@onbehalf/http/cookies';
import { ConfigProblem, readConfig } from './config.ts';
import { log } from './log.ts';
import { startServer } from './start-server.ts';
import { welcome } from './welcome.ts';

const KILLED_BY_USER = 130;

/** The server as a process: environment in, addresses out, a clean end on SIGTERM and Ctrl-C. */
export async function serve(): Promise<void> {
  try {
    const starting = startServer(readConfig(process.env));
    stopOnSignal(starting);
    const server = await starting;
    if (!isSecureOrigin(server.origin)) log('warn', 'Without https, cookies travel unprotected: for development only', { origin: server.origin });
    console.log(welcome(server, performance.now())); // counted from the start of the process
  } catch (error) {
    console.error(reasonOf(error));
    process.exit(1);
  }
}

/** What can be put right is told in a sentence; of a fault all is told. */
const reasonOf = (error: unknown): unknown => (error instanceof ConfigProblem || error instanceof DatabaseProblem ? error.message : error);

/** The second signal doesn't wait: the embedded database notices by itself that we are gone. */
function stopOnSignal(starting: ReturnType<typeof startServer>): void {
  let isStopping = false;
  const stop = async (): Promise<void> => {
    if (isStopping) process.exit(KILLED_BY_USER);
    isStopping = true;
    log('info', 'Stopping');
    try {
      await (await starting).stop();
    } catch (error) {
      log('error', error instanceof Error ? error.message : String(error));
      process.exit(1);
    }
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => void stop());
}
