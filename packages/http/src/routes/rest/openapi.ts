import { z } from 'zod';
import { json } from '../../answer.ts';
import { route, type Route } from '../../route.ts';
import { PROBLEM } from './schemas.ts';

/** OpenAPI 3.1 from the same tables that are served (H1): it can't tell of a route that isn't there. */
export function openApiRoute(routes: () => readonly Route[]): Route {
  let document: unknown;
  return route({
    method: 'GET', area: 'rest', path: '/V1/openapi.json', handle: 'rest_openapi', access: 'public', inContext: 'view', summary: 'This document', input: z.object({}),
    run: async () => {
      document ??= openApi(routes().filter((one) => one.area === 'rest'));
      return { answer: json(document, { aboutNobody: true }) };
    },
  });
}

type Json = Record<string, unknown>;

function openApi(routes: readonly Route[]): Json {
  const paths: Record<string, Json> = {};
  for (const one of routes) {
    const path = one.path.replace(/:([A-Za-z]+)/g, '{$1}');
    paths[path] = { ...paths[path], [one.method.toLowerCase()]: operation(one) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Onbehalf', version: '0.1.0', license: { name: 'MIT', identifier: 'MIT' } },
    paths,
    components: {
      schemas: { Problem: schema(PROBLEM) },
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer', description: 'A staff token (ort_…), or the token of a context (orc_…). Never beside a session cookie.' } },
    },
  };
}

function operation(one: Route): Json {
  const input = schema(one.input, 'input');
  const properties = isRecord(input['properties']) ? input['properties'] : {};
  const required = Array.isArray(input['required']) ? input['required'].map(String) : [];
  const inPath = [...one.path.matchAll(/:([A-Za-z]+)/g)].flatMap((match) => match[1] ?? []);
  const rest = Object.keys(properties).filter((name) => !inPath.includes(name));
  const inQuery = one.method === 'GET' || one.method === 'DELETE' ? rest : [];
  const inBody = inQuery.length === 0 ? rest : [];
  return {
    operationId: `${one.method.toLowerCase()}${one.path.replace(/[^A-Za-z]+(.)?/g, (_all, letter: string | undefined) => (letter ?? '').toUpperCase())}`,
    summary: one.summary,
    'x-handle': one.handle,
    ...(one.access === 'public' ? {} : { security: [{ bearer: [] }] }),
    parameters: [
      ...inPath.map((name) => ({ name, in: 'path', required: true, schema: properties[name] })),
      ...inQuery.map((name) => ({ name, in: 'query', required: required.includes(name), schema: properties[name] })),
      ...(one.path === '/V1/orders' && one.method === 'POST' ? [{ name: 'Idempotency-Key', in: 'header', required: true, schema: { type: 'string', minLength: 8, maxLength: 64 } }] : []),
    ],
    ...(inBody.length === 0 ? {} : { requestBody: { required: true, content: { 'application/json': { schema: { type: 'object', properties: pick(properties, inBody), required: required.filter((name) => inBody.includes(name)) } } } } }),
    responses: {
      ...(one.path.endsWith('/pdf') ? { '200': { description: 'The file', content: { 'application/pdf': {} } } } : one.output === null ? { '204': { description: 'Done' } } : { '2XX': { description: 'Done', content: { 'application/json': { schema: schema(one.output) } } } }),
      default: { description: 'Refused', content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } },
    },
  };
}

function schema(of: z.ZodType, io: 'input' | 'output' = 'output'): Json {
  const { $schema: _dialect, ...plain } = z.toJSONSchema(of, { io, unrepresentable: 'any', reused: 'inline' });
  return plain;
}

function pick(from: Json, names: readonly string[]): Json {
  return Object.fromEntries(names.map((name) => [name, from[name]]));
}

function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
