/** Letters about paying by a link (D8). */
import { lookUpSettings, newToken } from '@onbehalf/assist';
import { issuePaymentToken, orderByNumber, type Order } from '@onbehalf/shop';
import type { Mails } from '@onbehalf/web';
import { money } from '../present/names.ts';
import { storeOrigin } from '../sites.ts';
import { NotSent, type Writing } from './writing.ts';

/** Its token is made here and nowhere before; the time begins. A link that a newer one replaced is not sent any more. */
export async function paymentLink({ deps, unit, row, store }: Writing): Promise<Mails['payment-link']> {
  const token = newToken('payment', deps.random);
  const seconds = (await lookUpSettings(unit)).get('payment/link/lifetime', { websiteId: store.websiteId });
  const issued = await issuePaymentToken(unit, { linkId: row.params['link'] ?? '', hash: token.hash, seconds });
  if (issued === null) throw new NotSent('A newer payment link took its place, or nothing is due any more');
  const order = await orderOf({ unit, number: issued.number });
  return {
    shopName: store.name, name: order.customer.name, number: order.number, total: money(order.totals.total, order.totals.currency),
    lines: order.lines.map(({ name, quantity }) => ({ name, quantity })),
    url: `${storeOrigin(deps.config, store)}${store.base}/pay?token=${token.text}`,
    until: new Date(deps.clock.now().getTime() + seconds * 1000), timeZone: store.timeZone,
  };
}

export async function paymentReceived({ deps, unit, row, store }: Writing): Promise<Mails['payment-received']> {
  const { number, customer, totals } = await orderOf({ unit, number: row.params['order'] ?? '' });
  return { shopName: store.name, name: customer.name, number, total: money(totals.total, totals.currency), orderUrl: `${storeOrigin(deps.config, store)}${store.base}/account/orders/${number}` };
}

export async function paymentReturned({ unit, row, store }: Writing): Promise<Mails['payment-returned']> {
  const { number, customer, totals } = await orderOf({ unit, number: row.params['order'] ?? '' });
  return { shopName: store.name, name: customer.name, number, total: money(totals.total, totals.currency) };
}

async function orderOf({ unit, number }: { unit: Writing['unit']; number: string }): Promise<Order> {
  const found = await orderByNumber(unit, number, 'all');
  if (!found.ok) throw new Error(`A mail about order ${number}, which is not there`);
  return found.value;
}
