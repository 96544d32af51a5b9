import type { Locale } from '@onbehalf/core';
import * as de from './de/index.ts';
import * as en from './en/index.ts';
import * as es from './es/index.ts';

type Parts = { [P in keyof typeof en]: Readonly<Record<keyof (typeof en)[P], string>> };

/** English is where the ids come from; a language that lacks one fails the type check. */
export const catalogues: Readonly<Record<Locale, Catalogue>> = { en: merge(en), de: merge(de), es: merge(es) };

export type Catalogue = ReturnType<typeof merge>;
export type MessageId = keyof Catalogue;

function merge(parts: Parts) {
  const { ui, shell, storefront, staff, admin, log, mail, problem, http, session, staffAdmin, customers, catalog, handoff, sales, cartSafety, assignments, live, signIn, pdf, salesSettings, company, payment } = parts;
  return { ...ui, ...shell, ...storefront, ...staff, ...admin, ...log, ...mail, ...problem, ...http, ...session, ...staffAdmin, ...customers, ...catalog, ...handoff, ...sales, ...cartSafety, ...assignments, ...live, ...signIn, ...pdf, ...salesSettings, ...company, ...payment };
}
