/** The browser's own frame: amber in a context, so that even the tab bar of a phone tells. */
export function ThemeColor({ inContext }: { inContext: boolean }) {
  const [light, dark] = inContext ? ['#f2b544', '#f2b544'] : ['#fbfaf8', '#17181c'];
  return (
    <>
      <meta name="color-scheme" content="light dark" />
      <meta name="theme-color" media="(prefers-color-scheme: light)" content={light} />
      <meta name="theme-color" media="(prefers-color-scheme: dark)" content={dark} />
    </>
  );
}
