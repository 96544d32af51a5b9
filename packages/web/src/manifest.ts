import type { Assets } from './shell/assets.ts';

/** What the client build writes about its files; the part that is read here. */
export type Manifest = Readonly<Record<string, { file: string; isEntry?: boolean; css?: readonly string[] }>>;

const address = (file: string): string => `/${file}`;

/** Addresses of the built files. Of the font only the Latin part is preloaded: it is on every page. */
export function assetsFrom(manifest: Manifest): Assets {
  const files = Object.values(manifest);
  const scripts = files.filter((entry) => entry.isEntry).map((entry) => address(entry.file));
  const styles = files.map((entry) => entry.file).filter((file) => file.endsWith('.css')).map(address);
  const fonts = files.map((entry) => entry.file).filter((file) => /-latin-wght.*\.woff2$/.test(file)).map(address);
  return { scripts, styles, fonts, favicon: '/favicon.svg', webManifest: '/site.webmanifest' };
}
