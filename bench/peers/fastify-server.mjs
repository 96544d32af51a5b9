// A Fastify route that gives the bytes it was told of, and nothing else. Told by its environment where they are; tells its
// starter when it listens.
import { readFileSync } from 'node:fs';
import Fastify from 'fastify';

const { PEER_PAGE: page, PEER_PORT: port } = process.env;

const html = readFileSync(page, 'utf8');
const app = Fastify({ logger: false });
app.get('/page', (_request, reply) => reply.type('text/html; charset=utf-8').send(html));
await app.listen({ host: '127.0.0.1', port: Number(port) });
process.send?.({ bytes: Buffer.byteLength(html) });
process.on('disconnect', () => process.exit(0));
