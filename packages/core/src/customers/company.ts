import type { Refusal } from '../refusals/refusal.ts';

export const COMPANY_ROLES = ['administrator', 'buyer'] as const;
/** What somebody may do in the company he buys for (G2). */
export type CompanyRole = (typeof COMPANY_ROLES)[number];

/** At most so many buyers and open invitations together: a company is no mailing list. */
export const MOST_BUYERS = 200;

/** Of an address book, a customer's or a company's. */
export const MOST_ADDRESSES = 100;

/** Why somebody can't keep a company's name, numbers and addresses; empty: may. */
export function companyKeepingRefusals(role: CompanyRole | null): Refusal[] {
  if (role === null) return [{ code: 'company-none' }];
  return role === 'administrator' ? [] : [{ code: 'company-administrator-only' }];
}

export interface BuyerChangeFacts {
  /** Of whoever changes something. */
  readonly role: CompanyRole | null;
  readonly isSelf: boolean;
  /** Null: no buyer of this company. */
  readonly buyer: { readonly role: CompanyRole; readonly isActive: boolean; readonly deactivatedByCompany: boolean } | null;
  /** Active administrators of the company, whoever is asked about among them. */
  readonly administrators: number;
  readonly change: 'deactivate' | 'activate' | CompanyRole;
}

/** Why a buyer can't be let in, kept out or given another role by his company; empty: may. */
export function buyerChangeRefusals({ role, isSelf, buyer, administrators, change }: BuyerChangeFacts): Refusal[] {
  const closed = companyKeepingRefusals(role);
  if (closed.length > 0) return closed;
  if (buyer === null) return [{ code: 'buyer-not-found' }];
  if (isSelf) return [{ code: 'buyer-own-account' }];
  // What the shop has closed, the shop opens.
  if (change === 'activate' && !buyer.deactivatedByCompany) return [{ code: 'buyer-closed-by-shop' }];
  const isLast = buyer.role === 'administrator' && buyer.isActive && administrators <= 1;
  return isLast && (change === 'deactivate' || change === 'buyer') ? [{ code: 'company-last-administrator' }] : [];
}
