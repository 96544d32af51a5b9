import type { Store } from '@onbehalf/assist';
import type { CurrencyCode } from '@onbehalf/core';

/** A website as prices need it: its money and the calendar its days are counted by, those of its first store view. */
export interface WebsitePlace {
  id: number;
  name: string;
  currency: CurrencyCode;
  timeZone: string;
}

/** The websites there are, in the order of their first store views. */
export function websitesOf(stores: readonly Store[]): WebsitePlace[] {
  const firsts = stores.filter((store, index) => stores.findIndex((one) => one.websiteId === store.websiteId) === index);
  return firsts.map(({ websiteId, websiteName, currency, timeZone }) => ({ id: websiteId, name: websiteName, currency, timeZone }));
}

export function websiteOf(stores: readonly Store[], id: number | string): WebsitePlace | null {
  return websitesOf(stores).find((one) => String(one.id) === String(id)) ?? null;
}
