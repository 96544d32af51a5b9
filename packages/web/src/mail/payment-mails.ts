/** Letters about paying by a link (D8). */
import type { Locale } from '@onbehalf/core';
import { translator } from '../i18n/translate.ts';
import type { Mails } from '../mails.ts';
import { formatMoney, formatNumber } from '../ui/format.ts';
import type { Letter } from './letter.tsx';

type Written = Pick<Letter, 'subject' | 'blocks' | 'foot'>;

/** What is to be paid and where; nothing of whose it is beyond the name: a link is passed on. */
export function paymentLink({ shopName, name, number, total, lines, url, until, timeZone }: Mails['payment-link'], locale: Locale): Written {
  const t = translator(locale);
  const amount = formatMoney(total, locale);
  const last = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone }).format(until);
  return {
    subject: t('mail.pay.subject', { number, total: amount }),
    foot: t('mail.sentBy', { shop: shopName }),
    blocks: [
      { kind: 'text', text: t('mail.hello', { name }) },
      { kind: 'text', text: t('mail.pay.intro', { number, shop: shopName, total: amount }) },
      { kind: 'lines', title: t('mail.pay.order', { number }), lines: lines.map((line) => `${formatNumber(line.quantity, locale)} × ${line.name}`) },
      { kind: 'button', text: t('mail.pay.button', { total: amount }), href: url },
      { kind: 'quiet', text: t('mail.pay.until', { until: last }) },
      { kind: 'quiet', text: t('mail.pay.notYou') },
    ],
  };
}

export function paymentReceived({ shopName, name, number, total, orderUrl }: Mails['payment-received'], locale: Locale): Written {
  const t = translator(locale);
  return {
    subject: t('mail.paid.subject', { number }),
    foot: t('mail.sentBy', { shop: shopName }),
    blocks: [
      { kind: 'text', text: t('mail.hello', { name }) },
      { kind: 'text', text: t('mail.paid.intro', { number, total: formatMoney(total, locale) }) },
      { kind: 'button', text: t('mail.order.button'), href: orderUrl },
    ],
  };
}

export function paymentReturned({ shopName, name, number, total }: Mails['payment-returned'], locale: Locale): Written {
  const t = translator(locale);
  return {
    subject: t('mail.payBack.subject', { number }),
    foot: t('mail.sentBy', { shop: shopName }),
    blocks: [
      { kind: 'text', text: t('mail.hello', { name }) },
      { kind: 'text', text: t('mail.payBack.intro', { number, total: formatMoney(total, locale) }) },
    ],
  };
}
