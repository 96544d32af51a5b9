import { readFileSync } from 'node:fs';
import { create, type Font, type GlyphRun } from 'fontkit';

export type Weight = 'regular' | 'bold';

/** The face of the shop's own pages, as whole outlines: what the pages load is cut up by script and takes half a second to unpack. */
const FILES: Readonly<Record<Weight, string>> = {
  regular: import.meta.resolve('@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf'),
  bold: import.meta.resolve('@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf'),
};

let faces: Readonly<Record<Weight, Font>> | undefined;

/** Read once per process, and only where somebody asks for a PDF. */
export function pdfFaces(): Readonly<Record<Weight, Font>> {
  faces ??= { regular: openFace(FILES.regular), bold: openFace(FILES.bold) };
  return faces;
}

function openFace(file: string): Font {
  const opened = create(readFileSync(new URL(file)));
  if (!('layout' in opened)) throw new Error(`${file} is not one face`);
  // One glyph per letter: ligatures and kerning of the whole face cost ten times what an invoice's table takes otherwise.
  opened.layout = (text: string) => plainRun(opened, text);
  return opened;
}

function plainRun(font: Font, text: string): GlyphRun {
  const glyphs = Array.from(text, (letter) => font.glyphForCodePoint(letter.codePointAt(0) ?? 0));
  const positions = glyphs.map(({ advanceWidth }) => ({ xAdvance: advanceWidth, yAdvance: 0, xOffset: 0, yOffset: 0 }));
  const advanceWidth = glyphs.reduce((sum, glyph) => sum + glyph.advanceWidth, 0);
  // What pdfkit reads of a run.
  return { glyphs, positions, advanceWidth } as unknown as GlyphRun;
}

const UNSEEN = /[\p{Cc}\p{Cf}]/gu;

/** A text as the face can write it: composed, without control and direction marks (X14), and a question mark for what it has no letter for. */
export function printable(text: string): string {
  const { regular } = pdfFaces();
  const composed = text.normalize('NFC').replaceAll(/[\s\u00A0\u202F]+/gu, ' ').replace(UNSEEN, '').trim();
  return Array.from(composed, (letter) => (regular.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0) ? letter : '?')).join('');
}

/** How wide a printable text is, in points. */
export function widthOf(text: string, size: number, weight: Weight): number {
  const font = pdfFaces()[weight];
  let units = 0;
  for (const letter of text) units += font.glyphForCodePoint(letter.codePointAt(0) ?? 0).advanceWidth;
  return (units * size) / font.unitsPerEm;
}

/** The lines of a text within a width: broken at spaces, and inside a word only where it is wider than a line. */
export function wrapped(text: string, { width, size, weight }: { width: number; size: number; weight: Weight }): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of printable(text).split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (widthOf(longer, size, weight) <= width) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    line = '';
    for (const letter of word) {
      if (line !== '' && widthOf(line + letter, size, weight) > width) {
        lines.push(line);
        line = '';
      }
      line += letter;
    }
  }
  return [...lines, line];
}
