import { describe, expect, it } from 'vitest';
import { ASSIST_MODES } from './mode.ts';
import { RESOURCE, RESOURCE_IDS } from './resources.ts';
import { accountBeyond, includesRights, isAdministrator, type AccountRights, type RoleRights } from './rights.ts';

const custom = (...resources: string[]): RoleRights => ({ resources: new Set(resources), mode: 'full' });
const ALL: RoleRights = { resources: 'all', mode: 'full' };

describe('F2: rights given on', () => {
  it('include what the giver holds, and nothing else', () => {
    const own = custom(RESOURCE.roles, RESOURCE.orders);
    expect(includesRights(own, custom())).toBe(true);
    expect(includesRights(own, custom(RESOURCE.orders))).toBe(true);
    expect(includesRights(own, custom(RESOURCE.orders, RESOURCE.loginAsCustomer))).toBe(false);
  });

  it('never include All for who has a list, not even the whole list', () => {
    expect(includesRights(custom(...RESOURCE_IDS), ALL)).toBe(false);
    expect(includesRights(ALL, ALL)).toBe(true);
  });

  it.each(ASSIST_MODES)('include no mode above %s for who has that one, and every mode for who has All', (mode) => {
    const above = ASSIST_MODES.slice(ASSIST_MODES.indexOf(mode) + 1);
    for (const asked of above) expect(includesRights({ ...custom(), mode }, { ...custom(), mode: asked })).toBe(false);
    for (const asked of ASSIST_MODES) expect(includesRights({ ...ALL, mode }, { ...custom(), mode: asked })).toBe(true);
  });

  it('make an administrator of who may change both roles and accounts', () => {
    expect(isAdministrator(ALL)).toBe(true);
    expect(isAdministrator(custom(RESOURCE.roles, RESOURCE.staffAccounts))).toBe(true);
    expect(isAdministrator(custom(RESOURCE.roles))).toBe(false);
    expect(isAdministrator(custom(RESOURCE.staffAccounts))).toBe(false);
  });
});

const NONE: AccountRights = { accessAllCustomers: false, canEditItemPrice: false, canCreateCustomer: false, maxDiscountBasisPoints: 0, storeIds: new Set([1]) };
const having = (more: Partial<AccountRights>): AccountRights => ({ ...NONE, ...more });

describe('A3: what an account gives beside its role', () => {
  it.each(['accessAllCustomers', 'canEditItemPrice', 'canCreateCustomer'] as const)('%s is given only by who has it, and kept by who had it', (name) => {
    const after = having({ [name]: true });
    expect(accountBeyond(NONE, null, after)).toContain(name);
    expect(accountBeyond(NONE, after, after)).toEqual([]);
    expect(accountBeyond(having({ [name]: true }), null, after)).toEqual([]);
  });

  it('stores are given only by who works there', () => {
    const both = having({ storeIds: new Set([1, 2]) });
    expect(accountBeyond(NONE, null, both)).toEqual(['storeIds']);
    expect(accountBeyond(NONE, both, both)).toEqual([]);
  });

  it('a larger discount than one’s own can’t be given, and no limit is the largest', () => {
    const may = (limit: number | null) => having({ canEditItemPrice: true, maxDiscountBasisPoints: limit });
    expect(accountBeyond(may(1000), may(500), may(1001))).toEqual(['maxDiscountBasisPoints']);
    expect(accountBeyond(may(1000), may(500), may(null))).toEqual(['maxDiscountBasisPoints']);
    expect(accountBeyond(may(1000), may(2000), may(1500))).toEqual([]);
    expect(accountBeyond(may(null), null, may(null))).toEqual([]);
    expect(accountBeyond(may(1000), null, having({ maxDiscountBasisPoints: null }))).toEqual([]);
  });
});
