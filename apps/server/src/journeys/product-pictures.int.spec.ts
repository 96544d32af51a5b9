// G1: a product's own pictures, from the upload in admin to the shop; the drawing stays where there is none.
import { decode } from '@onbehalf/http/pictures/codecs';
import { samplePicture, type Sample } from '@onbehalf/http/testing/sample-pictures';
import { unitOfWork } from '@onbehalf/database/unit';
import { forgetPictures } from '@onbehalf/shop';
import type { PictureFormat } from '@onbehalf/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiClient } from '../testing/api-client.ts';
import { openDemoShop, type DemoShop } from '../testing/demo-shop.ts';
import { expectInvariants } from '../testing/invariants.ts';
import { order } from '../testing/orders.ts';
import { CUSTOMER, PASSWORD, STAFF, enter, logInAsCustomer, logInAsStaff } from '../testing/people.ts';
import type { TestBrowser, Visit } from '../testing/test-browser.ts';

let shop: DemoShop;
let admin: TestBrowser;
let john: TestBrowser;

beforeAll(async () => {
  shop = await openDemoShop();
  admin = shop.browser();
  john = shop.browser();
  await logInAsStaff(admin, STAFF.admin);
  await logInAsCustomer(john, 'john.doe@customer.example');
});
afterAll(() => shop.close());

const DRILL = { sku: 'SKU-1001', path: '/p/drill-driver-18v-60', name: 'Drill driver 18 V, 60 Nm' };

const idOf = async (sku: string): Promise<string> => (await shop.rows<{ id: string }>('select id::text as id from product where sku = $1', [sku]))[0]?.id ?? '';
const section = async (sku = DRILL.sku): Promise<Visit> => admin.get(`/admin/products/${await idOf(sku)}?section=images`);

async function file(format: PictureFormat, sample: Sample = {}, name = `sample.${format}`): Promise<File> {
  return new File([await samplePicture(format, sample)], name);
}

async function upload(files: readonly File[], sku = DRILL.sku): Promise<Visit> {
  await section(sku);
  return admin.upload(`/admin/products/${await idOf(sku)}/images/upload`, files);
}

interface Kept {
  id: string;
  picture: string;
}

const kept = (sku = DRILL.sku): Promise<Kept[]> =>
  shop.rows<Kept>('select k.id::text as id, k.picture from product_picture k join product p on p.id = k.product_id where p.sku = $1 order by k.position', [sku]);

/** Posts the section's form as it stands, with what is typed or pressed besides. */
async function save(fields: Record<string, string>, at = '', sku = DRILL.sku): Promise<Visit> {
  const page = await section(sku);
  const shown = Object.fromEntries([...page.html.matchAll(/name="(alt\.[^"]*)"[^>]* value="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]));
  return admin.post(`/admin/products/${await idOf(sku)}/images${at}`, { ...shown, ...fields });
}

const removeAll = async (sku = DRILL.sku): Promise<void> => {
  for (const { id } of await kept(sku)) await save({}, `/${id}/delete`, sku);
};

const alt = (id = '', language = 'en'): string => `alt.${id}.${language}`;
const mediaIn = ({ html }: Visit): string[] => [...new Set([...html.matchAll(/\/media\/([^/"]+)\//g)].map(([, key = '']) => key))];
const served = (address: string, headers: Record<string, string> = {}): Promise<Response> => fetch(`${shop.server.origin}${address}`, { headers });
const refusedCodes = async (): Promise<string[]> =>
  (await shop.rows<{ codes: string[] }>(`select (split_part(convert_from(canonical, 'UTF8'), chr(10), 5)::jsonb)->'codes' as codes from audit_entry where result = 'refused' order by id desc limit 1`))[0]?.codes ?? [];

describe('G1: pictures in the shop', () => {
  it('G1: a product with pictures shows them on its page, the main one everywhere else; one without keeps its drawing', async () => {
    const before = await shop.browser().get(DRILL.path);
    expect([mediaIn(before), before.html.includes('/images/sku-1001.svg')]).toEqual([[], true]);
    const done = await upload([await file('jpeg'), await file('png', { width: 900, height: 300, tone: 200 }), await file('webp', { width: 200, height: 330, tone: 90 })]);
    expect(done.text).toContain('The pictures of SKU-1001 are uploaded.');
    const [main, second, third] = (await kept()).map(({ picture }) => picture);
    const page = await john.get(DRILL.path);
    expect(mediaIn(page)).toEqual([main, second, third]);
    expect(page.html.match(/ name="picture"/g)).toHaveLength(3);
    await john.get(DRILL.path);
    await john.post('/cart/lines', { sku: DRILL.sku, quantity: '1' });
    await john.post('/account/wishlist', { sku: DRILL.sku });
    for (const path of ['/c/power-tools', '/search?q=drill+driver', '/cart', '/account/wishlist']) {
      const shown = await john.get(path);
      expect([path, mediaIn(shown)]).toEqual([path, [main]]);
    }
    expect((await john.get('/c/power-tools')).html).toContain('/images/sku-1002.svg');
    expect((await admin.get('/admin/products?q=SKU-1001')).status).toBe(200);
  });

  it('G1, X15: a picture is the same for everybody: fixed type, kept for good, no cookie, nobody named', async () => {
    const [main] = await kept();
    const address = `/media/${main?.picture ?? ''}/320.webp`;
    const sarah = shop.browser();
    await logInAsStaff(sarah, STAFF.sarah);
    await enter(sarah, CUSTOMER.john, { switch: '1', confirm: '1' });
    const cookie = [...sarah.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const [open, inside] = [await served(address), await served(address, { cookie })];
    await sarah.post('/assist/exit');
    const after = await served(address, { cookie });
    for (const { status, headers } of [open, inside, after]) {
      expect([status, headers.get('content-type'), headers.get('x-content-type-options'), headers.get('cache-control')]).toEqual([200, 'image/webp', 'nosniff', 'public, max-age=31536000, immutable']);
      expect(['set-cookie', 'vary', 'onbehalf-actor'].map((name) => headers.get(name))).toEqual([null, null, null]);
    }
    const nowhere = await served(`/media/${'A'.repeat(43)}-10x10/320.webp`);
    expect([nowhere.status, nowhere.headers.get('cache-control')]).toEqual([404, 'no-store']);
    for (const wrong of [`${address}?v=2`, address.replace('320.webp', '999.webp'), address.replace('320.webp', '..%2f320.webp'), '/media/sku-1001.svg/320.webp']) expect([wrong, (await served(wrong)).status]).toEqual([wrong, 422]);
  });

  it('G1: a camera held on its side: the picture stands upright, and neither that nor where it was taken is kept', async () => {
    const jpeg = await samplePicture('jpeg', { width: 900, height: 600, orientation: 6, tone: 250 });
    expect(Buffer.from(jpeg).includes('GPSLatitude')).toBe(true);
    await upload([new File([jpeg], 'IMG_2041.JPG')], 'SKU-1003');
    const [{ picture } = { picture: '' }] = await kept('SKU-1003');
    expect(picture).toMatch(/-600x900$/);
    const bytes = new Uint8Array(await (await served(`/media/${picture}/1280.webp`)).arrayBuffer());
    for (const word of ['GPSLatitude', 'Exif', 'EXIF', 'ICCP', 'XMP', 'IMG_2041']) expect([word, Buffer.from(bytes).includes(word)]).toEqual([word, false]);
    const { width, height, data } = await decode('webp', bytes);
    const corner = (x: number, y: number): string => Array.from(data.slice((y * width + x) * 4, (y * width + x) * 4 + 3), (tone) => (tone > 127 ? 1 : 0)).join('');
    expect([corner(60, 60), corner(width - 60, 60), corner(width - 60, height - 60), corner(60, height - 60)]).toEqual(['111', '100', '010', '001']);
    await removeAll('SKU-1003');
  });

  it('G1: REST tells address, size and words of each, and of a drawing nothing', async () => {
    const api = new ApiClient(shop.server.origin);
    const staff = String((await api.call('POST', '/V1/staff/token', { email: STAFF.sarah, password: PASSWORD })).body['token']);
    const inside = api.with(String((await api.with(staff).call('POST', `/V1/staff/customers/${CUSTOMER.john}/token`, { switch: true, confirm: true })).body['token']));
    const [main] = await kept();
    const { body } = await inside.call('GET', '/V1/products/SKU-1001');
    expect(body['images']).toHaveLength(3);
    expect((body['images'] as unknown[])[0]).toEqual({ url: `${shop.server.origin}/media/${main?.picture ?? ''}/640.webp`, alt: DRILL.name, width: 400, height: 300, sizes: [{ url: `${shop.server.origin}/media/${main?.picture ?? ''}/320.webp`, width: 320, height: 240 }, { url: `${shop.server.origin}/media/${main?.picture ?? ''}/640.webp`, width: 400, height: 300 }] });
    expect((await inside.call('GET', '/V1/products/SKU-1002')).body['images']).toEqual([]);
    const listed = (await inside.call('GET', '/V1/categories/power-tools/products')).body['items'] as { sku: string; image: unknown }[];
    expect([DRILL.sku, 'SKU-1002'].map((sku) => listed.find((one) => one.sku === sku)?.image)).toEqual([(body['images'] as unknown[])[0], null]);
    await inside.call('DELETE', '/V1/staff/context');
  });
});

const named = (name: string, content: string | Uint8Array<ArrayBuffer>, type = 'image/jpeg'): File => new File([content], name, { type });

/** A picture of one colour as its head would have it, and nothing behind. */
function bomb(width: number, height: number): Uint8Array<ArrayBuffer> {
  const bytes = Buffer.from('89504e470d0a1a0a0000000d49484452000000000000000008060000000000000000000000', 'hex');
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return Uint8Array.from(bytes);
}

describe('G1: what is no picture of a product', () => {
  it('G1: every file against which there is a reason is named with it, and nothing is stored of the others either', async () => {
    const [first] = await kept();
    const before = await shop.rows('select key from picture order by key');
    const good = await file('jpeg', { tone: 17 });
    const jpeg = await samplePicture('jpeg', { tone: 18 });
    const cases: [string, File[], string][] = [
      ['picture-missing', [], 'No picture is chosen. Choose at least one file.'],
      ['picture-type', [good, named('logo.png', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', 'image/png')], '“logo.png” is not a JPEG, PNG or WebP picture, whatever its name says.'],
      ['picture-type', [named('page.jpg', '<!doctype html><script>alert(1)</script>')], '“page.jpg” is not a JPEG'],
      ['picture-type', [named('anim.webp', 'GIF89a................................', 'image/webp')], '“anim.webp” is not a JPEG'],
      ['picture-too-large', [named('raw.jpg', new Uint8Array(8 * 1024 * 1024 + 1))], '“raw.jpg” is larger than 8 MB.'],
      ['picture-too-many-pixels', [named('map.png', bomb(60_000, 60_000))], '“map.png” measures 60000 × 60000 pixels; at most 25 million are taken, and 10,000 to a side.'],
      ['picture-unreadable', [named('cut.png', bomb(800, 600)), good], '“cut.png” is damaged and can’t be shown.'],
      ['picture-unreadable', [named('polyglot.jpg', Uint8Array.from([...jpeg.subarray(0, 200), ...Buffer.from('<script>')]))], '“polyglot.jpg” is damaged'],
      ['picture-repeated', [await file('jpeg', {}, '../../again<b>.jpg')], '“again&lt;b&gt;.jpg” is one of this product’s pictures already.'],
      ['picture-repeated', [good, new File([good], 'twice.jpg')], '“twice.jpg” is one of this product’s pictures already.'],
      ['pictures-too-many', await Promise.all([1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((tone) => file('jpeg', { width: 20, height: 20, tone: tone * 20 }))), 'A product has at most 12 pictures.'],
      ['upload-too-large', Array.from({ length: 7 }, (_unused, at) => named(`${at}.jpg`, new Uint8Array(7 * 1024 * 1024 + 1))), 'These files are larger than 48 MB together.'],
    ];
    for (const [code, files, sentence] of cases) {
      const refused = await upload(files);
      expect([sentence, refused.status, refused.html.includes(sentence)]).toEqual([sentence, 422, true]);
      expect([sentence, await refusedCodes()]).toEqual([sentence, [code]]);
    }
    expect(await kept()).toHaveLength(3);
    expect((await kept())[0]).toEqual(first);
    expect(await shop.rows('select key from picture order by key')).toEqual(before);
    await expect(shop.rows(`insert into product_picture (product_id, picture, position) select product_id, picture, 13 from product_picture limit 1`)).rejects.toThrow(/position/);
    await expect(shop.rows(`insert into picture_size (picture, size, bytes) select key, 1280, convert_to('<svg onload="alert(1)"/>', 'UTF8') from picture limit 1`)).rejects.toThrow(/bytes/);
  });

  it('X02, X05, F2: only a form of one’s own page uploads, only with the right, and nowhere else are files taken', async () => {
    const picture = await file('png', { tone: 33 });
    const path = `/admin/products/${await idOf(DRILL.sku)}/images/upload`;
    const body = (token: string): FormData => {
      const form = new FormData();
      form.append('_csrf', token);
      form.append('files', picture);
      return form;
    };
    await section();
    const send = (browser: TestBrowser, token: string, headers: Record<string, string> = {}, to = path): Promise<Response> => browser.raw(to, { method: 'POST', headers: { 'sec-fetch-site': 'same-origin', ...headers }, body: body(token) });
    expect((await send(admin, 'wrong')).status).toBe(403);
    expect((await send(admin, admin.formToken, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    const sarah = shop.browser();
    await logInAsStaff(sarah, STAFF.sarah);
    expect((await send(sarah, sarah.formToken)).status).toBe(403);
    const guest = await send(shop.browser(), '');
    expect([guest.status, guest.headers.get('location')]).toEqual([303, '/staff/account/login']);
    expect((await send(admin, admin.formToken, {}, path.replace('/upload', ''))).status).toBe(415);
    expect((await send(john, john.formToken, {}, '/cart/lines')).status).toBe(415);
    const cut = await admin.raw(path, { method: 'POST', headers: { 'sec-fetch-site': 'same-origin', 'content-type': 'multipart/form-data; boundary=x' }, body: new URLSearchParams('--x\r\n') });
    expect(cut.status).toBe(422);
    expect(await kept()).toHaveLength(3);
  });
});

describe('G1: texts, order and the end of a picture', () => {
  it('G1: each picture is told in words in three languages, as plain text, and keeps what was typed where it is too long', async () => {
    const [main, second] = await kept();
    const saved = await save({ [alt(main?.id)]: 'The drill from its "left" <b>', [alt(main?.id, 'de')]: 'Von links', [alt(second?.id)]: 'With its case' });
    expect(saved.text).toContain('The product SKU-1001 is saved.');
    expect((await john.get(DRILL.path)).html).toContain('alt="The drill from its &quot;left&quot; &lt;b&gt;"');
    const guest = shop.browser();
    expect([(await guest.get(`/de${DRILL.path}`)).html.includes('alt="Von links"'), (await guest.get(`/es${DRILL.path}`)).html.includes('alt="With its case"')]).toEqual([true, true]);
    const long = 'x'.repeat(201);
    const refused = await save({ [alt(main?.id, 'es')]: long, [alt(second?.id, 'de')]: 'Mit Koffer' });
    expect([refused.status, refused.text.includes('This text is longer than 200 characters. Say it shorter.'), refused.html.includes(long), refused.html.includes('Mit Koffer')]).toEqual([422, true, true, true]);
    expect(await refusedCodes()).toEqual(['alt-too-long']);
    expect(await shop.rows(`select from product_picture where alt->>'de' = 'Mit Koffer'`)).toEqual([]);
  });

  it('G1: moving one keeps what was typed, and the first is the main one', async () => {
    const [first, second, third] = await kept();
    await save({ move: `down.${first?.id ?? ''}`, [`alt.${third?.id ?? ''}.en`]: 'On the bench' });
    expect((await kept()).map(({ id }) => id)).toEqual([second?.id, first?.id, third?.id]);
    await save({ move: `main.${third?.id ?? ''}` });
    expect((await kept()).map(({ id }) => id)).toEqual([third?.id, second?.id, first?.id]);
    await save({ move: `up.${third?.id ?? ''}` });
    expect((await kept()).map(({ id }) => id)).toEqual([third?.id, second?.id, first?.id]);
    expect(await shop.rows('select image, pictures->0->>$2 as main, pictures->0->$3->>$4 as alt from product where sku = $1', [DRILL.sku, 'picture', 'alt', 'en'])).toEqual([{ image: third?.picture, main: third?.picture, alt: 'On the bench' }]);
    expect((await admin.get('/admin/action-logs')).text).toContain('SKU-1001');
  });

  it('G1: a deleted one leaves the shop at once, the next is the main one, and after the last the drawing is back; an order goes on showing what it showed', async () => {
    const [main, second] = await kept();
    const { number } = await order(john, [{ sku: DRILL.sku, quantity: 1 }]);
    await save({ [`alt.${second?.id ?? ''}.es`]: 'Con maletín' }, `/${main?.id ?? ''}/delete`);
    expect(mediaIn(await john.get(DRILL.path))[0]).toBe(second?.picture);
    expect(await shop.rows(`select alt->>'es' as es from product_picture where id = $1`, [second?.id])).toEqual([{ es: 'Con maletín' }]);
    await removeAll();
    const page = await john.get(DRILL.path);
    expect([mediaIn(page), page.html.includes('/images/sku-1001.svg')]).toEqual([[], true]);
    expect(await shop.rows(`select image, drawing, pictures from product where sku = 'SKU-1001'`)).toEqual([{ image: 'sku-1001.svg', drawing: null, pictures: [] }]);
    expect(mediaIn(await john.get(`/account/orders/${number}`))).toEqual([main?.picture]);
    expect((await save({}, '/123456/delete', 'SKU-1003')).status).toBe(404);
    await expectInvariants(shop);
  });
});

describe('G1: pictures and versions, and what becomes of bytes', () => {
  it('G1: a version shows its product’s picture or one of its own choice, and its own drawing again once that is gone', async () => {
    const [parent] = await shop.rows<{ sku: string }>(`select sku from product where kind = 'configurable' and parent_id is null order by id limit 1`);
    const owner = parent?.sku ?? '';
    const versions = () => shop.rows<{ id: string; sku: string; image: string }>('select v.id::text as id, v.sku, v.image from product v join product p on p.id = v.parent_id where p.sku = $1 order by v.id', [owner]);
    const before = await versions();
    await upload([await file('png', { tone: 60 }), await file('png', { tone: 70 })], owner);
    const [main, other] = await kept(owner);
    const page = await admin.get(`/admin/products/${await idOf(owner)}?section=options`);
    const shown = Object.fromEntries([...page.html.matchAll(/name="(v\.\d+\.(?:sku|stock|was|base\.\d+))"[^>]* value="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]));
    const [first] = before;
    const rest = Object.fromEntries(before.flatMap(({ id, image }) => [[`v.${id}.active`, '1'], [`v.${id}.image`, image]]));
    const saved = await admin.post(`/admin/products/${await idOf(owner)}/versions`, { ...shown, ...rest, ...Object.fromEntries((await versions()).map(({ id, image }) => [`v.${id}.image`, image])), [`v.${first?.id ?? ''}.image`]: other?.picture ?? '' });
    expect(saved.text).toContain(`The product ${owner} is saved.`);
    expect((await versions())[0]?.image).toBe(other?.picture);
    await save({}, `/${other?.id ?? ''}/delete`, owner);
    const [drawingOfParent] = await shop.rows<{ drawing: string }>('select drawing from product where sku = $1', [owner]);
    expect((await versions())[0]?.image).toBe(first?.image === drawingOfParent?.drawing ? main?.picture : first?.image);
    await removeAll(owner);
    expect(await versions()).toEqual(before);
  });

  it('G1: bytes that no product and no order shows are let go after a day, and not before', async () => {
    await upload([await file('png', { tone: 99 })]);
    const [gone] = await kept();
    await removeAll();
    const db = unitOfWork(shop.database.app);
    const sweep = async (): Promise<string[]> => {
      await db.read((unit) => forgetPictures(unit, { before: new Date(shop.clock.now().getTime() - 86_400_000), most: 100 }));
      return (await shop.rows<{ key: string }>('select key from picture order by key')).map(({ key }) => key);
    };
    expect(await sweep()).toContain(gone?.picture);
    shop.clock.advance(90_000);
    const left = await sweep();
    expect([left.includes(gone?.picture ?? ''), left.length]).toEqual([false, 1]);
    expect((await served(`/media/${left[0] ?? ''}/320.webp`)).status).toBe(200);
  });
});
