import type { ReactNode } from 'react';
import type { Paging } from '../props/shared.ts';
import { classNames } from '../ui/class-names.ts';
import { FlashRegion } from '../ui/flash-region.tsx';
import { languageTag } from '../ui/format.ts';
import { SkipLink } from '../ui/skip-link.tsx';
import { AdminNavigation } from './admin-navigation.tsx';
import { StorefrontFooter } from './footer.tsx';
import { Head } from './head.tsx';
import { HelpingNotes } from './helping-notes.tsx';
import { PortalHeader } from './portal-header.tsx';
import { useBanner, useRequest, useT } from './request-context.tsx';
import { PortalClock } from './session-clock.tsx';
import { StorefrontHeader } from './storefront-header.tsx';

interface ShellProps {
  /** The document's title; the shop's name is added. */
  title: string;
  children: ReactNode;
  /** `narrow` for a single form, `reading` for one column of text and totals. */
  width?: 'full' | 'reading' | 'narrow';
  /** Of a list: the head names its neighbours. */
  paging?: Paging;
}

/** The whole document around a page. The banner is part of it, so that no page can forget it (B5). */
export function Shell({ title, children, width = 'full', paging }: ShellProps) {
  const { locale, area, store, assist, viewer } = useRequest();
  const isStorefront = area === 'storefront' && store !== null;
  const hasSide = area === 'admin' && viewer.kind === 'actor';
  return (
    <html lang={languageTag(locale)}>
      <Head {...{ title, paging }} />
      <body
        className={classNames(`area-${area}`, assist && 'in-context')}
        data-store={store?.code}
        hx-boost:inherited="true"
        hx-sync:inherited="body:replace"
        hx-swap:inherited="outerMorph show:none"
      >
        <SkipLink />
        {assist ? <Banner /> : null}
        <PortalClock />
        {isStorefront ? <HelpingNotes /> : null}
        {isStorefront ? <StorefrontHeader /> : <PortalHeader />}
        <div className={hasSide ? 'container with-side' : 'container'}>
          {hasSide ? <AdminNavigation /> : null}
          <main id="main" tabIndex={-1} className={`main main-${width}`}>
            <FlashRegion />
            {assist ? <PrintLine actor={assist.actorName} subject={assist.subjectName} /> : null}
            {children}
          </main>
        </div>
        {isStorefront ? <StorefrontFooter /> : null}
      </body>
    </html>
  );
}

function Banner() {
  const t = useT();
  // Our own parts, rendered and escaped by React (kept-banner).
  return <aside className="assist" role="region" aria-label={t('shell.assist.region')} id="assist" dangerouslySetInnerHTML={{ __html: useBanner() ?? '' }} />;
}

function PrintLine({ actor, subject }: { actor: string; subject: string }) {
  const t = useT();
  return <p className="print-only">{t('shell.assist.print', { actor, subject })}</p>;
}
