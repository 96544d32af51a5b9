import type { Money } from '@onbehalf/core';
import type { Address, OrderStatus, Problem, ProductCard, Typed } from './shared.ts';

export interface LoginProps {
  next: string;
  /** On the way to the checkout (G3). */
  toOrder: boolean;
  problems: Problem[];
  typed: Typed;
  /** Shown in demo mode only. */
  demoHint: { email: string; password: string } | null;
}

export interface ForgotProps {
  sent: boolean;
  problems: Problem[];
  typed: Typed;
}

export interface ResetProps {
  token: string;
  over: boolean;
  problems: Problem[];
}

export interface AccountProps {
  name: string;
  company: string;
  email: string;
  recentOrders: { number: string; href: string; placedAt: Date; total: Money; status: OrderStatus }[];
  defaultAddress: Address | null;
  consent: 'given' | 'not-given';
  newsletter: boolean;
  openCart: { pieces: number } | null;
  /** In a context: a note on the customer that could not be taken, as it was typed. */
  note: { text: string; problems: Problem[] } | null;
}

export interface AccountInformationProps {
  /** Company and VAT number are the company's (G2). */
  ofCompany: boolean;
  typed: Typed & { firstName: string; lastName: string; email: string; phone: string; company: string; vatNumber: string };
  /** Null where consent can't be changed here (inside an assist session, B16). */
  consent: {
    given: boolean;
    /** From the setting: "Allow remote shopping assistance". */
    title: string;
    tooltip: string;
    givenAt: Date | null;
    withdrawnAt: Date | null;
    /** The shop asks for each occasion (B10): there is nothing to tick. */
    asksEachTime: boolean;
  } | null;
  /** False in an assist session (B16): shows why instead of the form. */
  canChangeEmailAndPassword: boolean;
  canChange: boolean;
  problems: Problem[];
}

export interface PasswordProps {
  problems: Problem[];
}

export type BookAddress = Address & { isDefault: boolean; isDefaultBilling: boolean };

export interface AddressesProps {
  addresses: BookAddress[];
  canChange: boolean;
}

export interface AddressProps {
  /** Whose book it is in (G2). */
  ofCompany: boolean;
  /** Null for a new one. */
  id: string | null;
  typed: Typed;
  countries: { code: string; name: string }[];
  problems: Problem[];
}

export interface WishlistProps {
  problems: Problem[];
  products: ProductCard[];
  canChange: boolean;
}

export interface NewsletterProps {
  subscribed: boolean;
  canChange: boolean;
}
