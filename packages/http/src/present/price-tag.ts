import { SETTINGS, type Locale } from '@onbehalf/core';
import type { Deps } from '../deps.ts';

/** Where an edited price came from, as it is kept with a line, an order's line and an entry of the record. */
export interface PriceOrigin {
  /** 'manual', or the key of an offered price. */
  source: string;
  /** The offered price's label as it was; only a price list's own name is the same in every language. */
  label: string;
  reason: string;
  actorName: string;
  approverName: string | null;
}

type Wording = Pick<Deps, 'web'>;

/** One name for it everywhere: "Sarah Johnson, price match", or the offered price's own name (UX). */
export function priceTag(deps: Wording, locale: Locale, { source, label, reason, actorName, approverName }: PriceOrigin): string {
  const who = source === 'manual' ? actorName : offeredName(deps, locale, { source, label });
  const parts = [who, reasonText(deps, locale, reason), approverName === null ? '' : deps.web.message('price.approved-by', locale, { name: approverName })];
  return parts.filter((part) => part !== '').join(', ');
}

/** An offered price by name. */
export function offeredName(deps: Wording, locale: Locale, { source, label }: Pick<PriceOrigin, 'source' | 'label'>): string {
  const [kind = ''] = source.split(':');
  if (kind === 'free') return deps.web.message('price.free', locale, { reason: reasonText(deps, locale, label) });
  return kind === 'price-list' ? label : deps.web.message(`price.${kind}`, locale);
}

const OWN_REASONS: ReadonlySet<string> = new Set(SETTINGS['assist/price_edit/reasons'].default);

/** A reason that comes with Onbehalf in the reader's language; one that the shop has written stays as it is. */
export function reasonText({ web }: Wording, locale: Locale, reason: string): string {
  return OWN_REASONS.has(reason) ? web.message(`price-reason.${reason.replaceAll(' ', '-')}`, locale) : reason;
}
