#!/usr/bin/env node
/**
 * Renders every page with good fixtures in every language, and takes pictures of them.
 *
 *   node packages/web/preview/render.mjs                          all pages, all languages
 *   node packages/web/preview/render.mjs cart staff/ --locale en  pages whose name contains one of the words
 *   … --shots                                                     and pictures: 1280 and 360 px, light and dark
 *   … --shots --width 360 --scheme dark --no-build
 *
 * Output: $ONBEHALF_PREVIEW or /tmp/onbehalf-preview, pictures below shots/. Two people: two directories.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { buildTolerant } from './build-tolerant.mjs';
import { mailsOf } from './fixtures/mails.ts';
import { scenesOf } from './fixtures/scenes.ts';
import { shoot } from './shoot.mjs';

const { values: asked, positionals: words } = parseArgs({
  allowPositionals: true,
  options: {
    shots: { type: 'boolean' },
    'no-build': { type: 'boolean' },
    locale: { type: 'string', multiple: true, default: ['en', 'de', 'es'] },
    width: { type: 'string', multiple: true, default: ['1280', '360'] },
    scheme: { type: 'string', multiple: true, default: ['light', 'dark'] },
  },
});

const out = process.env.ONBEHALF_PREVIEW ?? '/tmp/onbehalf-preview';
await mkdir(out, { recursive: true });
const built = asked['no-build'] ? await import(pathToFileURL(`${out}/server/entry-server.js`).href) : await buildTolerant(out);
const web = built.createWeb({ manifest: JSON.parse(await readFile(`${out}/client/manifest.json`, 'utf8')) });

const files = [];
let failed = 0;
for (const locale of asked.locale) {
  for (const { page, variant, props, request } of scenesOf(locale)) {
    const name = `${page.replace('/', '-')}${variant === 'normal' ? '' : `--${variant}`}.${locale}`;
    if (words.length > 0 && !words.some((word) => `${page}--${variant}`.includes(word))) continue;
    try {
      await writeFile(`${out}/${name}.html`, web.renderPage(page, props, request));
      files.push(name);
    } catch (error) {
      failed += 1;
      console.error(`${page} (${variant}, ${locale}): ${error.message.split('\n')[0]}`);
    }
  }
}
for (const locale of asked.locale) {
  for (const [template, params] of Object.entries(mailsOf(locale))) {
    const mail = web.renderMail(template, params, locale);
    await writeFile(`${out}/mail-${template}.${locale}.html`, mail.html);
    await writeFile(`${out}/mail-${template}.${locale}.txt`, `${mail.subject}\n\n${mail.text}`);
  }
}
console.log(`${files.length} pages in ${out}${failed ? `, ${failed} failed` : ''}`);
if (asked.shots) await shoot(out, files, { widths: asked.width.map(Number), schemes: asked.scheme });
process.exitCode = failed ? 1 : 0;
