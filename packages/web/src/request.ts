import type { Locale } from '@onbehalf/core';

/** One store view as a page needs it: where its home is and how it speaks and counts. */
export interface StoreView {
  id: number;
  code: string;
  /** Shop name shown in the header. */
  name: string;
  /** Prefix of every storefront link: '' for the store at '/', '/de', '/es'. */
  base: string;
  locale: Locale;
  currency: string;
  /** True: prices are shown and entered with tax. */
  pricesIncludeTax: boolean;
}

/** Who looks at the page. Decides the header, never a right: rights were decided before. */
export type Viewer =
  | { kind: 'guest' }
  | { kind: 'customer'; name: string }
  | { kind: 'actor'; name: string; email: string; initials: string; mayAdmin: boolean; mayApprove: boolean; admin: AdminEntry[] };

/** An admin page the actor may open. */
export type AdminEntry =
  | 'orders' | 'invoices' | 'shipments' | 'credit-memos'
  | 'products' | 'categories' | 'prices' | 'price-lists' | 'coupons'
  | 'customers' | 'companies' | 'assist-sessions'
  | 'staff' | 'staff-groups' | 'assignments'
  | 'configuration' | 'tax-rates' | 'shipping-methods'
  | 'roles' | 'action-logs' | 'mails';

/** The assist session the page is shown in: feeds the banner (B5). */
export interface AssistView {
  subjectName: string;
  actorName: string;
  mode: 'view' | 'shop' | 'full';
}

/** How long staff may go on, in the portal and in a context (B8). */
export interface TimeLeft {
  /** Seconds until the session ends for want of activity; any use begins them anew. */
  idle: number;
  /** From here on the page asks whether to go on. */
  idleWarn: number;
  /** Seconds until the context ends whatever is done; null in the portal. */
  limit: number | null;
  limitWarn: number;
  /** When it would end if nothing were done, for a browser without script. */
  endsAt: Date;
}

export interface Flash {
  tone: 'good' | 'warn' | 'bad';
  /** Already a sentence in the page's language. */
  text: string;
}

/** What every page knows about the request it answers. */
export interface PageRequest {
  area: 'storefront' | 'staff' | 'admin';
  locale: Locale;
  /** Path and query as asked for. */
  url: string;
  /** Ends in no slash; for absolute links in <link rel=alternate> and mails. */
  origin: string;
  /** The staff portal: a path, or a whole address where it lives on another origin (B3). */
  portalHref: string;
  /** Bound to the session and the context (DESIGN: Sessions). Goes into every form. */
  csrf: string;
  /** The store view; in the portal and in admin it is null. */
  store: StoreView | null;
  /** Other store views the visitor may switch to, with the address of the same place there. */
  storeLinks: { name: string; locale: Locale; href: string; current: boolean }[];
  viewer: Viewer;
  /** The customer buys for a company, and finds it under the account (G2). */
  buysForCompany?: boolean;
  assist: AssistView | null;
  /** Null for whoever is no member of staff. */
  timeLeft: TimeLeft | null;
  /** Who is in the viewer's own account now (B20); empty for everybody but a customer. */
  helping: { id: string; name: string }[];
  /** Pieces in the cart, null where there is no cart. */
  cartCount: number | null;
  /** Categories for the storefront's main navigation. */
  /** The first of them. */
  categories: { name: string; href: string }[];
  /** Where there are more than the header shows. */
  allCategoriesHref: string | null;
  flash: Flash[];
  /** IANA zone of whoever looks. */
  timeZone: string;
}
