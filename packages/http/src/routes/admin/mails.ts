import type { Unit } from '@onbehalf/assist';
import { RESOURCE } from '@onbehalf/core';
import type { MailsProps } from '@onbehalf/web';
import { z } from 'zod';
import { page } from '../../answer.ts';
import { cursorOf, keysetPaging } from '../../present/admin-paging.ts';
import { recordView } from '../../present/admin-view.ts';
import { route, type Route } from '../../route.ts';

const PAGE = 50;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const ID = z.object({ id: z.string().regex(UUID).catch('') });
const access = { resource: RESOURCE.configuration };

/** A mail is somebody else's text: it may show itself and our images, and do nothing. */
const BODY_HEADERS = {
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox",
};

/** The outbox's state, and the local inbox of demo mode (D5). */
export const mailRoutes: Route[] = [
  route({
    method: 'GET', area: 'admin', path: '/admin/mails', handle: 'adminhtml_mail_index', access, inContext: 'outside', input: z.object({ after: z.string().max(900).catch('') }),
    run: async ({ unit, input: { after } }) => {
      const found = await mailsAfter(unit, cursorOf(after));
      const rows = found.slice(0, PAGE);
      const next = found.length > PAGE ? (rows.at(-1)?.id ?? null) : null;
      return { answer: page('admin/mails', { rows: rows.map(mailRow), paging: keysetPaging({ path: '/admin/mails', query: {}, trail: after, next }) }) };
    },
  }),
  route({
    method: 'GET', area: 'admin', path: '/admin/mails/:id', handle: 'adminhtml_mail_view', access, inContext: 'outside', input: ID,
    run: async ({ unit, input }) => {
      const mail = await mailOf(unit, input.id);
      if (mail === null) return { refused: [{ code: 'not-found' }] };
      const { id, at, recipient, status, html, body } = mail;
      return { answer: page('admin/mail', { id, at, to: recipient, subject: subjectOf(mail), status, html: html ?? '', text: body ?? '' }, { view: { type: 'mail', id } }) };
    },
  }),
  route({
    method: 'GET', area: 'admin', path: '/admin/mails/:id/body', handle: 'adminhtml_mail_body', access, inContext: 'outside', input: ID,
    run: async ({ request, unit, input }) => {
      const mail = await mailOf(unit, input.id);
      if (mail === null) return { refused: [{ code: 'not-found' }] };
      await recordView(unit, request, { type: 'mail', id: mail.id });
      return { answer: { kind: 'html', html: mail.html ?? '', headers: BODY_HEADERS } };
    },
  }),
];

interface MailRow {
  id: string;
  at: Date;
  recipient: string;
  template: string;
  status: 'waiting' | 'sent' | 'failed';
  subject_line: string | null;
}

const COLUMNS = 'm.id, m.created_at as at, m.recipient, m.template, m.status, m.subject_line';

function mailsAfter(unit: Unit, after: string | null): Promise<MailRow[]> {
  const place = after !== null && UUID.test(after) ? after : null;
  return unit.query<MailRow>(
    `select ${COLUMNS} from mail m where $1::uuid is null or (m.created_at, m.id) < (select created_at, id from mail where id = $1)
      order by m.created_at desc, m.id desc limit ${PAGE + 1}`,
    [place],
  );
}

async function mailOf(unit: Unit, id: string): Promise<(MailRow & { html: string | null; body: string | null }) | null> {
  if (id === '') return null;
  const [row] = await unit.query<MailRow & { html: string | null; body: string | null }>(
    `select ${COLUMNS}, i.html, i.body from mail m left join demo_inbox i on i.mail_id = m.id where m.id = $1`,
    [id],
  );
  return row ?? null;
}

function mailRow(mail: MailRow): MailsProps['rows'][number] {
  return { id: mail.id, at: mail.at, to: mail.recipient, subject: subjectOf(mail), template: mail.template, status: mail.status, href: `/admin/mails/${mail.id}` };
}

// The subject is written when the mail is sent; until then its template stands for it.
function subjectOf({ subject_line, template }: MailRow): string {
  return subject_line ?? template;
}
