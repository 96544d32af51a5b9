/**
 * Draws the demo shop's pictures: one per product, one per category, one hero.
 * The same input gives the same bytes, so a changed picture shows up in review.
 * Run under Node 24 from anywhere: node tools/draw-images.mjs
 */
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { categories } from '../apps/server/demo/content/categories.ts';
import { products } from '../apps/server/demo/content/products.ts';
import { productsWithOptions } from '../apps/server/demo/content/products/with-options.ts';
import { forms } from '../apps/server/demo/images/drawing/forms.mjs';
import { defaultLook, looks } from '../apps/server/demo/images/drawing/looks.mjs';
import { picture } from '../apps/server/demo/images/drawing/pen.mjs';
import { drawCategory, drawHero, heroSize } from '../apps/server/demo/images/drawing/scenes.mjs';

const folder = new URL('../apps/server/demo/images/', import.meta.url);
/** Bytes of one picture; the hero is a scene of several and twice as wide. */
const limit = (name) => (name === 'hero.svg' ? 20 : 12) * 1024;

function drawProduct(product, body) {
  const form = forms[product.drawing];
  if (!form) throw new Error(`${product.sku}: no form is called "${product.drawing}"`);
  const look = { ...defaultLook, ...looks[product.sku], ...(body === undefined ? {} : { body }) };
  return picture((pen) => {
    const parts = form(pen, look);
    if (!look.scale) return parts;
    // Smaller things stay smaller, on the same floor line.
    const x = 400 * (1 - look.scale);
    const y = 640 * (1 - look.scale) - 20;
    return [pen.group(`translate(${x.toFixed(1)} ${y.toFixed(1)}) scale(${look.scale})`, ...parts.flat(9))];
  });
}

const files = new Map([
  ...[...products, ...productsWithOptions].map((product) => [`${product.sku.toLowerCase()}.svg`, drawProduct(product)]),
  ...productsWithOptions.filter(({ drawnBy }) => drawnBy !== undefined).flatMap((product) =>
    product.options[product.drawnBy].values.map(({ code }) => [`${product.sku.toLowerCase()}-${code}.svg`, drawProduct(product, code)])),
  ...categories.map(({ code }) => [`category-${code}.svg`, picture((pen) => drawCategory(pen, code))]),
  ['hero.svg', picture(drawHero, heroSize)],
]);

await mkdir(folder, { recursive: true });
for (const name of await readdir(folder)) {
  if (name.endsWith('.svg') && !files.has(name)) await rm(new URL(name, folder));
}
const heavy = [...files].filter(([name, svg]) => svg.length > limit(name)).map(([name, svg]) => `${name}: ${svg.length}`);
if (heavy.length > 0) throw new Error(`Too heavy: ${heavy.join(', ')}`);
for (const [name, svg] of files) {
  await writeFile(new URL(name, folder), svg);
}
const sizes = [...files.values()].map((svg) => svg.length);
console.log(`${files.size} pictures, largest ${Math.max(...sizes)} bytes, all ${sizes.reduce((a, b) => a + b)} bytes`);
