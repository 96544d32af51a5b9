import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from './canonical-json.ts';
import { actorId, assistSessionId, parseActorId, parseAssistSessionId, parseStoreId, parseSubjectId, storeId, subjectId } from './ids.ts';

describe('canonical JSON', () => {
  it('is one text whatever order the keys were written in, at any depth', () => {
    expect(canonicalJson({ b: [{ d: 1, c: null }], a: true })).toBe('{"a":true,"b":[{"c":null,"d":1}]}');
    expect(canonicalJson({ a: true, b: [{ c: null, d: 1 }] })).toBe(canonicalJson({ b: [{ d: 1, c: null }], a: true }));
  });

  it('orders keys by code unit, so that no locale has a say', () => {
    expect(canonicalJson({ ä: 1, b: 2, B: 3, a: 4, '10': 5, '9': 6 })).toBe('{"10":5,"9":6,"B":3,"a":4,"b":2,"ä":1}');
  });

  it('keeps the order of a list', () => expect(canonicalJson(['b', 'a'])).toBe('["b","a"]'));

  it('writes a bigint as decimal text, beyond what a float can hold', () =>
    expect(canonicalJson({ minor: 9_007_199_254_740_993n })).toBe('{"minor":"9007199254740993"}'));

  it.each([Number.NaN, Number.POSITIVE_INFINITY])('refuses %s, which JSON would turn into null', (number) =>
    expect(() => canonicalJson({ number })).toThrow(TypeError));

  it.each([[undefined], [() => 1], [new Date(0)], [new Map()]])('refuses %s, which JSON would drop or change', (value) =>
    // @ts-expect-error -- the types forbid it already
    expect(() => canonicalJson({ value })).toThrow(TypeError));

  it('says what JSON.stringify says, for any value that JSON can carry', () =>
    fc.assert(fc.property(fc.jsonValue(), (value) => {
      // @ts-expect-error -- fast-check's JSON type is mutable in ways ours is not
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    })));
});

describe('ids', () => {
  it.each(['1', '42', '999999999999999999'])('takes %s', (text) => {
    expect(parseActorId(text)).toBe(text);
    expect(parseSubjectId(text)).toBe(text);
    expect(actorId(text)).toBe(text);
    expect(subjectId(text)).toBe(text);
  });

  it.each(['', '0', '01', '-1', '1.0', '1e3', ' 1', '1\n', '１', '1000000000000000000', 1, null])('refuses %j', (input) => {
    expect(parseActorId(input)).toBeNull();
    expect(parseSubjectId(input)).toBeNull();
  });

  it('fails aloud on a malformed id of our own, naming what it should have been', () => {
    expect(() => actorId('0')).toThrow(/actor/);
    expect(() => subjectId('x')).toThrow(/subject/);
    expect(() => storeId(0)).toThrow(/store/);
    expect(() => assistSessionId('x')).toThrow(/assist session/);
  });

  it('takes a lower-case UUID for an assist session and nothing else', () => {
    expect(parseAssistSessionId('0198c2de-0000-7000-8000-000000000001')).toBe('0198c2de-0000-7000-8000-000000000001');
    expect(parseAssistSessionId('0198C2DE-0000-7000-8000-000000000001')).toBeNull();
    expect(parseAssistSessionId('0198c2de-0000-7000-8000-000000000001 ')).toBeNull();
  });

  it.each([0, -1, 1.5, Number.NaN, '1'])('has no store %j', (input) => expect(parseStoreId(input)).toBeNull());

  it('never takes an actor for a subject', () => {
    // @ts-expect-error -- an actor's id is no subject's
    const subject: ReturnType<typeof subjectId> = actorId('1');
    expect(subject).toBe('1');
  });
});
