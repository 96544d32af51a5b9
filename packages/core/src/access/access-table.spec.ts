// B1 against outcomes written by hand, and against what must hold for all of them: less never gives more.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { storeId } from '../kernel/ids.ts';
import { liveness } from '../assist-session/liveness.ts';
import type { AssistFacts, ConsentPolicy, ConsentState, CustomerStatus } from './access-facts.ts';
import { assistRefusals, explainAssist } from './explain-assist.ts';
import { JOHN, SARAH_AND_JOHN } from './facts.fixture.ts';
import { ASSIST_MODES, grantedMode, type AssistMode } from './mode.ts';
import { RESOURCE } from './resources.ts';
import { toldChecks, toldRefusals } from './told-checks.ts';

/** A situation in the words of the table. */
interface Situation {
  feature: 'on' | 'off';
  /** Of the actor. */
  account: 'active' | 'inactive';
  role: 'may' | 'may not';
  store: 'own' | 'own, closed' | 'of a colleague';
  customers: 'all' | 'primary' | 'further' | 'lead' | 'none';
  customer: CustomerStatus | 'missing' | 'unconfirmed' | 'staff' | 'self' | 'of another website';
  policy: ConsentPolicy;
  said: ConsentState;
  sharing: AssistFacts['sharing'];
}

const USUAL: Situation = { feature: 'on', account: 'active', role: 'may', store: 'own', customers: 'primary', customer: 'active', policy: 'opt-in', said: 'given', sharing: 'per-website' };

// Read it as a person would: what is out of the ordinary, and what the actor is told.
const TABLE: readonly [out: Partial<Situation>, told: string[]][] = [
  [{}, []],
  [{ customers: 'further' }, []],
  [{ customers: 'lead' }, []],
  [{ customers: 'all' }, []],
  [{ customers: 'none' }, ['customer-not-assigned']],
  [{ customers: 'none', customer: 'blocked' }, ['customer-not-assigned', 'customer-blocked']],
  [{ customers: 'all', customer: 'missing' }, ['customer-not-found']],
  [{ customers: 'none', customer: 'missing' }, ['customer-not-found']],
  [{ feature: 'off' }, ['assist-disabled']],
  [{ feature: 'off', account: 'inactive', role: 'may not' }, ['assist-disabled', 'actor-inactive', 'actor-not-permitted']],
  [{ account: 'inactive' }, ['actor-inactive']],
  [{ role: 'may not', customers: 'all' }, ['actor-not-permitted']],
  [{ store: 'of a colleague' }, ['actor-not-in-store']],
  [{ store: 'own, closed' }, ['store-unavailable']],
  [{ store: 'of a colleague', customers: 'none', said: 'none' }, ['actor-not-in-store', 'customer-not-assigned', 'consent-missing']],
  [{ customer: 'inactive' }, ['customer-inactive']],
  [{ customer: 'suspended', said: 'refused' }, ['customer-suspended', 'consent-missing']],
  [{ customer: 'unconfirmed' }, ['customer-not-confirmed']],
  [{ customer: 'staff', customers: 'all' }, ['customer-is-staff']],
  [{ customer: 'self' }, ['customer-is-self']],
  [{ customer: 'of another website' }, ['customer-in-other-website']],
  [{ customer: 'of another website', sharing: 'global' }, []],
  [{ said: 'none' }, ['consent-missing']],
  [{ said: 'withdrawn' }, ['consent-missing']],
  [{ said: 'expired' }, ['consent-missing']],
  [{ policy: 'opt-out', said: 'none' }, []],
  [{ policy: 'opt-out', said: 'refused' }, ['consent-missing']],
  [{ policy: 'opt-out', said: 'expired' }, ['consent-missing']],
  [{ policy: 'not-asked', said: 'none' }, []],
  [{ policy: 'not-asked', said: 'expired' }, []],
  [{ policy: 'not-asked', said: 'refused' }, ['consent-missing']],
  [{ policy: 'not-asked', said: 'withdrawn' }, ['consent-missing']],
  [{ policy: 'per-request', said: 'none' }, ['consent-missing']],
  [{ policy: 'per-request', said: 'given' }, []],
];

function factsOf(out: Partial<Situation>): AssistFacts {
  const { feature, account, role, store, customers, customer, policy, said, sharing } = { ...USUAL, ...out };
  const { actor } = SARAH_AND_JOHN;
  const status: CustomerStatus = customer === 'inactive' || customer === 'blocked' || customer === 'suspended' ? customer : 'active';
  return {
    feature: { enabled: feature === 'on' },
    sharing,
    actor: {
      ...actor,
      active: account === 'active',
      resources: new Set(role === 'may' ? [RESOURCE.loginAsCustomer] : []),
      storeIds: new Set([storeId(store === 'of a colleague' ? 2 : 1)]),
      accessAllCustomers: customers === 'all',
      ownCustomerId: customer === 'self' ? JOHN.id : null,
    },
    store: { id: storeId(1), websiteId: 1, active: store !== 'own, closed' },
    customer: customer === 'missing' ? null : { ...JOHN, status, confirmed: customer !== 'unconfirmed', isStaff: customer === 'staff', websiteId: customer === 'of another website' ? 2 : 1 },
    assignment: { primary: customers === 'primary', further: customers === 'further', group: customers === 'lead' },
    consent: { policy, state: said, scope: said === 'given' ? 'full' : null },
  };
}

const codes = (facts: AssistFacts): string[] => assistRefusals(facts).map(({ code }) => code);

describe('who may enter whose account, by hand', () => {
  it.each(TABLE)('%j: %j', (out, told) => expect(codes(factsOf(out))).toEqual(told));

  it('is the same on every request: a context lives where the start would be allowed, and nowhere else', () => {
    for (const [out, told] of TABLE) {
      const state = liveness({
        session: { startedAt: 0, endedAt: null, endReason: null, hardLimitAt: 1000 }, staffSession: { lastUsedAt: 0, endedAt: null, endReason: null }, idleSeconds: 900, now: 1, facts: factsOf(out),
      });
      expect([out, state.live]).toEqual([out, told.length === 0]);
    }
  });
});

describe('what an actor is told of a customer out of sight (A7)', () => {
  it('is why, and nothing of the account', () => {
    const facts = factsOf({ customers: 'none', customer: 'blocked', said: 'none' });
    expect(toldRefusals(assistRefusals(facts)).map(({ code }) => code)).toEqual(['customer-not-assigned']);
    const told = new Map(toldChecks(explainAssist(facts)).map(({ code, outcome }) => [code, outcome]));
    expect([told.get('customer-not-assigned'), told.get('customer-blocked'), told.get('consent-missing'), told.get('actor-inactive')]).toEqual(['failed', 'skipped', 'skipped', 'passed']);
  });

  it('is everything of one in sight', () => {
    const facts = factsOf({ customer: 'blocked', said: 'none' });
    expect(toldRefusals(assistRefusals(facts))).toEqual(assistRefusals(facts));
    expect(toldChecks(explainAssist(facts))).toEqual(explainAssist(facts));
  });
});

const anySituation: fc.Arbitrary<Situation> = fc.record({
  feature: fc.constantFrom('on', 'off'),
  account: fc.constantFrom('active', 'inactive'),
  role: fc.constantFrom('may', 'may not'),
  store: fc.constantFrom('own', 'own, closed', 'of a colleague'),
  customers: fc.constantFrom('all', 'primary', 'further', 'lead', 'none'),
  customer: fc.constantFrom('active', 'inactive', 'blocked', 'suspended', 'missing', 'unconfirmed', 'staff', 'self', 'of another website'),
  policy: fc.constantFrom('opt-in', 'opt-out', 'not-asked', 'per-request'),
  said: fc.constantFrom('given', 'refused', 'none', 'withdrawn', 'expired'),
  sharing: fc.constantFrom('per-website', 'global'),
});

/** One thing less: each takes a right, a condition or a yes away and adds none. */
const LOSSES: Record<string, (facts: AssistFacts) => AssistFacts> = {
  'the feature': (facts) => ({ ...facts, feature: { enabled: false } }),
  'the account': (facts) => ({ ...facts, actor: { ...facts.actor, active: false } }),
  'every resource': (facts) => ({ ...facts, actor: { ...facts.actor, resources: new Set() } }),
  'the stores': (facts) => ({ ...facts, actor: { ...facts.actor, storeIds: new Set() } }),
  'access to all customers': (facts) => ({ ...facts, actor: { ...facts.actor, accessAllCustomers: false } }),
  'not being the customer': (facts) => ({ ...facts, actor: { ...facts.actor, ownCustomerId: facts.customer?.id ?? null } }),
  'the role’s mode': (facts) => ({ ...facts, actor: { ...facts.actor, mode: 'view' } }),
  'the open store': (facts) => ({ ...facts, store: { ...facts.store, active: false } }),
  'sharing': (facts) => ({ ...facts, sharing: 'per-website' }),
  'the customer': (facts) => ({ ...facts, customer: null }),
  'the primary assignment': (facts) => ({ ...facts, assignment: { ...facts.assignment, primary: false } }),
  'the further assignment': (facts) => ({ ...facts, assignment: { ...facts.assignment, further: false } }),
  'the lead': (facts) => ({ ...facts, assignment: { ...facts.assignment, group: false } }),
  'the open account': (facts) => ({ ...facts, customer: facts.customer && { ...facts.customer, status: facts.customer.status === 'active' ? 'suspended' : facts.customer.status } }),
  'the confirmation': (facts) => ({ ...facts, customer: facts.customer && { ...facts.customer, confirmed: false } }),
  'not being staff': (facts) => ({ ...facts, customer: facts.customer && { ...facts.customer, isStaff: true } }),
  'the yes, by a no': (facts) => ({ ...facts, consent: { ...facts.consent, state: 'refused', scope: null } }),
  'the yes, by its time': (facts) => ({ ...facts, consent: { ...facts.consent, state: facts.consent.state === 'given' ? 'expired' : facts.consent.state } }),
  'the scope': (facts) => ({ ...facts, consent: { ...facts.consent, scope: 'view' } }),
  'the easier policy': (facts) => ({ ...facts, consent: { ...facts.consent, policy: 'opt-in' } }),
};

const modeOf = ({ actor, consent }: AssistFacts): AssistMode => grantedMode(actor.mode, consent.scope);

describe('less never gives more', () => {
  it.each(Object.entries(LOSSES))('taking away %s turns no refusal into a permission, answers no check, and widens no mode', (_what, lose) =>
    fc.assert(fc.property(anySituation, fc.constantFrom(...ASSIST_MODES), (situation, mode) => {
      const facts = factsOf(situation);
      const before = { ...facts, actor: { ...facts.actor, mode } };
      const after = lose(before);
      expect(codes(before).length > 0 && codes(after).length === 0).toBe(false);
      // With nobody there, what is said about him falls away; nothing else does.
      if (after.customer !== null) expect(codes(before).filter((code) => !codes(after).includes(code))).toEqual([]);
      expect(ASSIST_MODES.indexOf(modeOf(after))).toBeLessThanOrEqual(ASSIST_MODES.indexOf(modeOf(before)));
    }), { numRuns: 60 }));

  it('and two things less no more than one', () =>
    fc.assert(fc.property(anySituation, fc.constantFrom(...Object.values(LOSSES)), fc.constantFrom(...Object.values(LOSSES)), (situation, one, two) => {
      const facts = one(factsOf(situation));
      expect(codes(facts).length > 0 && codes(two(facts)).length === 0).toBe(false);
    })));
});
