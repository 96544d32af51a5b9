import { createTransport } from 'nodemailer';
import type { Transactions } from '@onbehalf/assist';

export interface OutgoingMail {
  /** The outbox row's: a mail that is sent twice after a crash carries the same Message-ID both times. */
  id: string;
  from: { name: string; address: string };
  to: string;
  subject: string;
  html: string;
  text: string;
}

export interface Mailer {
  /** Resolves once somebody else has the mail; throws where nobody took it. */
  send(mail: OutgoingMail): Promise<void>;
  close?(): void;
}

const TIMEOUT_MS = 20_000;

/** Delivers to the server of SMTP_URL, for example smtps://name:password@mail.example:465. */
export function smtpMailer(url: string): Mailer {
  const options = { connectionTimeout: TIMEOUT_MS, greetingTimeout: TIMEOUT_MS, socketTimeout: TIMEOUT_MS };
  const transport = createTransport({ url, ...options });
  return {
    send: async ({ id, from, to, subject, html, text }) => {
      const domain = from.address.split('@')[1] ?? 'localhost';
      // A list would be split at commas: one address object is one recipient, whatever stands in it.
      await transport.sendMail({ messageId: `<${id}@${domain}>`, from, to: { name: '', address: to }, subject, html, text, disableFileAccess: true, disableUrlAccess: true });
    },
    close: () => transport.close(),
  };
}

const SECRET = /\bo[a-z]{2}_[A-Za-z0-9_-]{43}/g;

/** The same text without anything that lets somebody in (D5). */
export function maskSecrets(text: string): string {
  return text.replace(SECRET, (token) => `${token.slice(0, 4)}…`);
}

/** Demo mode without SMTP_URL: a mailbox in the database, read on /admin/mails. What would open an account is masked there. */
export function demoInbox(db: Transactions): Mailer {
  return {
    send: ({ id, html, text }) =>
      db.read(async (unit) => {
        await unit.query(
          'insert into demo_inbox (mail_id, html, body) values ($1, $2, $3) on conflict (mail_id) do update set html = excluded.html, body = excluded.body',
          [id, maskSecrets(html), maskSecrets(text)],
        );
      }),
  };
}
