import type { Locale } from '@onbehalf/core';
import { translator } from '../i18n/translate.ts';
import type { Mails } from '../mails.ts';
import type { Written } from './letter.tsx';

/** B10: an administrator answered for the customer, who hears of it and can take it back. */
export function consentSet({ shopName, name, answer, title, url }: Mails['consent-set'], locale: Locale): Written {
  const t = translator(locale);
  return {
    subject: t(`mail.consentSet.subject.${answer}`),
    foot: t('mail.sentBy', { shop: shopName }),
    blocks: [
      { kind: 'text', text: t('mail.hello', { name }) },
      { kind: 'text', text: t(`mail.consentSet.intro.${answer}`, { shop: shopName, title }) },
      { kind: 'text', text: t('mail.consentSet.own') },
      { kind: 'button', text: t('mail.consentSet.button'), href: url },
    ],
  };
}

/** To both addresses, so that nobody loses an account without a word. Neither mail names the other address. */
export function emailChanged({ shopName, name, isNew }: Mails['email-changed'], locale: Locale): Written {
  const t = translator(locale);
  return {
    subject: t('mail.emailChanged.subject'),
    foot: t('mail.sentBy', { shop: shopName }),
    blocks: [
      { kind: 'text', text: t('mail.hello', { name }) },
      { kind: 'text', text: t(isNew ? 'mail.emailChanged.new' : 'mail.emailChanged.old', { shop: shopName }) },
      { kind: 'text', text: t('mail.emailChanged.notYou') },
    ],
  };
}
