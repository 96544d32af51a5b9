import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { routes } from './index.ts';

interface Schema {
  type?: string | string[];
  maxLength?: number;
  maxItems?: number;
  enum?: unknown[];
  const?: unknown;
  pattern?: string;
  format?: string;
  properties?: Record<string, Schema>;
  items?: Schema;
  additionalProperties?: Schema | boolean;
  anyOf?: Schema[];
}

/** The places in a route's input that take a text or a list of any size. A pattern says its own length. */
function endless(schema: Schema, at: string): string[] {
  const isBounded = [schema.maxLength, schema.enum, schema.const, schema.pattern, schema.format].some((bound) => bound !== undefined);
  const types = [schema.type ?? []].flat();
  const own = (types.includes('string') && !isBounded) || (types.includes('array') && schema.maxItems === undefined) ? [at] : [];
  const { additionalProperties: others } = schema;
  return [
    ...own,
    ...Object.entries(schema.properties ?? {}).flatMap(([name, one]) => endless(one, `${at}.${name}`)),
    ...(schema.items === undefined ? [] : endless(schema.items, `${at}[]`)),
    ...(typeof others === 'object' ? endless(others, `${at}.*`) : []),
    ...(schema.anyOf ?? []).flatMap((one) => endless(one, at)),
  ];
}

describe('what routes take', () => {
  it('D04: every text and every list has a most', () => {
    const found = routes.flatMap(({ method, path, input }) => endless(z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }) as Schema, `${method} ${path} `));
    expect(found).toEqual([]);
  });

  it('D04: a text without a most is found, at any depth', () => {
    const input = z.object({ bounded: z.string().max(9), list: z.array(z.object({ text: z.string() })), word: z.enum(['a']), either: z.union([z.string(), z.number()]) });
    expect(endless(z.toJSONSchema(input) as Schema, '')).toEqual(['.list', '.list[].text', '.either']);
  });
});
