import { fileURLToPath } from 'node:url'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'vite'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** Two builds from one place: what the browser loads, and what the server renders with. */
export default defineConfig(({ isSsrBuild }) => ({
  root: at('.'),
  publicDir: isSsrBuild ? false : at('./src/public'),
  plugins: [tailwindcss()],
  logLevel: 'warn',
  define: { 'process.env.NODE_ENV': JSON.stringify('production') },
  ssr: { noExternal: true, target: 'node' },
  build: isSsrBuild ? serverBuild : clientBuild,
}))

// React goes into the bundle in its production form: how fast a page renders must not hang on NODE_ENV.
const serverBuild = {
  outDir: at('./dist/server'),
  emptyOutDir: true,
  target: 'node24',
  minify: false,
  ssr: true,
  rolldownOptions: { input: at('./src/entry-server.tsx'), output: { entryFileNames: 'entry-server.js' } },
}

// No inlined assets: the content security policy knows 'self' only, and fonts are cached longer than styles.
const clientBuild = {
  outDir: at('./dist/client'),
  emptyOutDir: true,
  target: 'es2022',
  manifest: 'manifest.json',
  assetsInlineLimit: 0,
  cssCodeSplit: false,
  modulePreload: false as const,
  rolldownOptions: { input: at('./src/client/main.ts') },
}
