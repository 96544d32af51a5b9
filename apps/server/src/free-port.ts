import { once } from 'node:events';
import { createServer } from 'node:net';

/** Known before it is listened on: every page's policy names the origin. */
export async function freePort(host = '127.0.0.1'): Promise<number> {
  const socket = createServer().listen(0, host);
  await once(socket, 'listening');
  const address = socket.address();
  socket.close();
  if (address === null || typeof address === 'string') throw new Error('No free port');
  return address.port;
}
