import type { VisitDone } from '../props/shared.ts';
import type { translator } from '../i18n/translate.ts';

const KINDS = ['prices', 'cart', 'addresses', 'information', 'wishlist', 'newsletter'] as const;

/** What came of a visit, in words that anybody reads (B20). */
export function visitLines({ orders, done }: { orders: readonly string[]; done: VisitDone }, t: ReturnType<typeof translator>): string[] {
  const lines = orders.map((number) => t('visit.order', { number }));
  for (const kind of KINDS) if (done[kind] > 0) lines.push(t(`visit.${kind}`, { count: done[kind] }));
  return lines.length > 0 ? lines : [t('visit.looked')];
}
