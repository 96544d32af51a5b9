import type { Locale } from '@onbehalf/core';
import { translator } from '../i18n/translate.ts';
import type { Mails } from '../mails.ts';
import { visitLines } from '../ui/visit-lines.ts';
import type { Block, Letter } from './letter.tsx';

type Written = Pick<Letter, 'subject' | 'blocks' | 'foot'>;

/** Asks for one occasion, by a link or by a code to read out (B10). */
export function consentRequest({ shopName, name, actor, tooltip, seconds, url, linkMinutes, code, codeMinutes }: Mails['consent-request'], locale: Locale): Written {
  const t = translator(locale);
  return {
    subject: t('mail.ask.subject', { actor }),
    foot: t('mail.sentBy', { shop: shopName }),
    blocks: [
      { kind: 'text', text: t('mail.hello', { name }) },
      { kind: 'text', text: t('mail.ask.intro', { actor, shop: shopName }) },
      { kind: 'text', text: tooltip },
      { kind: 'text', text: t('mail.ask.long', { hours: Math.max(1, Math.round(seconds / 3600)) }) },
      { kind: 'button', text: t('mail.ask.button'), href: url },
      { kind: 'lines', title: t('mail.ask.codeTitle'), lines: [code, t('mail.ask.codeText', { minutes: codeMinutes })] },
      { kind: 'quiet', text: t('mail.ask.link', { minutes: linkMinutes }) },
      { kind: 'quiet', text: t('mail.ask.notYou') },
    ],
  };
}

export const assistStarted = (params: Mails['assist-started'], locale: Locale): Written => visit(params, locale, 'started');

export const assistEnded = (params: Mails['assist-ended'], locale: Locale): Written => visit(params, locale, 'ended');

function visit({ shopName, name, actor, reason, startedAt, endedAt, orders, done, timeZone, url }: Mails['assist-started'], locale: Locale, what: 'started' | 'ended'): Written {
  const t = translator(locale);
  const at = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(what === 'ended' ? (endedAt ?? startedAt) : startedAt);
  const lines = what === 'ended' ? visitLines({ orders, done }, t) : [];
  const came: Block[] = lines.length > 0 ? [{ kind: 'lines', title: t('mail.visit.done'), lines }] : [];
  return {
    subject: t(`mail.visit.${what}.subject`, { actor }),
    foot: t('mail.sentBy', { shop: shopName }),
    blocks: [
      { kind: 'text', text: t('mail.hello', { name }) },
      { kind: 'text', text: t(`mail.visit.${what}.intro`, { actor, at, reason: reason === '' ? 'none' : reason }) },
      ...came,
      { kind: 'text', text: t(`mail.visit.${what}.next`) },
      { kind: 'button', text: t('mail.visit.button'), href: url },
    ],
  };
}

/** A cart that staff prepared, to accept or to decline (C8). */
export function sideCart({ shopName, name, actor, pieces, url }: Mails['side-cart'], locale: Locale): Written {
  const t = translator(locale);
  return {
    subject: t('mail.sideCart.subject', { actor }),
    foot: t('mail.sentBy', { shop: shopName }),
    blocks: [
      { kind: 'text', text: t('mail.hello', { name }) },
      { kind: 'text', text: t('mail.sideCart.intro', { actor, shop: shopName, count: pieces }) },
      { kind: 'text', text: t('mail.sideCart.next') },
      { kind: 'button', text: t('mail.sideCart.button'), href: url },
    ],
  };
}
