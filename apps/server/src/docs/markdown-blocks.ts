/** A fenced block of a page. */
export interface Block {
  language: string;
  text: string;
}

/** The fenced blocks of a page, in order. */
export function blocksOf(markdown: string): Block[] {
  return [...markdown.matchAll(/^```(?<language>\w+)\n(?<text>.*?)^```$/gms)].map(({ groups }) => ({
    language: groups?.['language'] ?? '',
    text: groups?.['text'] ?? '',
  }));
}

/** A command and what the page says it prints; null where the page shows nothing. */
export interface Command {
  shell: string;
  prints: string | null;
}

/** The commands of a page, each with the output shown right after it. */
export const commandsOf = (markdown: string): Command[] =>
  blocksOf(markdown).flatMap(({ language, text }, at, blocks) => {
    const next = blocks[at + 1];
    return language === 'sh' ? [{ shell: text, prints: next?.language === 'text' ? next.text : null }] : [];
  });

/** Output as shown: "…" stands for anything. */
export function shownAs(prints: string): RegExp {
  const parts = prints.trim().split('…').map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  return new RegExp(`^${parts.join('[^]*?')}$`);
}
