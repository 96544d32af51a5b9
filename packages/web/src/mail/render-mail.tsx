import type { Locale } from '@onbehalf/core';
import { translator } from '../i18n/translate.ts';
import type { MailName, Mails, RenderMail } from '../mails.ts';
import { formatMoney, formatNumber } from '../ui/format.ts';
import { accountExists, companyInvitation, companyInvitationKnown, confirmAccount, consentSet, emailChanged, invitation } from './customer-mails.ts';
import { assistEnded, assistStarted, consentRequest, sideCart } from './assistance.ts';
import { letterHtml, letterText, type Block, type Written } from './letter.tsx';
import { paymentLink, paymentReceived, paymentReturned } from './payment-mails.ts';
import { orderBlocks } from './order-blocks.ts';

/** Every template by name. One that is missing fails the type check. */
const templates: { [N in MailName]: (params: Mails[N], locale: Locale) => Written } = {
  'order-confirmation': orderConfirmation,
  'order-staff-copy': orderStaffCopy,
  'payment-link': paymentLink,
  'payment-received': paymentReceived,
  'payment-returned': paymentReturned,
  'price-approval': priceApproval,
  'price-decided': priceDecided,
  'password-reset': passwordReset,
  'password-changed': passwordChanged,
  'second-factor': secondFactor,
  invitation,
  'confirm-account': confirmAccount,
  'account-exists': accountExists,
  'company-invitation': companyInvitation,
  'company-invitation-known': companyInvitationKnown,
  'consent-request': consentRequest,
  'side-cart': sideCart,
  'assist-started': assistStarted,
  'assist-ended': assistEnded,
  'consent-set': consentSet,
  'email-changed': emailChanged,
  'suspicious-activity': suspiciousActivity,
  'staff-invitation': staffInvitation,
  'login-link': loginLink,
};

/** A mail in a language: subject, HTML and plain text from the same blocks. */
export const renderMail: RenderMail = (name, params, locale) => {
  const template: (params: Mails[typeof name], locale: Locale) => Written = templates[name];
  const letter = { ...template(params, locale), locale, shopName: params.shopName };
  return { subject: letter.subject, html: letterHtml(letter), text: letterText(letter) };
};

function orderConfirmation({ shopName, order, orderUrl, publicComment, bank }: Mails['order-confirmation'], locale: Locale): Written {
  const t = translator(locale);
  const comment: Block[] = publicComment ? [{ kind: 'lines', title: t('mail.comment'), lines: [publicComment] }] : [];
  return {
    subject: t('mail.order.subject', { number: order.number }),
    foot: t('mail.sentBy', { shop: shopName }),
    blocks: [
      { kind: 'text', text: t('mail.hello', { name: order.customer.name }) },
      { kind: 'text', text: t('mail.order.intro', { number: order.number }) },
      ...orderBlocks(order, locale),
      ...(bank.length > 0 ? [{ kind: 'lines', title: t('placed.bank', { number: order.number }), lines: bank } as const] : []),
      ...comment,
      { kind: 'button', text: t('mail.order.button'), href: orderUrl },
    ],
  };
}

function orderStaffCopy({ shopName, order, orderUrl, commission, customerPhone }: Mails['order-staff-copy'], locale: Locale): Written {
  const t = translator(locale);
  const { customer, assisted } = order;
  const facts = [
    { label: t('mail.staff.commission'), value: formatMoney(commission, locale), strong: true },
    { label: t('mail.staff.customer'), value: customer.name },
    { label: t('mail.staff.company'), value: customer.company },
    { label: t('mail.staff.email'), value: customer.email },
    { label: t('mail.staff.phone'), value: customerPhone },
    { label: t('mail.staff.reason'), value: assisted?.reason ?? '' },
    { label: t('mail.staff.reference'), value: assisted?.reference ?? '' },
  ];
  const hello: Block[] = assisted ? [{ kind: 'text', text: t('mail.hello', { name: assisted.actorName }) }] : [];
  return {
    subject: t('mail.staff.subject', { number: order.number, customer: customer.name }),
    foot: t('mail.sentToStaff', { shop: shopName }),
    blocks: [
      ...hello,
      { kind: 'text', text: t('mail.staff.intro', { number: order.number, customer: customer.name }) },
      { kind: 'rows', rows: facts.filter(({ value }) => value !== '') },
      ...orderBlocks(order, locale),
      { kind: 'button', text: t('mail.order.button'), href: orderUrl },
    ],
  };
}

function priceApproval({ shopName, actorName, customerName, product, sku, quantity, price, normal, reason, url }: Mails['price-approval'], locale: Locale): Written {
  const t = translator(locale);
  const facts = [
    { label: t('mail.approval.product'), value: `${product} (${sku})` },
    { label: t('mail.approval.quantity'), value: formatNumber(quantity, locale) },
    { label: t('mail.approval.normal'), value: formatMoney(normal, locale) },
    { label: t('mail.approval.price'), value: formatMoney(price, locale), strong: true },
    { label: t('mail.staff.reason'), value: reason },
  ];
  return {
    subject: t('mail.approval.subject', { name: actorName, price: formatMoney(price, locale) }),
    foot: t('mail.approval.foot', { shop: shopName }),
    blocks: [
      { kind: 'text', text: t('mail.approval.intro', { name: actorName, customer: customerName }) },
      { kind: 'rows', rows: facts.filter(({ value }) => value !== '') },
      { kind: 'button', text: t('mail.approval.button'), href: url },
      { kind: 'quiet', text: t('mail.approval.how') },
    ],
  };
}

function priceDecided({ shopName, name, deciderName, approved, customerName, product, sku, quantity, price, comment, url }: Mails['price-decided'], locale: Locale): Written {
  const t = translator(locale);
  const amount = formatMoney(price, locale);
  const facts = [
    { label: t('mail.approval.product'), value: `${product} (${sku})` },
    { label: t('mail.approval.quantity'), value: formatNumber(quantity, locale) },
    { label: t('mail.approval.price'), value: amount, strong: true },
    { label: t('mail.decided.comment'), value: comment },
  ];
  const names = { name: deciderName, price: amount, customer: customerName };
  return {
    subject: t(approved ? 'mail.decided.approved' : 'mail.decided.declined', names),
    foot: t('mail.sentToStaff', { shop: shopName }),
    blocks: [
      { kind: 'text', text: t('mail.hello', { name }) },
      { kind: 'text', text: t(approved ? 'mail.decided.approvedText' : 'mail.decided.declinedText', names) },
      { kind: 'rows', rows: facts.filter(({ value }) => value !== '') },
      { kind: 'button', text: t('mail.decided.button'), href: url },
    ],
  };
}

function passwordReset({ shopName, name, url, minutes }: Mails['password-reset'], locale: Locale): Written {
  const t = translator(locale);
  return {
    subject: t('mail.reset.subject'),
    foot: t('mail.sentBy', { shop: shopName }),
    blocks: [
      { kind: 'text', text: t('mail.hello', { name }) },
      { kind: 'text', text: t('mail.reset.intro', { shop: shopName }) },
      { kind: 'button', text: t('mail.reset.button'), href: url },
      { kind: 'quiet', text: t('mail.reset.minutes', { minutes }) },
      { kind: 'quiet', text: t('mail.reset.notYou') },
    ],
  };
}

function passwordChanged({ shopName, name }: Mails['password-changed'], locale: Locale): Written {
  const t = translator(locale);
  return {
    subject: t('mail.changed.subject'),
    foot: t('mail.sentBy', { shop: shopName }),
    blocks: [
      { kind: 'text', text: t('mail.hello', { name }) },
      { kind: 'text', text: t('mail.changed.intro', { shop: shopName }) },
      { kind: 'text', text: t('mail.changed.notYou') },
    ],
  };
}

function secondFactor({ shopName, name, news, left, url }: Mails['second-factor'], locale: Locale): Written {
  const t = translator(locale);
  return {
    subject: t(`mail.factor.${news}.subject`),
    foot: t('mail.sentBy', { shop: shopName }),
    blocks: [
      { kind: 'text', text: t('mail.hello', { name }) },
      { kind: 'text', text: t(`mail.factor.${news}.intro`, { shop: shopName, left }) },
      { kind: 'text', text: t('mail.factor.notYou') },
      { kind: 'button', text: t('mail.factor.button'), href: url },
    ],
  };
}

function suspiciousActivity({ shopName, actor, customer, at, timeZone, signs, blocked, during, logUrl }: Mails['suspicious-activity'], locale: Locale): Written {
  const t = translator(locale);
  const when = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(at);
  return {
    subject: t(during ? 'mail.suspicious.during-subject' : 'mail.suspicious.subject', { actor }),
    foot: t('mail.suspicious.foot', { shop: shopName }),
    blocks: [
      { kind: 'text', text: t(during ? (blocked ? 'mail.suspicious.ended' : 'mail.suspicious.during') : blocked ? 'mail.suspicious.blocked' : 'mail.suspicious.started', { actor, customer, when: `${when} (${timeZone})` }) },
      { kind: 'lines', title: t('mail.suspicious.signs'), lines: signs.map((sign) => t(`mail.${sign}`)) },
      { kind: 'text', text: t('mail.suspicious.next') },
      { kind: 'button', text: t('mail.suspicious.button'), href: logUrl },
    ],
  };
}

function staffInvitation({ shopName, name, email, url, hours }: Mails['staff-invitation'], locale: Locale): Written {
  const t = translator(locale);
  return {
    subject: t('mail.staffInvitation.subject'),
    foot: t('mail.sentBy', { shop: shopName }),
    blocks: [
      { kind: 'text', text: t('mail.hello', { name }) },
      { kind: 'text', text: t('mail.staffInvitation.intro', { shop: shopName, email }) },
      { kind: 'button', text: t('mail.staffInvitation.button'), href: url },
      { kind: 'quiet', text: t('mail.staffInvitation.hours', { hours }) },
    ],
  };
}

function loginLink({ shopName, name, customer, maker, url, minutes }: Mails['login-link'], locale: Locale): Written {
  const t = translator(locale);
  return {
    subject: t('mail.link.subject', { customer }),
    foot: t('mail.sentToStaffAccount', { shop: shopName }),
    blocks: [
      { kind: 'text', text: t('mail.hello', { name }) },
      { kind: 'text', text: maker === null ? t('mail.link.intro', { customer }) : t('mail.link.introFrom', { customer, maker }) },
      { kind: 'button', text: t('mail.link.button', { customer }), href: url },
      { kind: 'quiet', text: t('mail.link.minutes', { minutes }) },
      { kind: 'quiet', text: t('mail.link.login') },
    ],
  };
}
