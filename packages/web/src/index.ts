/** What the server needs to know of the pages: types only. The code arrives as a built bundle. */
import type { EndReason, Locale, Money, Refusal } from '@onbehalf/core';
import type { RenderMail } from './mails.ts';
import type { PageName, Pages } from './pages.ts';
import type { PageRequest } from './request.ts';

export type { PageName, Pages } from './pages.ts';
export type * from './request.ts';
export type * from './props/shared.ts';
export type * from './props/storefront.ts';
export type * from './props/payment.ts';
export type * from './props/assistance.ts';
export type * from './props/staff.ts';
export type * from './props/sign-in.ts';
export type * from './props/admin.ts';
export type * from './props/live.ts';
export type * from './props/assignments.ts';
export type * from './props/staff-admin.ts';
export type * from './props/customers.ts';
export type * from './props/company.ts';
export type * from './props/catalog.ts';
export type * from './props/product-list.ts';
export type * from './props/sales-settings.ts';
export type * from './mails.ts';

export interface Formats {
  money(money: Money): string;
  number(value: number): string;
  /** Percent as text with a dot, such as "7.5", in the language's way. */
  percent(figure: string): string;
  day(at: Date): string;
}

/** What `dist/server/entry-server.js` exports. */
export interface Web {
  /** A whole HTML document, doctype included. */
  renderPage<N extends PageName>(name: N, props: Pages[N], request: PageRequest): string;
  renderMail: RenderMail;
  /** A message of the interface by id, ICU parameters filled in. */
  message(id: string, locale: Locale, params?: Record<string, string | number>): string;
  /** The one translator from refusal to sentence. */
  refusalSentence(refusal: Refusal, locale: Locale): { text: string; remedy?: string };
  /** Amounts, numbers and days as pages write them, for what is no page. */
  formats(locale: Locale, timeZone: string): Formats;
  endReasonSentence(reason: EndReason, locale: Locale, facts?: Record<string, string | number>): string;
}
