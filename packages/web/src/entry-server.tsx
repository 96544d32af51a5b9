import { endReasonSentence, refusalSentence } from '@onbehalf/core';
import { createElement, type ComponentType } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { isMessageId, translate } from './i18n/translate.ts';
import type { Web } from './index.ts';
import { renderMail } from './mail/render-mail.tsx';
import type { PageName, Pages } from './pages.ts';
import { registry } from './registry.ts';
import { assetsFrom, type Manifest } from './manifest.ts';
import { formatDate, formatMoney, formatNumber, formatPercent } from './ui/format.ts';
import { bannerOf } from './shell/kept-banner.tsx';
import { RequestProvider } from './shell/request-context.tsx';

export type { Manifest } from './manifest.ts';

/** The pages, bound to one client build. `manifest` is the parsed dist/client/manifest.json. Asked for by the server, from the built file. @public */
export function createWeb({ manifest }: { manifest: Manifest }): Web {
  const assets = assetsFrom(manifest);
  return {
    renderPage: (name, props, request) =>
      `<!doctype html>${renderToStaticMarkup(<RequestProvider request={request} assets={assets} banner={bannerOf(request, assets)}>{pageOf(name, props)}</RequestProvider>)}`,
    renderMail,
    message: (id, locale, params) => (isMessageId(id) ? translate(locale, id, params) : id),
    formats: (locale, timeZone) => ({
      money: (money) => formatMoney(money, locale),
      number: (value) => formatNumber(value, locale),
      percent: (figure) => formatPercent(locale === 'en' ? figure : figure.replace('.', ','), locale),
      day: (at) => formatDate(at, locale, timeZone),
    }),
    refusalSentence,
    endReasonSentence,
  };
}

function pageOf<N extends PageName>(name: N, props: Pages[N]) {
  const page: ComponentType<Pages[N]> = registry[name];
  return createElement(page, props);
}
