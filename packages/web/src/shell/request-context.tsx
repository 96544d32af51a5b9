import type { Money } from '@onbehalf/core';
import { createContext, useContext, type ReactNode } from 'react';
import type { MessageId } from '../i18n/index.ts';
import { translate } from '../i18n/translate.ts';
import type { PageRequest, StoreView } from '../request.ts';
import { formatDate, formatDay, formatMoney, formatNumber, formatPlainAmount, type DateStyle, type MoneyStyle } from '../ui/format.ts';
import type { Assets } from './assets.ts';

interface Page {
  request: PageRequest;
  assets: Assets;
  /** What stands in the banner of an assist session (kept-banner); null outside one. */
  banner?: string | null;
}

const PageContext = createContext<Page | null>(null);

/** Wraps every rendered page; parts read the request from here and nowhere else. */
export function RequestProvider({ request, assets, banner = null, children }: Page & { children: ReactNode }) {
  return <PageContext value={{ request, assets, banner }}>{children}</PageContext>;
}

function usePage(): Page {
  const page = useContext(PageContext);
  if (!page) throw new Error('A page part was rendered outside <RequestProvider>.');
  return page;
}

export const useRequest = (): PageRequest => usePage().request;

export const useBanner = (): string | null => usePage().banner ?? null;

export const useAssets = (): Assets => usePage().assets;

/** The store view of a storefront page; asking for it in the portal is a mistake in the page. */
export function useStore(): StoreView {
  const { store } = useRequest();
  if (!store) throw new Error('A storefront part was rendered without a store view.');
  return store;
}

export type Translate = (id: MessageId, params?: Record<string, string | number>) => string;

/** Messages in the page's language. */
export function useT(): Translate {
  const { locale } = useRequest();
  return (id, params) => translate(locale, id, params);
}

/** Amounts, numbers and moments in the page's language and zone. */
export function useFormat() {
  const { locale, timeZone } = useRequest();
  return {
    money: (money: Money, style?: MoneyStyle) => formatMoney(money, locale, style),
    plainAmount: (money: Money) => formatPlainAmount(money, locale),
    number: (value: number | bigint) => formatNumber(value, locale),
    day: (day: string) => formatDay(day, locale),
    date: (at: Date, style?: DateStyle) => formatDate(at, locale, timeZone, style),
  };
}
