export interface ProgramName {
  /** "Firefox", "curl"; null where the text doesn't tell. */
  program: string | null;
  /** "Windows", "iPhone"; null where the text doesn't tell. */
  system: string | null;
}

// In this order: most programs also claim to be the ones below them.
const PROGRAMS: readonly (readonly [mark: RegExp, name: string])[] = [
  [/\bEdg(e|A|iOS)?\//, 'Edge'], [/\bOPR\/|\bOpera\b/, 'Opera'], [/\bSamsungBrowser\//, 'Samsung Internet'], [/\bVivaldi\//, 'Vivaldi'], [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(HeadlessChrome|Chrome|CriOS)\//, 'Chrome'], [/\bVersion\/[\d.]+.*\bSafari\//, 'Safari'],
];
const SYSTEMS: readonly (readonly [mark: RegExp, name: string])[] = [
  [/\bAndroid\b/, 'Android'], [/\biPhone\b/, 'iPhone'], [/\biPad\b/, 'iPad'], [/\bCrOS\b/, 'ChromeOS'], [/\bWindows\b/, 'Windows'], [/\bMac OS X\b|\bMacintosh\b/, 'macOS'], [/\bLinux\b/, 'Linux'],
];

const named = (list: typeof PROGRAMS, text: string): string | null => list.find(([mark]) => mark.test(text))?.[1] ?? null;

/** What a browser or program calls itself, in words. It may claim what it likes: good for recognising one's own, for nothing else. */
export function programName(userAgent: string): ProgramName {
  const tool = userAgent.startsWith('Mozilla/') ? null : (/^[A-Za-z][A-Za-z0-9._-]{0,39}(?=\/|$|\s)/.exec(userAgent)?.[0] ?? null);
  return { program: named(PROGRAMS, userAgent) ?? tool, system: named(SYSTEMS, userAgent) };
}
