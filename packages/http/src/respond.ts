import type { FastifyReply } from 'fastify';
import type { Answer, CookieChange, PageAnswer } from './answer.ts';
import type { Arrived } from './arrived.ts';
import { cookieName, cookieOptions } from './cookies.ts';
import type { Deps } from './deps.ts';
import { mayReadFragments, pageRequest, recordView } from './frame.ts';
import { keepPage, type AnonymousVisit } from './page-cache/kept-pages.ts';
import { masked } from './masked.ts';
import type { Area } from './route.ts';

export interface Responded {
  area: Area;
  arrived: Arrived;
  answer: Answer;
  /** Where the page may be kept for others who are nobody (B14). */
  visit?: AnonymousVisit | null | undefined;
}

// Whatever answers there, a login on the way or a page of refusal too, tells no other page of the address and is kept nowhere (E08).
const TOKEN_IN_ADDRESS = /token(?:=|%3d)/i;

/** Turns an answer to bytes. Pages of anybody known, and all of REST, stay out of every shared cache (X15). */
export async function respond(deps: Deps, reply: FastifyReply, { area, arrived, answer: whole, visit }: Responded): Promise<FastifyReply> {
  const answer = masked(deps, arrived, whole);
  reply.header('cache-control', arrived.caller.kind === 'guest' && area === 'storefront' && arrived.ended === null && arrived.guestCart === null ? 'private, no-cache' : 'private, no-store');
  reply.header('vary', 'Cookie, Authorization');
  for (const [name, value] of Object.entries(answer.headers ?? {})) reply.header(name, value);
  if (TOKEN_IN_ADDRESS.test(arrived.url)) reply.headers({ 'referrer-policy': 'no-referrer', 'cache-control': 'private, no-store' });
  for (const change of answer.cookies ?? []) setCookie(reply, arrived.site, change);
  if (answer.kind === 'page' && arrived.flash !== null) setCookie(reply, arrived.site, { name: 'flash', value: null });
  if (arrived.caller.kind === 'context') reply.header('onbehalf-actor', arrived.caller.actor.id).header('onbehalf-cache', mayReadFragments(arrived) ? 'fragments' : 'fresh');
  const { view } = answer;
  if ((answer.kind === 'json' || answer.kind === 'stream') && view !== undefined) await deps.db.read((unit) => recordView(unit, arrived, view));
  return send(deps, reply, { area, arrived, answer, visit });
}

async function send(deps: Deps, reply: FastifyReply, { area, arrived, answer, visit }: Responded): Promise<FastifyReply> {
  switch (answer.kind) {
    case 'redirect':
      return reply.code(answer.status ?? 303).header('location', answer.to).send('');
    case 'json':
      return reply.code(answer.status ?? 200).type(answer.headers?.['content-type'] ?? 'application/json; charset=utf-8').send(JSON.stringify(answer.body, jsonValue));
    case 'html':
      return reply.code(answer.status ?? 200).type('text/html; charset=utf-8').send(answer.html);
    case 'stream':
      return reply.code(200).type(answer.type).header('content-disposition', `attachment; filename="${answer.fileName.replace(/[^A-Za-z0-9._-]/g, '_')}"`).send(answer.body);
    case 'empty':
      return reply.code(answer.status ?? 204).send();
    case 'page':
      return sendPage(deps, reply, { area, arrived, answer, visit });
    default:
      return answer satisfies never;
  }
}

async function sendPage(deps: Deps, reply: FastifyReply, { area, arrived, answer, visit }: Responded & { answer: PageAnswer }): Promise<FastifyReply> {
  const frame = await deps.db.read((unit) => pageRequest(deps, unit, { area, arrived, view: answer.view }));
  const html = deps.web.renderPage(answer.page, answer.props, frame);
  if (visit !== undefined && visit !== null && arrived.caller.kind === 'guest') {
    keepPage(deps, visit, { answer, html });
    reply.header('onbehalf-cache', 'miss');
  }
  return reply.code(answer.status ?? 200).type('text/html; charset=utf-8').send(html);
}

function setCookie(reply: FastifyReply, site: string, { name, value }: CookieChange): void {
  const options = cookieOptions(site, name);
  if (value === null) reply.clearCookie(cookieName(site, name), options);
  else reply.setCookie(cookieName(site, name), value, options);
}

// Money crosses the wire as text: JSON numbers lose digits beyond 2^53 (M11).
function jsonValue(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? value.toString() : value;
}
