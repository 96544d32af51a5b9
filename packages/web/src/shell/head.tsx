import type { Paging } from '../props/shared.ts';
import { ThemeColor } from '../ui/theme-color.tsx';
import { useAssets, useRequest, useT } from './request-context.tsx';

export function Head({ title, paging }: { title: string; paging?: Paging | undefined }) {
  const t = useT();
  const { store, assist } = useRequest();
  const { styles, scripts, fonts, favicon, webManifest } = useAssets();
  return (
    <head>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      {/* In a context the title begins with the customer: it is what a screen reader says first, and what a tab shows (B5). */}
      <title>{`${assist ? `${assist.subjectName}: ` : ''}${title} · ${store?.name ?? t('shell.product')}`}</title>
      {fonts.map((href) => (
        <link key={href} rel="preload" as="font" type="font/woff2" href={href} crossOrigin="anonymous" />
      ))}
      {styles.map((href) => (
        <link key={href} rel="stylesheet" href={href} />
      ))}
      {scripts.map((src) => (
        <script key={src} type="module" src={src} />
      ))}
      {paging?.previous ? <link rel="prev" href={paging.previous} /> : null}
      {paging?.next ? <link rel="next" href={paging.next} /> : null}
      <ThemeColor inContext={assist !== null} />
      <link rel="icon" href={favicon} type="image/svg+xml" />
      <link rel="apple-touch-icon" href="/icon-192.png" />
      <link rel="manifest" href={webManifest} />
    </head>
  );
}
