import { includesMode, type AssistMode } from './mode.ts';
import { RESOURCE } from './resources.ts';

/** What a role gives. 'all' holds every resource, also ones that come later, and every mode. */
export interface RoleRights {
  readonly resources: ReadonlySet<string> | 'all';
  readonly mode: AssistMode;
}

/** What an account gives beside its role (A3). */
export interface AccountRights {
  readonly accessAllCustomers: boolean;
  readonly canEditItemPrice: boolean;
  readonly canCreateCustomer: boolean;
  /** Null: no limit. */
  readonly maxDiscountBasisPoints: number | null;
  readonly storeIds: ReadonlySet<number>;
}

/** Does somebody with these rights hold all of those? No one gives, or lays hands on, more than they have (F2). */
export function includesRights(own: RoleRights, asked: RoleRights): boolean {
  const { resources } = own;
  if (resources === 'all') return true;
  if (asked.resources === 'all' || !includesMode(own.mode, asked.mode)) return false;
  return [...asked.resources].every((resource) => resources.has(resource));
}

/** Who may put everybody else's rights in order again: the last of these must stay. */
export function isAdministrator({ resources }: RoleRights): boolean {
  return resources === 'all' || (resources.has(RESOURCE.roles) && resources.has(RESOURCE.staffAccounts));
}

type AccountField = keyof AccountRights;

/** What an account would gain that its giver doesn't have: the fields to refuse at. Keeping is not giving. */
export function accountBeyond(own: AccountRights, before: AccountRights | null, after: AccountRights): AccountField[] {
  const switches = (['accessAllCustomers', 'canEditItemPrice', 'canCreateCustomer'] as const).filter((name) => after[name] && before?.[name] !== true && !own[name]);
  const stores = [...after.storeIds].every((id) => own.storeIds.has(id) || before?.storeIds.has(id) === true);
  const discount = !switches.includes('canEditItemPrice') && discountBeyond(own, before, after);
  return [...switches, ...(stores ? [] : ['storeIds' as const]), ...(discount ? ['maxDiscountBasisPoints' as const] : [])];
}

// A limit means something only where prices may be edited; none at all is the highest.
function discountBeyond(own: AccountRights, before: AccountRights | null, after: AccountRights): boolean {
  const most = (rights: AccountRights | null): number => (rights === null || !rights.canEditItemPrice ? -1 : (rights.maxDiscountBasisPoints ?? Infinity));
  return most(after) > most(before) && most(after) > most(own);
}
