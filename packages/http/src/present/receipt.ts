import type { SessionReceipt } from '@onbehalf/assist';
import type { EndReason } from '@onbehalf/core';
import type { ReceiptProps } from '@onbehalf/web';
import type { Arrived } from '../arrived.ts';
import type { Deps } from '../deps.ts';
import { cartChangeText } from './cart-changes.ts';
import { valueText } from './action-log-text.ts';
import { inLocale } from '../frame.ts';
import { money } from './names.ts';
import { priceTag, reasonText } from './price-tag.ts';

const NOT_EDITS = new Set(['login-as-customer', 'order']);
/** Of the group order, but about a cart: the same again, or instead of what was faulty. */
const CARTS = new Set(['reorder', 'replace']);
const PRICES = new Set(['set-price', 'reset-price']);

/** What was done in a session, for the member of staff who did it (B6). */
export function receiptProps(deps: Deps, arrived: Arrived, receipt: SessionReceipt): ReceiptProps {
  const store = deps.stores.find((one) => one.id === receipt.storeId);
  const changes = receipt.entries.filter(({ body }) => body.action !== 'view' && body.action !== 'search');
  const minutes = Math.round(arrived.settings.get('staff/session/lifetime') / 60);
  return {
    subjectName: receipt.subjectName,
    subjectId: receipt.subjectId,
    storeName: store?.name ?? '',
    startedAt: receipt.startedAt,
    endedAt: receipt.endedAt ?? arrived.now,
    endReason: receipt.endReason === null ? '' : deps.web.endReasonSentence(receipt.endReason as EndReason, arrived.locale, { minutes }),
    orders: receipt.orders.map((one) => ({ number: one.number, href: `/staff/orders/${one.number}`, total: money(one.totalMinor, one.currency), commission: money(one.commissionMinor, one.currency) })),
    priceChanges: changes.filter(({ body }) => PRICES.has(body.action)).map(({ at, body }) => priceChange({ deps, arrived, receipt }, at, body.detail ?? {})),
    edits: changes
      .filter(({ body }) => (!NOT_EDITS.has(body.action_group) || CARTS.has(body.action)) && !PRICES.has(body.action))
      .map(({ at, body }) => ({ at, text: deps.web.message(`receipt.${body.action_group}.${body.action}`, arrived.locale, textFacts({ deps, arrived, receipt }, body.detail ?? {})) })),
    cart: receipt.cart,
    cartChanges: receipt.cartChanges.map((change) => cartChangeText({ deps, arrived, receipt }, change)),
    cartState: receipt.restoredAt !== null ? 'as-on-entry' : receipt.keptForOthers ? 'changed-by-others' : 'kept',
    restore: receipt.restorable === null ? null : { action: `/staff/receipts/${receipt.sessionId}/restore-cart`, version: receipt.restorable },
  };
}

type Detail = Readonly<Record<string, unknown>>;

function priceChange({ deps, arrived, receipt }: { deps: Deps; arrived: Arrived; receipt: SessionReceipt }, at: Date, detail: Detail): ReceiptProps['priceChanges'][number] {
  const [currency, source, sku] = [text(detail['currency']), text(detail['source']), text(detail['sku'])];
  const origin = { source, label: text(detail['label']), reason: text(detail['reason']), actorName: receipt.actorName, approverName: null };
  return {
    sku,
    name: productName(arrived, receipt, sku),
    from: money(BigInt(text(detail['before']) || 0), currency),
    to: money(BigInt(text(detail['after']) || 0), currency),
    source: source === 'catalogue' ? deps.web.message('receipt.reset', arrived.locale) : priceTag(deps, arrived.locale, origin),
    at,
  };
}

/** As it is called now, in the reader's language; a product that is gone has its SKU alone. */
function productName({ locale }: Arrived, { productNames }: SessionReceipt, sku: string): string {
  return inLocale(productNames[sku] ?? {}, locale);
}

function textFacts({ deps, arrived, receipt }: { deps: Deps; arrived: Arrived; receipt: SessionReceipt }, detail: Detail): Record<string, string | number> {
  const facts: Record<string, string | number> = { sku: '', quantity: 0, before: 0, after: 0, added: 0, coupon: '', reason: '', count: 0, lines: '' };
  for (const [name, value] of Object.entries(detail)) {
    if (typeof value === 'number') facts[name] = value;
    else if (typeof value === 'string') facts[name] = name === 'reason' ? reasonText(deps, arrived.locale, value) : valueText(value, detail, arrived.locale);
  }
  const name = productName(arrived, receipt, text(detail['sku']));
  return name === '' ? facts : { ...facts, sku: `${name} (${text(detail['sku'])})` };
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
