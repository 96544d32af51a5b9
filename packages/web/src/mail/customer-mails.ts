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

/** A10: the link chooses the first password and confirms the account; nobody but the customer ever knows it. */
export function invitation({ shopName, name, url, days, forgotUrl }: Mails['invitation'], locale: Locale): Written {
  const t = translator(locale);
  return {
    subject: t('mail.invitation.subject', { shop: shopName }),
    foot: t('mail.sentBy', { shop: shopName }),
    blocks: [
      { kind: 'text', text: t('mail.hello', { name }) },
      { kind: 'text', text: t('mail.invitation.intro', { shop: shopName }) },
      { kind: 'button', text: t('mail.invitation.button'), href: url },
      { kind: 'quiet', text: t('mail.invitation.days', { days, url: forgotUrl }) },
      { kind: 'quiet', text: t('mail.invitation.private') },
    ],
  };
}

/** G2: who registered shows that the address is his own. */
export function confirmAccount({ shopName, name, url, hours }: Mails['confirm-account'], locale: Locale): Written {
  const t = translator(locale);
  return {
    subject: t('mail.confirm.subject'),
    foot: t('mail.sentBy', { shop: shopName }),
    blocks: [
      { kind: 'text', text: t('mail.hello', { name }) },
      { kind: 'text', text: t('mail.confirm.intro', { shop: shopName }) },
      { kind: 'button', text: t('mail.confirm.button'), href: url },
      { kind: 'quiet', text: t('mail.confirm.hours', { hours }) },
      { kind: 'quiet', text: t('mail.confirm.notYou') },
    ],
  };
}

/** G2: somebody registered with an address that has an account already. */
export function accountExists({ shopName, name, url }: Mails['account-exists'], locale: Locale): Written {
  const t = translator(locale);
  return {
    subject: t('mail.exists.subject', { shop: shopName }),
    foot: t('mail.sentBy', { shop: shopName }),
    blocks: [
      { kind: 'text', text: t('mail.hello', { name }) },
      { kind: 'text', text: t('mail.exists.intro', { shop: shopName }) },
      { kind: 'button', text: t('mail.exists.button'), href: url },
      { kind: 'quiet', text: t('mail.exists.notYou') },
    ],
  };
}

/** G2: the link chooses the buyer's own password; whoever invited never knows it. */
export function companyInvitation({ url, days, forgotUrl, ...invited }: Mails['company-invitation'], locale: Locale): Written {
  const t = translator(locale);
  return intoCompany(invited, locale, [
    { kind: 'button', text: t('mail.invitation.button'), href: url },
    { kind: 'quiet', text: t('mail.invitation.days', { days, url: forgotUrl }) },
    { kind: 'quiet', text: t('mail.invitation.private') },
  ]);
}

/** G2: the address has an account already, which nobody puts into a company but its owner and the shop. */
export function companyInvitationKnown({ url, ...invited }: Mails['company-invitation-known'], locale: Locale): Written {
  const t = translator(locale);
  return intoCompany(invited, locale, [
    { kind: 'text', text: t('mail.company.known') },
    { kind: 'button', text: t('mail.exists.button'), href: url },
  ]);
}

type Invited = Omit<Mails['company-invitation-known'], 'url'>;

function intoCompany({ shopName, name, company, by }: Invited, locale: Locale, whatNext: Written['blocks']): Written {
  const t = translator(locale);
  return {
    subject: t('mail.company.subject', { company, shop: shopName }),
    foot: t('mail.sentBy', { shop: shopName }),
    blocks: [{ kind: 'text', text: t('mail.hello', { name }) }, { kind: 'text', text: t('mail.company.intro', { by, company, shop: shopName }) }, ...whatNext],
  };
}
