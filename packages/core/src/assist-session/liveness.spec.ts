import { describe, expect, it } from 'vitest';
import { JOHN, SARAH_AND_JOHN } from '../access/facts.fixture.ts';
import { ASSIST_CODES } from '../refusals/codes.ts';
import { END_REASON_OF, END_REASONS } from './end-reason.ts';
import { liveness, warnAtSeconds, type LivenessQuestion } from './liveness.ts';

const START = 1_700_000_000_000;
const at = (seconds: number, change: Partial<LivenessQuestion> = {}) =>
  liveness({
    session: { startedAt: START, endedAt: null, endReason: null, hardLimitAt: START + 28_800_000 },
    staffSession: { lastUsedAt: START, endedAt: null, endReason: null },
    idleSeconds: 900,
    now: START + seconds * 1000,
    facts: SARAH_AND_JOHN,
    ...change,
  });
const over = (reason: string, staffSessionOver: boolean) => ({ live: false, reason, staffSessionOver });

describe('a customer context', () => {
  it('stands after 899 seconds without activity and is over after 900, with the staff session', () => {
    expect(at(899)).toEqual({ live: true, secondsLeft: 1 });
    expect(at(899.999)).toEqual({ live: true, secondsLeft: 1 });
    expect(at(900)).toEqual(over('idle', true));
  });

  it('counts from the last request', () => {
    const staffSession = { lastUsedAt: START + 600_000, endedAt: null, endReason: null };
    expect(at(1499, { staffSession })).toEqual({ live: true, secondsLeft: 1 });
    expect(at(1500, { staffSession })).toEqual(over('idle', true));
  });

  it('is over at its hard limit, which leaves the staff session alone', () => {
    const session = { startedAt: START, endedAt: null, endReason: null, hardLimitAt: START + 100_000 };
    expect(at(99, { session })).toEqual({ live: true, secondsLeft: 1 });
    expect(at(100, { session })).toEqual(over('hard-limit', false));
  });

  it('keeps the reason it ended with', () => {
    const session = { startedAt: START, endedAt: START, endReason: 'ended-by-administrator', hardLimitAt: START } as const;
    expect(at(0, { session })).toEqual(over('ended-by-administrator', false));
    expect(at(900, { session })).toEqual(over('ended-by-administrator', true));
    expect(at(0, { session: { ...session, endReason: null } })).toEqual(over('exit', false));
  });

  it('is over with the staff session, for the same reason', () => {
    const staffSession = { lastUsedAt: START, endedAt: START, endReason: 'actor-deactivated' } as const;
    expect(at(0, { staffSession })).toEqual(over('actor-deactivated', true));
    expect(at(0, { staffSession: { ...staffSession, endReason: null } })).toEqual(over('staff-logout', true));
  });

  it('is over as soon as any check fails, and says which right was lost', () => {
    const { actor, customer: _, ...rest } = SARAH_AND_JOHN;
    const facts = { ...rest, actor, customer: JOHN };
    expect(at(0, { facts: { ...facts, feature: { enabled: false } } })).toEqual(over('feature-off', false));
    expect(at(0, { facts: { ...facts, actor: { ...actor, active: false } } })).toEqual(over('actor-deactivated', true));
    expect(at(0, { facts: { ...facts, actor: { ...actor, resources: new Set() } } })).toEqual(over('permission-lost', false));
    expect(at(0, { facts: { ...facts, actor: { ...actor, storeIds: new Set() } } })).toEqual(over('store-lost', false));
    expect(at(0, { facts: { ...facts, store: { ...facts.store, active: false } } })).toEqual(over('store-unavailable', false));
    expect(at(0, { facts: { ...facts, assignment: { primary: false, further: false, group: false } } })).toEqual(over('assignment-lost', false));
    expect(at(0, { facts: { ...facts, customer: { ...JOHN, status: 'blocked' } } })).toEqual(over('customer-blocked', false));
    expect(at(0, { facts: { ...facts, customer: { ...JOHN, status: 'inactive' } } })).toEqual(over('customer-inactive', false));
    expect(at(0, { facts: { ...facts, customer: { ...JOHN, status: 'suspended' } } })).toEqual(over('customer-suspended', false));
    expect(at(0, { facts: { ...facts, customer: null } })).toEqual(over('customer-blocked', false));
    expect(at(0, { facts: { ...facts, consent: { ...facts.consent, state: 'withdrawn' } } })).toEqual(over('consent-withdrawn', false));
    expect(at(0, { facts: { ...facts, consent: { ...facts.consent, state: 'refused' } } })).toEqual(over('consent-withdrawn', false));
    expect(at(0, { facts: { ...facts, consent: { ...facts.consent, state: 'expired' } } })).toEqual(over('consent-expired', false));
    expect(at(0, { facts: { ...facts, consent: { ...facts.consent, state: 'none' } } })).toEqual(over('consent-missing', false));
  });

  it('has an end reason for every check', () =>
    expect(ASSIST_CODES.every((code) => END_REASONS.includes(END_REASON_OF[code]))).toBe(true));

  it('shows the seconds to whichever end comes first', () => {
    expect(at(0)).toEqual({ live: true, secondsLeft: 900 });
    expect(at(0, { idleSeconds: 99_999 })).toEqual({ live: true, secondsLeft: 28_800 });
  });

  it('warns at 120 seconds or a quarter of the lifetime, whichever is less', () =>
    expect([60, 400, 480, 900].map(warnAtSeconds)).toEqual([15, 100, 120, 120]));
});
