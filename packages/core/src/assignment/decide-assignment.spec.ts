import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignedFurther, decideAssignment, type Assigned, type AssignmentChange } from './decide-assignment.ts';

const SARAH: Assigned = { staffId: '1', isPrimary: true };
const MAX: Assigned = { staffId: '2', isPrimary: false };
const VERA: Assigned = { staffId: '3', isPrimary: false };

describe('A5: one member of staff per customer', () => {
  it('a new primary one replaces everybody', () =>
    expect(decideAssignment([SARAH, MAX], { kind: 'primary', staffId: '3' }, false)).toEqual({ ok: true, value: [{ staffId: '3', isPrimary: true }] }));
  it('there is no further one', () => expect(decideAssignment([SARAH], { kind: 'further', staffId: '2' }, false)).toMatchObject({ error: { code: 'assignment-one-only' } }));
  it('nobody follows when the primary one goes', () => expect(decideAssignment([SARAH, MAX], { kind: 'none', staffId: '1' }, false)).toEqual({ ok: true, value: [] }));
});

describe('A5: several members of staff per customer', () => {
  it('a new primary one leaves the old one as a further one', () =>
    expect(decideAssignment([SARAH, MAX], { kind: 'primary', staffId: '2' }, true)).toEqual({ ok: true, value: [{ ...MAX, isPrimary: true }, { ...SARAH, isPrimary: false }] }));
  it('a further one comes beside; the first of all is the primary one', () => {
    expect(decideAssignment([SARAH], { kind: 'further', staffId: '2' }, true)).toEqual({ ok: true, value: [SARAH, MAX] });
    expect(decideAssignment([], { kind: 'further', staffId: '2' }, true)).toEqual({ ok: true, value: [{ staffId: '2', isPrimary: true }] });
  });
  it('the further one of longest standing follows a primary one who goes', () =>
    expect(decideAssignment([SARAH, VERA, MAX], { kind: 'none', staffId: '1' }, true)).toEqual({ ok: true, value: [{ ...VERA, isPrimary: true }, MAX] }));
  it('everybody may go at once', () => expect(decideAssignment([SARAH, MAX], { kind: 'none', staffId: null }, true)).toEqual({ ok: true, value: [] }));
});

describe('A5: what changes nothing is refused', () => {
  it.each([
    ['the primary one again', { kind: 'primary', staffId: '1' }, 'assignment-exists'],
    ['a further one again', { kind: 'further', staffId: '2' }, 'assignment-exists'],
    ['the primary one as a further one', { kind: 'further', staffId: '1' }, 'assignment-exists'],
    ['taking away who isn’t assigned', { kind: 'none', staffId: '9' }, 'assignment-missing'],
  ] as const)('%s', (_what, change, code) => expect(decideAssignment([SARAH, MAX], change, true)).toMatchObject({ ok: false, error: { code } }));
  it('taking everybody away where nobody is', () => expect(decideAssignment([], { kind: 'none', staffId: null }, true)).toMatchObject({ error: { code: 'assignment-missing' } }));
});

it('A5: whatever is asked for, exactly one is the primary one, or nobody is assigned', () => {
  const id = fc.constantFrom('1', '2', '3', '4');
  const change: fc.Arbitrary<AssignmentChange> = fc.oneof(fc.record({ kind: fc.constantFrom('primary' as const, 'further' as const), staffId: id }), fc.record({ kind: fc.constant('none' as const), staffId: fc.option(id) }));
  fc.assert(
    fc.property(fc.array(fc.tuple(change, fc.boolean()), { maxLength: 12 }), (changes) => {
      let now: readonly Assigned[] = [];
      for (const [asked, multiple] of changes) {
        const decided = decideAssignment(now, asked, multiple);
        if (decided.ok) now = decided.value;
        expect(now.filter(({ isPrimary }) => isPrimary)).toHaveLength(now.length === 0 ? 0 : 1);
        expect(new Set(now.map(({ staffId }) => staffId)).size).toBe(now.length);
      }
    }),
  );
});

describe('A5: who opens an account beside its primary one', () => {
  const absence = { begins: 100, ends: 200, isPrimary: true };
  it.each([
    { who: 'a further one, where several may be', own: false, standsIn: [], multiple: true, now: 150, opens: true },
    { who: 'a further one, where one only may be', own: false, standsIn: [], multiple: false, now: 150, opens: false },
    { who: 'nobody', own: null, standsIn: [], multiple: true, now: 150, opens: false },
    { who: 'a deputy, from the first moment', own: null, standsIn: [absence], multiple: false, now: 100, opens: true },
    { who: 'a deputy, before it', own: null, standsIn: [absence], multiple: false, now: 99, opens: false },
    { who: 'a deputy, up to the last moment', own: null, standsIn: [absence], multiple: false, now: 199, opens: true },
    { who: 'a deputy, after it', own: null, standsIn: [absence], multiple: false, now: 200, opens: false },
    { who: 'a further one’s deputy, where one only may be', own: null, standsIn: [{ ...absence, isPrimary: false }], multiple: false, now: 150, opens: false },
    { who: 'a further one’s deputy, where several may be', own: null, standsIn: [{ ...absence, isPrimary: false }], multiple: true, now: 150, opens: true },
  ])('$who', ({ own, standsIn, multiple, now, opens }) => expect(assignedFurther(own, standsIn, { multiple, now })).toBe(opens));
});
