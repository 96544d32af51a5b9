import { assignedColleague, customerRows, issueLinkToken, linkView, presentedToken, readLoginLink, type LinkView, type Unit } from '@onbehalf/assist';
import { RESOURCE, type Refusal } from '@onbehalf/core';
import { z } from 'zod';
import { page, redirect, type Answer } from '../../answer.ts';
import type { Arrived } from '../../arrived.ts';
import type { Deps } from '../../deps.ts';
import { actorOfRequest } from '../../present/actor.ts';
import { problemPage, problemsOf } from '../../problems.ts';
import { route, type Route } from '../../route.ts';
import { UNKEPT, leadTo } from '../../use-cases/enter-customer.ts';
import { mailLoginLink } from '../../use-cases/mail-login-link.ts';
import { showStart } from './customers.ts';
import { linkRefused } from './link-refused.ts';

const CUSTOMER = z.object({ id: z.string().regex(/^[1-9][0-9]{0,17}$/) });
const LINK = z.object({ id: z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/) });
const TOKEN = z.string().max(100).catch('');
const mayEnter = { resource: RESOURCE.loginAsCustomer };

interface Here {
  deps: Deps;
  request: Arrived;
  unit: Unit;
}

/** Login links by mail (B18). */
export const linkRoutes: Route[] = [
  route({
    method: 'GET', area: 'staff', path: '/staff/customers/:id/link', handle: 'staff_customers_link', access: mayEnter, inContext: 'outside', input: CUSTOMER,
    run: async ({ deps, request, unit, input }) => ({ answer: await showForm({ deps, request, unit }, { customerId: input.id, refusals: [], to: 'me' }) }),
  }),
  route({
    method: 'POST', area: 'staff', path: '/staff/customers/:id/link', handle: 'staff_customers_linkpost', access: mayEnter, inContext: 'outside',
    audit: { group: 'login-as-customer', action: 'make-link' }, input: CUSTOMER.extend({ to: z.enum(['me', 'assigned']).catch('me') }),
    run: async ({ deps, request, unit, input }) => {
      const made = await mailLoginLink(unit, { deps, request }, { maker: actorOfRequest(request).actor, customerId: input.id, to: input.to });
      if (made.ok) return { recorded: true, answer: redirect(`/staff/links/${made.value.id}`), flash: { tone: 'good', code: 'link-mailed', facts: { recipient: made.value.recipient.email } } };
      const shown = { customerId: input.id, refusals: made.error, to: input.to };
      return { refused: made.error, object: { type: 'customer', id: input.id }, show: (fresh) => showForm({ deps, request, unit: fresh }, shown) };
    },
  }),
  route({
    method: 'GET', area: 'staff', path: '/staff/links/:id', handle: 'staff_link_view', access: 'actor', inContext: 'outside', input: LINK,
    run: async ({ deps, request, unit, input }) => {
      const { actor } = actorOfRequest(request);
      const link = await linkView(unit, { id: input.id, viewerId: actor.id });
      if (link === null) return { refused: [{ code: 'not-found' }] };
      return { answer: page('staff/link-sent', sentProps(deps, link, actor.id), { view: { type: 'customer', id: link.customerId } }) };
    },
  }),
  route({
    // The demo has no mail server, and its inbox shows no token: whom the link is for gets a fresh one here, as the mail would.
    method: 'POST', area: 'staff', path: '/staff/links/:id/open', handle: 'staff_link_open', access: 'actor', inContext: 'outside',
    audit: { group: 'login-as-customer', action: 'make-link' }, input: LINK,
    run: async ({ deps, request, unit, input }) => {
      const { actor } = actorOfRequest(request);
      const link = await linkView(unit, { id: input.id, viewerId: actor.id });
      if (link === null || !sentProps(deps, link, actor.id).canOpenHere) return { refused: [{ code: link === null || !deps.config.localInbox ? 'not-found' : 'link-over' }] };
      const issued = await issueLinkToken(unit, { id: link.id, settings: request.settings, random: deps.random });
      if (issued === null) return { refused: [{ code: 'link-over' }] };
      return { answer: leadTo(`/staff/link?token=${issued.token}`), entry: { object: { type: 'customer', id: link.customerId }, detail: { link: link.id, recipient: link.actorId } } };
    },
  }),
  route({
    // Where the mail leads. Shows what a start shows and changes nothing: the button on it uses the link.
    method: 'GET', area: 'staff', path: '/staff/link', handle: 'staff_link_confirm', access: 'actor', inContext: 'outside', input: z.object({ token: TOKEN }),
    run: async ({ deps, request, unit, input }) => {
      const link = await readLoginLink(unit, { tokenHash: presentedToken(input.token, 'link'), actorId: actorOfRequest(request).actor.id });
      if (!link.ok) return linkRefused({ deps, request }, link.error);
      const answer = await showStart({ deps, request, unit }, { id: link.value.customerId, next: '', from: '', link: input.token, refusals: [], typed: {} });
      return { answer: { ...answer, ...UNKEPT } };
    },
  }),
];

function sentProps({ config }: Deps, link: LinkView, viewerId: string): { customerName: string; recipientName: string; recipient: string; id: string; isMine: boolean; state: LinkView['state']; expiresAt: Date | null; canOpenHere: boolean } {
  const isMine = link.actorId === viewerId;
  const { id, customerName, recipientName, recipient, state, expiresAt } = link;
  return { id, customerName, recipientName, recipient, isMine, state, expiresAt, canOpenHere: isMine && config.demo && config.localInbox && (state === 'waiting' || state === 'open') };
}

async function showForm({ deps, request, unit }: Here, { customerId, refusals, to }: { customerId: string; refusals: readonly Refusal[]; to: 'me' | 'assigned' }): Promise<Answer> {
  const { actor } = actorOfRequest(request);
  const { settings, now, locale } = request;
  const [found] = await customerRows(unit, { actor, ids: [customerId], settings, now });
  const back = { label: deps.web.message('handoff.back', locale), href: '/staff/customers' };
  if (found === undefined || found.refusals.some(({ code }) => HIDDEN.has(code))) return problemPage(deps, [found?.refusals.find(({ code }) => HIDDEN.has(code)) ?? { code: 'customer-not-found' }], request, [back]);
  const colleague = await assignedColleague(unit, { customerId, makerId: actor.id });
  return page('staff/link-form', {
    customer: { id: found.id, name: found.name },
    me: { name: actor.name, email: actor.email },
    colleague: colleague === null ? null : { name: colleague.name, email: colleague.email },
    minutes: Math.max(1, Math.floor(settings.get('assist/link/lifetime') / 60)),
    to,
    problems: problemsOf(deps, refusals, request),
  }, { status: refusals.length > 0 ? 422 : 200, view: { type: 'customer', id: found.id } });
}

const HIDDEN: ReadonlySet<string> = new Set(['customer-not-found', 'customer-not-assigned', 'customer-in-other-website', 'actor-not-in-store']);
