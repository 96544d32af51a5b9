import type { FastifyInstance, FastifyRequest } from 'fastify';

const bodies = new WeakMap<FastifyRequest, string>();

/** JSON as it was sent, before anybody parsed it: a signature is over bytes. */
export const sentBody = (request: FastifyRequest): string => bodies.get(request) ?? '';

/** The framework's own parser, which keeps what it was given. */
export function keepSentBodies(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    const text = typeof body === 'string' ? body : body.toString('utf8');
    bodies.set(request, text);
    return parse(request, text, done);
  });
}
