// A process that uses the embedded server, for the specs: told where by its environment, it says when it is up.
import pg from 'pg';
import { startEmbedded } from './start-embedded.ts';

const server = await startEmbedded({ dataDir: process.env['HOLDER_DATA_DIR'] ?? '', isDurable: false });
/** A clean end: let go of the server, then of the spec, after which nothing keeps the process. */
async function end(): Promise<void> {
  await server.stop();
  if (process.connected) process.disconnect();
}

process.once('SIGTERM', () => void end());
process.once('SIGINT', () => void end());
process.on('message', (text: string) => void answer(text));

async function answer(text: string): Promise<void> {
  const client = new pg.Client(server.ownerConfig);
  await client.connect();
  const { rows } = await client.query<Record<string, unknown>>(text);
  await client.end();
  process.send?.({ rows });
}

const { host, pid, attached, cluster } = server;
process.send?.({ host, pid, attached, cluster });
