import type { FastifyInstance } from 'fastify';
import type { Deps } from './deps.ts';
import type { FileAnswerer, Route } from './route.ts';

/**
 * Bytes under an address that is made of them: they never change, are the same for everybody, and any cache may keep them.
 * No cookie is looked at, none is set, and the answer names nobody, whoever is in whose account (X15).
 */
export function mountFile(app: FastifyInstance, deps: Deps, { route, file }: { route: Route; file: FileAnswerer }): void {
  app.get(route.path, async (request, reply) => {
    const parsed = route.input.safeParse({ ...(request.query as object), ...(request.params as object) });
    const found = parsed.success ? await deps.db.read((unit) => file({ unit, input: parsed.data })) : null;
    if (found === null) return reply.code(parsed.success ? 404 : 422).type('text/plain; charset=utf-8').header('cache-control', 'no-store').send('There is no such file.\n');
    return reply.type(found.type).header('cache-control', 'public, max-age=31536000, immutable').send(found.bytes);
  });
}
