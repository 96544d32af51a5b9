import type { Locale, Money, SuspicionCode } from '@onbehalf/core';
import type { OrderView, VisitDone } from './props/shared.ts';

/** Every mail by template name with its parameters. */
export interface Mails {
  'order-confirmation': { shopName: string; order: OrderView; orderUrl: string; publicComment: string | null; /** Where a bank transfer goes to; nothing for another way to pay. */ bank: string[] };
  'payment-link': { shopName: string; name: string; number: string; total: Money; lines: { name: string; quantity: number }[]; url: string; until: Date; timeZone: string };
  'payment-received': { shopName: string; name: string; number: string; total: Money; orderUrl: string };
  'payment-returned': { shopName: string; name: string; number: string; total: Money };
  'order-staff-copy': { shopName: string; order: OrderView; orderUrl: string; commission: Money; customerPhone: string };
  'price-approval': { shopName: string; actorName: string; customerName: string; product: string; sku: string; quantity: number; price: Money; normal: Money; reason: string; url: string };
  'price-decided': { shopName: string; name: string; deciderName: string; approved: boolean; customerName: string; product: string; sku: string; quantity: number; price: Money; comment: string; url: string };
  'password-reset': { shopName: string; name: string; url: string; minutes: number };
  invitation: { shopName: string; name: string; url: string; days: number; forgotUrl: string };
  'confirm-account': { shopName: string; name: string; url: string; hours: number };
  'account-exists': { shopName: string; name: string; url: string };
  'company-invitation': { shopName: string; name: string; company: string; by: string; url: string; days: number; forgotUrl: string };
  'company-invitation-known': { shopName: string; name: string; company: string; by: string; url: string };
  'consent-set': { shopName: string; name: string; answer: 'given' | 'refused'; title: string; url: string };
  'email-changed': { shopName: string; name: string; isNew: boolean };
  'suspicious-activity': { shopName: string; actor: string; customer: string; at: Date; timeZone: string; signs: SuspicionCode[]; blocked: boolean; during: boolean; logUrl: string };
  'staff-invitation': { shopName: string; name: string; email: string; url: string; hours: number };
  'login-link': { shopName: string; name: string; customer: string; maker: string | null; url: string; minutes: number };
  'consent-request': { shopName: string; name: string; actor: string; tooltip: string; seconds: number; url: string; linkMinutes: number; code: string; codeMinutes: number };
  'side-cart': { shopName: string; name: string; actor: string; pieces: number; url: string };
  'assist-started': VisitMail;
  'assist-ended': VisitMail;
  'password-changed': { shopName: string; name: string };
  'second-factor': { shopName: string; name: string; news: 'set-up' | 'turned-off' | 'reset' | 'recovery-codes' | 'recovery-code-used'; left: number; url: string };
}

/** Somebody came, or went and left this behind (B20). */
export interface VisitMail {
  shopName: string;
  name: string;
  actor: string;
  reason: string;
  startedAt: Date;
  endedAt: Date | null;
  timeZone: string;
  orders: string[];
  done: VisitDone;
  url: string;
}

export type MailName = keyof Mails;

export interface RenderedMail {
  subject: string;
  html: string;
  text: string;
}

export type RenderMail = <N extends MailName>(name: N, params: Mails[N], locale: Locale) => RenderedMail;
