/** Pictures of rendered pages, in the Chromium that is installed, under the policy the server sends. */
import { createReadStream, existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { chromium } from '@playwright/test';

const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.woff2': 'font/woff2', '.webmanifest': 'application/manifest+json' };
const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; manifest-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'";
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking'];

export async function shoot(out, names, { widths, schemes }) {
  await mkdir(`${out}/shots`, { recursive: true });
  const server = createServer((request, response) => answer(out, request, response)).listen(0, '127.0.0.1');
  await new Promise((ready) => server.once('listening', ready));
  const origin = `http://127.0.0.1:${server.address().port}`;
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: FLAGS });
  for (const width of widths) for (const colorScheme of schemes) {
    const context = await browser.newContext({ viewport: { width, height: width < 600 ? 740 : 860 }, colorScheme, reducedMotion: 'reduce' });
    const page = await context.newPage();
    let name = '';
    page.on('console', (message) => message.type() === 'error' && console.error(`${name} ${width}: ${message.text()}`));
    page.on('pageerror', (error) => console.error(`${name} ${width}: ${error.message}`));
    for (name of names) {
      await page.goto(`${origin}/${name}.html`);
      await page.evaluate(() => document.fonts.ready);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      if (over > 0) console.error(`${name} ${width}: ${over} px too wide`);
      await page.screenshot({ path: `${out}/shots/${name}.${width}.${colorScheme}.png`, fullPage: true });
    }
    await context.close();
  }
  await browser.close();
  server.close();
  console.log(`pictures in ${out}/shots`);
}

function answer(out, request, response) {
  const path = normalize(new URL(request.url, 'http://x').pathname);
  const file = [join(out, path), join(out, 'client', path)].find((candidate) => extname(candidate) && existsSync(candidate));
  response.setHeader('content-security-policy', POLICY);
  if (file) {
    response.setHeader('content-type', TYPES[extname(file)] ?? 'application/octet-stream');
    createReadStream(file).pipe(response);
    return;
  }
  if (!/\.(svg|webp|png|jpg|avif)$/.test(path)) {
    response.writeHead(404).end();
    return;
  }
  response.setHeader('content-type', 'image/svg+xml');
  response.end(stillLife(path));
}

/** Stands for a product picture: a form on a ground, its colour from the name. */
function stillLife(path) {
  const hue = [...path].reduce((sum, letter) => sum + letter.charCodeAt(0) * 7, 0) % 360;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400"><rect width="400" height="400" fill="hsl(${hue} 18% 92%)"/><rect x="120" y="110" width="160" height="190" rx="18" fill="hsl(${hue} 30% 62%)"/><rect x="120" y="110" width="70" height="190" rx="18" fill="hsl(${hue} 30% 70%)"/></svg>`;
}
