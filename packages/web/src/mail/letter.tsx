import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { languageTag } from '../ui/format.ts';
import type { Locale } from '@onbehalf/core';

/** One block of a mail; each is written once and read twice, as HTML and as plain text. */
export type Block =
  | { kind: 'text'; text: string }
  | { kind: 'quiet'; text: string }
  | { kind: 'button'; text: string; href: string }
  | { kind: 'rows'; title?: string; rows: readonly Row[] }
  | { kind: 'lines'; title: string; lines: readonly string[] };

export interface Row {
  label: string;
  value: string;
  /** A second line below the label. */
  more?: string;
  strong?: boolean;
}

export interface Letter {
  locale: Locale;
  shopName: string;
  subject: string;
  blocks: readonly Block[];
  /** Why this person gets it. */
  foot: string;
}

/** What a template writes; language and shop come from whoever sends. */
export type Written = Pick<Letter, 'subject' | 'blocks' | 'foot'>;

// Mail programs know neither classes nor variables: the styles stand in the tags, and mails are not under our policy.
const INK = '#1d1f27';
const MUTED = '#5b5f6b';
const LINE = '#e4e1da';
const FONT = "-apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";

export function letterHtml({ locale, shopName, subject, blocks, foot }: Letter): string {
  const markup = renderToStaticMarkup(
    <html lang={languageTag(locale)}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light" />
        <title>{subject}</title>
      </head>
      <body style={{ margin: 0, padding: '24px 16px', background: '#fbfaf8', color: INK, font: `16px/1.5 ${FONT}` }}>
        <div style={{ maxWidth: 560, margin: '0 auto', padding: 24, background: '#ffffff', border: `1px solid ${LINE}`, borderRadius: 8 }}>
          <p style={{ margin: '0 0 16px', fontWeight: 700 }}>{shopName}</p>
          <h1 style={{ margin: '0 0 16px', fontSize: 22, lineHeight: 1.3 }}>{subject}</h1>
          {blocks.map((block, index) => (
            <BlockHtml key={index} block={block} />
          ))}
        </div>
        <p style={{ maxWidth: 560, margin: '16px auto 0', color: MUTED, fontSize: 13 }}>{foot}</p>
      </body>
    </html>,
  );
  return `<!doctype html>${markup}`;
}

function BlockHtml({ block }: { block: Block }) {
  if (block.kind === 'text') return <p style={{ margin: '0 0 16px' }}>{block.text}</p>;
  if (block.kind === 'quiet') return <p style={{ margin: '0 0 16px', color: MUTED, fontSize: 14 }}>{block.text}</p>;
  if (block.kind === 'button') return <ButtonHtml {...block} />;
  return (
    <div style={{ margin: '0 0 20px' }}>
      {block.title ? <p style={{ margin: '0 0 4px', color: MUTED, fontSize: 14 }}>{block.title}</p> : null}
      {block.kind === 'rows' ? block.rows.map((row, index) => <RowHtml key={index} row={row} />) : block.lines.map((line, index) => <div key={index}>{line}</div>)}
    </div>
  );
}

function ButtonHtml({ text, href }: { text: string; href: string }) {
  return (
    <p style={{ margin: '0 0 16px' }}>
      <a href={href} style={{ display: 'inline-block', padding: '12px 20px', borderRadius: 8, background: '#24459a', color: '#ffffff', fontWeight: 600, textDecoration: 'none' }}>
        {text}
      </a>
    </p>
  );
}

/** Label left, value right: a float holds in every mail program. */
function RowHtml({ row }: { row: Row }): ReactNode {
  return (
    <div style={{ padding: '8px 0', borderTop: `1px solid ${LINE}`, overflow: 'hidden', fontWeight: row.strong ? 700 : 400 }}>
      <span style={{ float: 'right', marginLeft: 16, whiteSpace: 'nowrap' }}>{row.value}</span>
      <span>{row.label}</span>
      {row.more ? <span style={{ display: 'block', color: MUTED, fontSize: 14 }}>{row.more}</span> : null}
    </div>
  );
}

/** The same letter for those who read text. */
export function letterText({ shopName, subject, blocks, foot }: Letter): string {
  return `${[`${shopName}: ${subject}`, ...blocks.map(blockText), '-- ', foot].join('\n\n').replaceAll('-- \n\n', '-- \n')}\n`;
}

function blockText(block: Block): string {
  if (block.kind === 'text' || block.kind === 'quiet') return block.text;
  if (block.kind === 'button') return `${block.text}:\n${block.href}`;
  const body = block.kind === 'lines' ? block.lines : block.rows.map((row) => [`${row.label}: ${row.value}`, row.more && `  ${row.more}`].filter(Boolean).join('\n'));
  return [...(block.title ? [`${block.title}:`] : []), ...body].join('\n');
}
