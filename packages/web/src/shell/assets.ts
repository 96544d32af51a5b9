/** Addresses of the built files a page loads, from the build's manifest. */
export interface Assets {
  styles: readonly string[];
  /** Module scripts, loaded with `type="module"`. */
  scripts: readonly string[];
  /** Fonts every page needs first; preloaded. */
  fonts: readonly string[];
  favicon: string;
  webManifest: string;
}
