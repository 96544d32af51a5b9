const TAIL = 5;
const LONG = 9;

// A letter with its marks is never torn apart. Names of plain Latin letters, most of them, have none: the segmenter takes longer than all of the banner.
const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

const isPlain = (name: string): boolean => /^[\x20-\x7e]*$/u.test(name);
const lettersOf = (name: string): string[] => (isPlain(name) ? name.split('') : Array.from(graphemes.segment(name), ({ segment }) => segment));

/**
 * A name that gives way in its middle where space is short, so that first and last name both stay. What is seen in two parts
 * is drawn by the style sheet; what is read out, searched and copied is the whole name, in one piece.
 */
export function ShortenedName({ name }: { name: string }) {
  const letters = lettersOf(name);
  if (letters.length <= LONG) return <bdi className="whitespace-nowrap">{name}</bdi>;
  return (
    <bdi className="shortened" title={name} data-head={letters.slice(0, -TAIL).join('')} data-tail={letters.slice(-TAIL).join('')}>
      <span className="sr-only">{name}</span>
    </bdi>
  );
}
