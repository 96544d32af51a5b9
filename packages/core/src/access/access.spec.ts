import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { storeId } from '../kernel/ids.ts';
import { ASSIST_CODES, type AssistRefusalCode } from '../refusals/codes.ts';
import type { ActorFacts, AssistFacts, ConsentPolicy, ConsentState, CustomerFacts } from './access-facts.ts';
import { ASSIST_CHECKS, assistRefusals, explainAssist } from './explain-assist.ts';
import { JOHN, SARAH_AND_JOHN } from './facts.fixture.ts';
import { ASSIST_MODES, grantedMode, includesMode } from './mode.ts';
import { RESOURCE_TREE, type ResourceBranch, type ResourceLeaf } from './resource-tree.ts';
import { isResourceId, RESOURCE_IDS } from './resources.ts';

const codes = (facts: AssistFacts) => assistRefusals(facts).map(({ code }) => code);
const withActor = (change: Partial<ActorFacts>): AssistFacts => ({ ...SARAH_AND_JOHN, actor: { ...SARAH_AND_JOHN.actor, ...change } });
const withCustomer = (change: Partial<CustomerFacts>): AssistFacts => ({ ...SARAH_AND_JOHN, customer: { ...JOHN, ...change } });
const withConsent = (policy: ConsentPolicy, state: ConsentState): AssistFacts => ({ ...SARAH_AND_JOHN, consent: { policy, state, scope: null } });

const TAKEN_AWAY: readonly (readonly [AssistRefusalCode, AssistFacts])[] = [
  ['assist-disabled', { ...SARAH_AND_JOHN, feature: { enabled: false } }],
  ['actor-inactive', withActor({ active: false })],
  ['actor-not-permitted', withActor({ resources: new Set(['sales.orders']) })],
  ['store-unavailable', { ...SARAH_AND_JOHN, store: { ...SARAH_AND_JOHN.store, active: false } }],
  ['actor-not-in-store', withActor({ storeIds: new Set([storeId(2)]) })],
  ['customer-not-found', { ...SARAH_AND_JOHN, customer: null }],
  ['customer-in-other-website', withCustomer({ websiteId: 2 })],
  ['customer-not-assigned', { ...SARAH_AND_JOHN, assignment: { primary: false, further: false, group: false } }],
  ['customer-inactive', withCustomer({ status: 'inactive' })],
  ['customer-not-confirmed', withCustomer({ confirmed: false })],
  ['customer-blocked', withCustomer({ status: 'blocked' })],
  ['customer-suspended', withCustomer({ status: 'suspended' })],
  ['customer-is-staff', withCustomer({ isStaff: true })],
  ['customer-is-self', withActor({ ownCustomerId: JOHN.id })],
  ['consent-missing', withConsent('opt-in', 'none')],
];

describe('entering a customer’s account', () => {
  it('is open where every check passes', () => expect(codes(SARAH_AND_JOHN)).toEqual([]));

  it.each(TAKEN_AWAY)('is refused with %s, and with that alone', (code, facts) => expect(codes(facts)).toEqual([code]));

  it('has a check for every code, in the order of the codes', () => {
    expect(ASSIST_CHECKS.map(({ code }) => code)).toEqual(ASSIST_CODES);
    expect(TAKEN_AWAY.map(([code]) => code)).toEqual(ASSIST_CODES);
  });

  it('lists all checks with pass or fail and what to do, never only the first that fails', () => {
    const facts = { ...withCustomer({ status: 'blocked', confirmed: false }), feature: { enabled: false } };
    expect(explainAssist(facts)).toHaveLength(ASSIST_CODES.length);
    expect(codes(facts)).toEqual(['assist-disabled', 'customer-not-confirmed', 'customer-blocked']);
    expect(explainAssist(withConsent('opt-in', 'none')).at(-1)).toEqual({ code: 'consent-missing', outcome: 'failed', remedy: 'ask-for-consent' });
    expect(explainAssist(facts)[1]).toEqual({ code: 'actor-inactive', outcome: 'passed', remedy: 'ask-administrator' });
  });

  it('says nothing about a customer who isn’t there', () => {
    const skipped = explainAssist({ ...SARAH_AND_JOHN, customer: null }).filter(({ outcome }) => outcome === 'skipped');
    expect(skipped.map(({ code }) => code)).toEqual(ASSIST_CODES.slice(ASSIST_CODES.indexOf('customer-not-found') + 1));
  });

  it.each([
    ['as the primary', { primary: true, further: false, group: false }, false],
    ['beside the primary', { primary: false, further: true, group: false }, false],
    ['as the lead of the group', { primary: false, further: false, group: true }, false],
    ['by access to all customers', { primary: false, further: false, group: false }, true],
  ])('is open %s', (_how, assignment, accessAllCustomers) =>
    expect(codes({ ...withActor({ accessAllCustomers }), assignment })).toEqual([]));

  it('is refused to the person behind the customer account, by address too, whatever its case', () =>
    expect(codes(withActor({ email: ' John.Doe@Customer.example' }))).toEqual(['customer-is-self']));

  it.each<[ConsentPolicy, ConsentState[]]>([
    ['opt-in', ['given']],
    ['per-request', ['given']],
    ['opt-out', ['given', 'none']],
    ['not-asked', ['given', 'none', 'expired']],
  ])('by the policy %s takes %j for consent', (policy, enough) => {
    const states: ConsentState[] = ['given', 'refused', 'none', 'withdrawn', 'expired'];
    expect(states.filter((state) => codes(withConsent(policy, state)).length === 0)).toEqual(enough);
  });

  it('never opens by taking something away', () =>
    fc.assert(fc.property(anyFacts, anyLoss, (facts, lose) => {
      const opened = codes(facts).length > 0 && codes(lose(facts)).length === 0;
      expect(opened).toBe(false);
    })));

  const bool = fc.boolean();
  const anyFacts: fc.Arbitrary<AssistFacts> = fc.record({
    feature: fc.record({ enabled: bool }),
    sharing: fc.constantFrom('per-website', 'global'),
    actor: fc.record({
      id: fc.constant(SARAH_AND_JOHN.actor.id),
      active: bool,
      resources: fc.constantFrom(new Set<string>(), SARAH_AND_JOHN.actor.resources),
      storeIds: fc.constantFrom(new Set([storeId(2)]), SARAH_AND_JOHN.actor.storeIds),
      accessAllCustomers: bool,
      ownCustomerId: fc.constantFrom(null, JOHN.id),
      email: fc.constant(SARAH_AND_JOHN.actor.email),
      mode: fc.constantFrom(...ASSIST_MODES),
    }),
    store: fc.record({ id: fc.constant(storeId(1)), websiteId: fc.constant(1), active: bool }),
    customer: fc.option(fc.record({
      id: fc.constant(JOHN.id),
      websiteId: fc.constantFrom(1, 2),
      status: fc.constantFrom<CustomerFacts['status'][]>('active', 'inactive', 'blocked', 'suspended'),
      confirmed: bool,
      isStaff: bool,
      email: fc.constant(JOHN.email),
      storeId: fc.constant(storeId(1)),
    })),
    assignment: fc.record({ primary: bool, further: bool, group: bool }),
    consent: fc.record({
      policy: fc.constantFrom<ConsentPolicy[]>('opt-in', 'opt-out', 'not-asked', 'per-request'),
      state: fc.constantFrom<ConsentState[]>('given', 'refused', 'none', 'withdrawn', 'expired'),
      scope: fc.constantFrom(null, ...ASSIST_MODES),
    }),
  });
  const anyLoss = fc.constantFrom<((facts: AssistFacts) => AssistFacts)[]>(
    (facts) => ({ ...facts, feature: { enabled: false } }),
    (facts) => ({ ...facts, actor: { ...facts.actor, active: false } }),
    (facts) => ({ ...facts, actor: { ...facts.actor, resources: new Set() } }),
    (facts) => ({ ...facts, actor: { ...facts.actor, storeIds: new Set() } }),
    (facts) => ({ ...facts, actor: { ...facts.actor, accessAllCustomers: false } }),
    (facts) => ({ ...facts, store: { ...facts.store, active: false } }),
    (facts) => ({ ...facts, customer: null }),
    (facts) => ({ ...facts, assignment: { ...facts.assignment, primary: false } }),
    (facts) => ({ ...facts, assignment: { ...facts.assignment, further: false } }),
    (facts) => ({ ...facts, assignment: { ...facts.assignment, group: false } }),
    (facts) => ({ ...facts, consent: { ...facts.consent, state: 'withdrawn' } }),
    (facts) => ({ ...facts, consent: { ...facts.consent, state: 'refused' } }),
  );
});

describe('the mode in force', () => {
  it('is the smaller of the role’s and the consent’s', () => {
    const table = ASSIST_MODES.map((role) => ASSIST_MODES.map((scope) => grantedMode(role, scope)));
    expect(table).toEqual([['view', 'view', 'view'], ['view', 'shop', 'shop'], ['view', 'shop', 'full']]);
  });

  it('is the role’s where no consent narrows it', () => expect(ASSIST_MODES.map((role) => grantedMode(role, null))).toEqual(ASSIST_MODES));

  it('is enough for itself and for less', () => {
    expect(ASSIST_MODES.map((asked) => includesMode('shop', asked))).toEqual([true, true, false]);
  });
});

describe('the role resources', () => {
  const leaves = (nodes: readonly (ResourceBranch | ResourceLeaf)[]): ResourceLeaf[] =>
    nodes.flatMap((node) => ('children' in node ? leaves(node.children) : [node]));

  it('hang in the tree once each', () => {
    expect(leaves(RESOURCE_TREE).map(({ id }) => id).toSorted()).toEqual(RESOURCE_IDS.toSorted());
  });

  it('carry the labels the role page is known by', () => {
    const labels = leaves(RESOURCE_TREE).map(({ label }) => label.en);
    expect(labels).toEqual(expect.arrayContaining([
      'Allow Login as Customer', 'View Login as Customer Log', 'Remote shopping assistance opt-in', 'Edit item price', 'Approve prices', 'Reassign orders', 'Configuration',
    ]));
  });

  it('are a closed list', () => {
    expect(isResourceId('sales.edit-item-price')).toBe(true);
    expect(isResourceId('sales')).toBe(false);
  });
});
