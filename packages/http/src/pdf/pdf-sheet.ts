import PdfKit from 'pdfkit';
import { pdfFaces, printable, widthOf, wrapped, type Weight } from './pdf-face.ts';

/** What a file says of itself. Its moment is the document's own, so that the same document is the same bytes. */
export interface SheetFacts {
  title: string;
  author: string;
  /** A language tag, for readers that speak. */
  language: string;
  at: Date;
  paper: 'A4' | 'LETTER';
}

export interface TextStyle {
  size?: number;
  weight?: Weight;
  muted?: boolean;
  align?: 'start' | 'end';
}

export interface Column {
  head: string;
  width: number;
  align?: 'start' | 'end';
  /** In every line of a cell, the first is written strong. */
  strong?: boolean;
}

type Element = PDFKit.PDFStructureElement;

const MARGIN = 50;
const FOOT = 46;
const INK = '#1c2024';
const MUTED = '#5b636b';
const RULE = '#c9ced3';
const LEADING = 1.35;
const GAP = 8;

/** Pages that grow downwards, with a structure that a screen reader can follow. */
export class PdfSheet {
  readonly left = MARGIN;
  readonly width: number;
  /** Where the next thing goes. */
  y = MARGIN;
  readonly #doc: PDFKit.PDFDocument;
  readonly #root: Element;
  readonly #chunks: Buffer[] = [];
  readonly #ended: Promise<void>;

  constructor({ title, author, language, at, paper }: SheetFacts) {
    this.#doc = new PdfKit({
      size: paper, margin: 0, bufferPages: true, tagged: true, displayTitle: true, pdfVersion: '1.7', lang: language,
      info: { Title: printable(title), Author: printable(author), Creator: 'Onbehalf', Producer: 'Onbehalf', CreationDate: at, ModDate: at },
    });
    this.#doc.on('data', (chunk: Buffer) => this.#chunks.push(chunk));
    this.#ended = new Promise((resolve, reject) => {
      this.#doc.on('end', () => resolve());
      this.#doc.on('error', reject);
    });
    const faces = pdfFaces();
    // pdfkit takes an opened face too; its types know of bytes only.
    for (const weight of ['regular', 'bold'] as const) this.#doc.registerFont(weight, faces[weight] as unknown as ArrayBuffer);
    this.#root = this.#doc.struct('Document');
    this.#doc.addStructure(this.#root);
    this.width = this.#doc.page.width - 2 * MARGIN;
  }

  get #bottom(): number {
    return this.#doc.page.height - MARGIN - FOOT;
  }

  /** A heading or a paragraph at a place of its own; gives how high it is. */
  block(tag: 'H1' | 'H2' | 'P', lines: readonly string[], { x, y, width, style = {} }: { x: number; y: number; width: number; style?: TextStyle }): number {
    const { size = 9, weight = 'regular' } = style;
    const all = lines.flatMap((line) => wrapped(line, { width, size, weight }));
    this.#tagged(this.#root, tag, () => this.#lines(all, { x, y, width, style }));
    return all.length * size * LEADING;
  }

  /** A paragraph over the whole width, below what is there. */
  paragraph(lines: readonly string[], style: TextStyle = {}): void {
    const { size = 9, weight = 'regular' } = style;
    for (const line of lines.flatMap((text) => wrapped(text, { width: this.width, size, weight }))) {
      this.room(size * LEADING);
      this.#tagged(this.#root, 'P', () => this.#lines([line], { x: MARGIN, y: this.y, width: this.width, style }));
      this.y += size * LEADING;
    }
  }

  /** Begins a new page where less than this is left; whether it did. */
  room(height: number): boolean {
    if (this.y + height <= this.#bottom) return false;
    this.#doc.addPage();
    this.y = MARGIN;
    return true;
  }

  gap(height: number): void {
    this.y += height;
  }

  /** A table whose head stands again on every page. Lets others run between its rows: a long one doesn't hold up the shop. */
  async table(columns: readonly Column[], rows: readonly (readonly (readonly string[])[])[]): Promise<void> {
    const table = this.#child(this.#root, 'Table');
    this.room(60);
    this.#head(columns, table);
    for (const [index, row] of rows.entries()) {
      const cells = row.map((lines, at) => lines.flatMap((line) => wrapped(line, { width: widthIn(columns, at), size: 9, weight: 'regular' })));
      const height = Math.max(1, ...cells.map((lines) => lines.length)) * 9 * LEADING;
      if (this.room(height + GAP)) this.#head(columns, null);
      this.#row(table, columns, { cells, height });
      if (index % BREATH === BREATH - 1) await new Promise<void>((resolve) => setImmediate(resolve));
    }
    table.end();
  }

  /** Label and amount in two columns at the right, the strong ones larger. */
  sums(rows: readonly { label: string; value: string; strong?: boolean }[]): void {
    const table = this.#child(this.#root, 'Table');
    const [x, width] = [MARGIN + this.width * 0.4, this.width * 0.6];
    for (const { label, value, strong = false } of rows) {
      const style: TextStyle = strong ? { size: 11, weight: 'bold' } : {};
      const height = (strong ? 11 : 9) * LEADING + 3;
      this.room(height);
      if (strong) this.rule(x, width);
      const at = { y: this.y + (strong ? 4 : 0), style };
      const row = this.#child(table, 'TR');
      const amount = widthOf(printable(value), strong ? 11 : 9, strong ? 'bold' : 'regular');
      const [line = ''] = wrapped(label, { width: width - amount - 12, size: strong ? 11 : 9, weight: strong ? 'bold' : 'regular' });
      this.#tagged(row, 'TH', () => this.#lines([line], { ...at, x, width }), 'Row');
      this.#tagged(row, 'TD', () => this.#lines([printable(value)], { ...at, x, width, style: { ...style, align: 'end' } }));
      row.end();
      this.y += height + (strong ? 4 : 0);
    }
    table.end();
  }

  rule(x: number = MARGIN, width: number = this.width): void {
    this.#artifact(() => this.#doc.moveTo(x, this.y).lineTo(x + width, this.y).lineWidth(0.6).strokeColor(RULE).stroke());
  }

  /** The whole file. `foot` stands on every page, with its number. */
  async end(foot: (page: number, of: number) => readonly string[]): Promise<Buffer> {
    const { count } = this.#doc.bufferedPageRange();
    for (let page = 0; page < count; page += 1) {
      this.#doc.switchToPage(page);
      const lines = foot(page + 1, count).flatMap((line) => wrapped(line, { width: this.width, size: 7.5, weight: 'regular' }));
      this.#artifact(() => this.#lines(lines.slice(0, MOST_FOOT), { x: MARGIN, y: this.#doc.page.height - MARGIN - FOOT + 14, width: this.width, style: { size: 7.5, muted: true } }));
    }
    this.#root.end();
    this.#doc.end();
    await this.#ended;
    return Buffer.concat(this.#chunks);
  }

  #head(columns: readonly Column[], table: Element | null): void {
    const row = table === null ? null : this.#child(table, 'TR');
    let x = MARGIN;
    for (const { head, width, align = 'start' } of columns) {
      const at = { x, y: this.y, width: width - (align === 'start' ? PAD : 0), style: { size: 7.5, muted: true, align } };
      // Said once to who listens, shown on every page to who looks.
      if (row === null) this.#artifact(() => this.#lines([printable(head)], at));
      else this.#tagged(row, 'TH', () => this.#lines([printable(head)], at));
      x += width;
    }
    row?.end();
    this.y += 14;
    this.rule();
    this.y += 5;
  }

  #row(table: Element, columns: readonly Column[], { cells, height }: { cells: readonly (readonly string[])[]; height: number }): void {
    const row = this.#child(table, 'TR');
    let x = MARGIN;
    for (const [at, lines] of cells.entries()) {
      const { width = 0, align = 'start' } = columns[at] ?? {};
      this.#tagged(row, 'TD', () => this.#lines(lines, { x, y: this.y, width: width - (align === 'start' ? PAD : 0), style: { align } }));
      x += width;
    }
    row.end();
    this.y += height + GAP / 2;
  }

  #lines(lines: readonly string[], { x, y, width, style }: { x: number; y: number; width: number; style: TextStyle }): void {
    const { size = 9, weight = 'regular', muted = false, align = 'start' } = style;
    this.#doc.font(weight).fontSize(size).fillColor(muted ? MUTED : INK);
    for (const [index, line] of lines.entries()) {
      const from = align === 'start' ? x : x + width - widthOf(line, size, weight);
      this.#doc.text(line, from, y + index * size * LEADING, { lineBreak: false });
    }
  }

  #child(parent: Element, tag: string): Element {
    const element = this.#doc.struct(tag);
    parent.add(element);
    return element;
  }

  #tagged(parent: Element, tag: string, draw: () => void, scope: 'Column' | 'Row' = 'Column'): void {
    const content = this.#doc.markStructureContent(tag);
    draw();
    this.#doc.endMarkedContent();
    // pdfkit knows which way a head points; its types don't.
    const element = this.#doc.struct(tag, (tag === 'TH' ? { scope } : {}) as PDFKit.Mixins.StructureElementOptions, [content]);
    parent.add(element);
    element.end();
  }

  #artifact(draw: () => void): void {
    this.#doc.markContent('Artifact', { type: 'Layout' });
    draw();
    this.#doc.endMarkedContent();
  }
}

const PAD = 6;
const BREATH = 10;
const MOST_FOOT = 4;

const widthIn = (columns: readonly Column[], at: number): number => (columns[at]?.width ?? 0) - PAD;
