import { renderToStaticMarkup } from 'react-dom/server';
import type { PageRequest } from '../request.ts';
import { Kept } from '../ui/kept.ts';
import type { Assets } from './assets.ts';
import { AssistBanner } from './assist-banner.tsx';
import { RequestProvider } from './request-context.tsx';
import { figuresOf, type ClockFigures } from './session-clock.tsx';

const SLOTS = ['csrf', 'url', 'idle', 'limit', 'left', 'until'] as const;
type Slot = (typeof SLOTS)[number];

// Nobody outside this process can guess it, so that no name and no address can pretend to be a gap.
const nonce = crypto.randomUUID();
const gapFor = (slot: Slot): string => `${nonce}-${slot};`;
const GAPS = new RegExp(`${nonce}-(${SLOTS.join('|')});`, 'u');

/** Texts and the gaps between them, by turns: text, slot, text, slot, …, text. */
type Template = readonly string[];

const kept = new Kept<Template>(500);

/**
 * What stands in the banner of an assist session (B5, B8), as HTML; null outside one. From page to page only the form's token,
 * the way back and the time change, so the rest is rendered once per pair of people, language and store.
 */
export function bannerOf(request: PageRequest, assets: Assets): string | null {
  const { assist, timeLeft, locale, timeZone, store } = request;
  if (assist === null) return null;
  const figures = timeLeft === null ? null : figuresOf(timeLeft, { locale, timeZone });
  const shape = figures === null ? null : [figures.idleWarn, figures.limit === null, figures.limitWarn, figures.asks];
  const key = JSON.stringify([locale, store?.base, assist.subjectName, assist.actorName, assist.mode, shape]);
  const template = kept.get(key, () => templateOf(request, assets, figures));
  return filled(template, { csrf: request.csrf, url: request.url, idle: figures?.idle ?? '', limit: figures?.limit ?? '', left: figures?.left ?? '', until: figures?.until ?? '' });
}

function templateOf(request: PageRequest, assets: Assets, figures: ClockFigures | null): Template {
  const { assist } = request;
  if (assist === null) return [];
  const open = figures && { ...figures, idle: gapFor('idle'), limit: figures.limit === null ? null : gapFor('limit'), left: gapFor('left'), until: gapFor('until') };
  const html = renderToStaticMarkup(
    <RequestProvider request={{ ...request, csrf: gapFor('csrf'), url: gapFor('url') }} assets={assets}>
      <AssistBanner assist={assist} figures={open} />
    </RequestProvider>,
  );
  return inLatin1(html).split(GAPS);
}

function filled(template: Template, values: Record<Slot, string>): string {
  return template.map((part, index) => (index % 2 === 0 ? part : escaped(values[part as Slot]))).join('');
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#x27;' };
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);

// One curly quote would make the whole page a string of two bytes a letter, which takes longer to send than the banner to write.
// The engine keeps a string wide once it was: only a copy is narrow again.
function inLatin1(html: string): string {
  const plain = html.replaceAll(/[^\0-\xFF]/gu, (letter) => `&#${letter.codePointAt(0)};`);
  return Buffer.from(plain, 'latin1').toString('latin1');
}
