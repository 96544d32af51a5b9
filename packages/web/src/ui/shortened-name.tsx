const TAIL = 5;
const LONG = 9;

// A letter with its marks is never torn apart.
const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** A name that gives way in its middle where space is short, so that first and last name both stay. The whole name stays in the text and the title. */
export function ShortenedName({ name }: { name: string }) {
  const letters = Array.from(graphemes.segment(name), ({ segment }) => segment);
  if (letters.length <= LONG) return <bdi className="whitespace-nowrap">{name}</bdi>;
  const head = letters.slice(0, -TAIL).join('');
  return (
    <bdi className="shortened" title={name}>
      <span className="shortened-head">{head}</span>
      <span className="shortened-tail">{letters.slice(-TAIL).join('')}</span>
    </bdi>
  );
}
