import { settingsReader, sumOf } from '@onbehalf/core';
import type { Store } from '@onbehalf/assist';
import type { Order, SalesDocument } from '@onbehalf/shop';
import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { plainWeb } from '../testing/shop-server.ts';
import { documentPdf, type PrintedDocument } from './document-pdf.ts';
import { pdfFaces, printable, widthOf, wrapped } from './pdf-face.ts';

const store: Store = { id: 2, code: 'de', websiteId: 2, websiteName: 'Europe', name: 'Fachhandel', base: '/de', locale: 'de', currency: 'EUR', pricesIncludeTax: false, country: 'DE', timeZone: 'Europe/Berlin', active: true };
const address = { name: 'Łukasz Żółć', company: 'Čeněk & Παπαδόπουλος', street: 'Hauptstraße 1', postcode: '10115', city: 'Berlin', region: '', country: 'DE', phone: '' };
const at = new Date('2026-03-29T00:30:00Z');

/** Every third line at another rate, every fifth with a discount. */
function printed(lines: number, more: Partial<SalesDocument> = {}): PrintedDocument {
  const sold = Array.from({ length: lines }, (_, index) => {
    const rate = index % 3 === 0 ? 700 : 1900;
    const subtotalMinor = BigInt(100 + index) * 2n;
    const discountMinor = index % 5 === 0 ? 11n : 0n;
    const netMinor = subtotalMinor - discountMinor;
    return { position: index + 1, sku: `SKU-${1001 + index}`, name: `Hex bolt M${index % 20} × 40, zinc plated, in a box that names itself at length`, image: 'a.svg', options: [], pieces: 2, unitMinor: BigInt(100 + index), subtotalMinor, discountMinor, netMinor, taxMinor: (netMinor * BigInt(rate)) / 10_000n, taxBasisPoints: rate };
  });
  const [subtotal, discount] = [sumOf(sold.map((line) => line.subtotalMinor)), sumOf(sold.map((line) => line.discountMinor))];
  const tax = sumOf(sold.map((line) => line.taxMinor)) + 95n;
  const taxes = [1900, 700].map((rate) => {
    const some = sold.filter((line) => line.taxBasisPoints === rate);
    const [net, of] = [sumOf(some.map((line) => line.netMinor)) + (rate === 1900 ? 500n : 0n), sumOf(some.map((line) => line.taxMinor)) + (rate === 1900 ? 95n : 0n)];
    return { taxBasisPoints: BigInt(rate), net, tax: of, gross: net + of };
  });
  const document = {
    id: '1', kind: 'invoice', number: '200001', at, orderNumber: '100001', orderedAt: at, customerId: '1001', customerName: 'Łukasz', storeId: 2, currency: 'EUR', pieces: lines * 2,
    buyersVatNumber: 'DE136695976', totalMinor: subtotal - discount + 500n + tax, subtotalMinor: subtotal, discountMinor: discount, shippingMinor: 500n, taxMinor: tax,
    adjustmentRefundMinor: 0n, adjustmentFeeMinor: 0n, paidAt: null, dueOn: '2026-04-28', timeZone: 'Europe/Berlin', paidBy: null, paymentReference: '', tracking: '', restocked: false, actorName: 'A', lines: sold, taxes, ...more,
  } satisfies SalesDocument;
  const order = {
    number: '100001', placedAt: at, billingAddress: address, shippingAddress: { ...address, country: 'AT' }, purchaseOrderNumber: 'PO-77', paymentMethod: 'on-account', totals: { pricesIncludeTax: false, reverseCharge: null },
    customer: { id: '1001', name: 'Łukasz', company: '', email: '', externalId: 'C-9' }, assisted: { actorId: '1', actorName: 'Sarah Johnson', groupName: 'Sales' }, owner: null,
  } as unknown as Order;
  return { document, order, store };
}

const deps = { web: plainWeb, config: { secret: Buffer.alloc(32) } } as unknown as Parameters<typeof documentPdf>[0];
const rows = (...pairs: [string, string[]][]): Parameters<typeof settingsReader>[0] => pairs.map(([path, value]) => ({ path, scope: 'default', scopeId: 0, value }));
const settings = settingsReader(rows(['sales/documents/seller', ['Fachhandel GmbH', 'Am Markt 2']], ['sales/documents/tax_numbers', ['DE811907980']], ['sales/documents/bank', ['DE02 1203 0000 0000 2020 51']], ['sales/documents/footer', ['HRB 4711']]));
const textOf = async (file: Buffer) => (await extractText(await getDocumentProxy(new Uint8Array(file)), { mergePages: false })).text;

describe('G3: an invoice as a file', () => {
  it('is the same bytes for the same document, with title and language, and says all that an invoice has to', async () => {
    const file = await documentPdf(deps, settings, printed(3));
    expect(file.equals(await documentPdf(deps, settings, printed(3)))).toBe(true);
    const [text = ''] = await textOf(file);
    for (const words of ['Fachhandel GmbH', 'Am Markt 2', 'DE811907980', 'DE136695976', 'PO-77', 'C-9', 'Sarah Johnson', 'Łukasz Żółć', 'Čeněk & Παπαδόπουλος', 'Hauptstraße 1', 'Österreich', 'HRB 4711', 'DE02 1203', 'payment.payableBy {"date":"2026-04-28"}', '2026-03-29']) expect(text).toContain(words);
    const facts = await (await getDocumentProxy(new Uint8Array(file))).getMetadata();
    expect(facts.info).toMatchObject({ Title: 'pdf.number {"kind":"pdf.invoice","number":"200001"}', Language: 'de-DE' });
    expect(file.includes('/StructTreeRoot')).toBe(true);
  });

  it('adds up: lines, shipping and the tax of every rate are the total, to the minor unit', async () => {
    const { document, order } = printed(7);
    const [text = ''] = await textOf(await documentPdf(deps, settings, { document, order, store }));
    const amounts = [...text.matchAll(/(-?\d+) EUR/g)].map(([, minor = '0']) => BigInt(minor));
    expect(amounts.slice(-1)).toEqual([document.totalMinor]);
    const [standard = 0n, reduced = 0n] = document.taxes.map(({ tax }) => tax);
    expect(standard + reduced).toBe(document.taxMinor);
    for (const minor of [standard, reduced, 500n, document.subtotalMinor - document.discountMinor]) expect(amounts).toContain(minor);
  });

  it('goes over as many pages as it needs, each with the head of the table, its number and every line once, and lets others run meanwhile', async () => {
    let turns = 0;
    let isMade = false;
    const count = (): void => {
      turns += 1;
      if (!isMade) setImmediate(count);
    };
    setImmediate(count);
    const pages = await textOf(await documentPdf(deps, settings, printed(500)));
    isMade = true;
    expect(turns).toBeGreaterThan(40);
    expect(pages.length).toBeGreaterThan(10);
    for (const [index, text] of pages.slice(0, -1).entries()) {
      expect(text).toContain('pdf.item');
      expect(text).toContain(`{"page":${index + 1},"of":${pages.length}}`);
    }
    const skus = pages.flatMap((text) => [...text.matchAll(/SKU-\d+/g)].map(([sku]) => sku));
    expect(skus).toEqual(Array.from({ length: 500 }, (_, index) => `SKU-${1001 + index}`));
  });

  it('is not turned round by marks of direction, and wraps what is longer than its column', async () => {
    expect(printable('\u202Eevil\u202C\u200F name\u0000')).toBe('evil name');
    expect(printable('Čeněk')).toBe('Čeněk');
    expect(printable('א')).toBe('?');
    const lines = wrapped(`${'W'.repeat(80)} short`, { width: 120, size: 9, weight: 'regular' });
    expect(lines.length).toBeGreaterThan(3);
    for (const line of lines) expect(widthOf(line, 9, 'regular')).toBeLessThanOrEqual(120);
    expect(lines.join('').replaceAll(' ', '')).toBe(`${'W'.repeat(80)}short`);
  });

  it.each(['invoice', 'credit-memo'] as const)('says on an %s under reverse charge who owes the VAT, with both numbers', async (kind) => {
    const { order, ...more } = printed(1, { kind });
    const owed = { ...order, totals: { ...order.totals, reverseCharge: { sellerVatNumber: 'DE123456788', buyerVatNumber: 'ATU13585627' } } };
    const [text = ''] = await textOf(await documentPdf(deps, settings, { ...more, order: owed }));
    expect(text).toContain('pdf.reverseCharge {"seller":"DE123456788","buyer":"ATU13585627"}');
    const [usual = ''] = await textOf(await documentPdf(deps, settings, printed(1, { kind })));
    expect(usual).not.toContain('pdf.reverseCharge');
  });

  it.each([
    ['Latin, Vietnamese and African letters among them', 'ÀŐŠŽĞİŁØÞßæœĲŋƏƐȘȚẀẞẬờỹ'], ['Greek, with every accent', 'ΑΩΆΈΉΊΌΎΏΪΫΐΰςσάήώἀἁᾳῷῶ'], ['Cyrillic of ten languages', 'АЯЁЂЃЄЅІЇЈЉЊЋЌЎЏҐґқңөүҳӣ'],
  ])('writes %s, in both weights', async (_, letters) => {
    const { regular, bold } = pdfFaces();
    for (const letter of letters.normalize('NFC')) expect([letter, regular.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0), bold.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0)]).toEqual([letter, true, true]);
    const named = printed(1);
    const [text = ''] = await textOf(await documentPdf(deps, settings, { ...named, order: { ...named.order, billingAddress: { ...address, company: letters } } }));
    expect(text).toContain(letters.normalize('NFC'));
  });

  it('writes an address as its own country does, whoever sells', async () => {
    const named = printed(1);
    const abroad = { ...address, postcode: '80205', city: 'Denver', region: 'CO', country: 'US' };
    const [text = ''] = await textOf(await documentPdf(deps, settings, { ...named, order: { ...named.order, billingAddress: abroad, shippingAddress: { ...address, postcode: '28045', city: 'Madrid', region: 'Madrid', country: 'ES' } } }));
    expect(text).toContain('Denver, CO 80205');
    expect(text.match(/Madrid/g)).toHaveLength(1);
  });

  it('a credit memo asks for no money', async () => {
    const [text = ''] = await textOf(await documentPdf(deps, settings, printed(1, { kind: 'credit-memo', number: '400001', adjustmentFeeMinor: 20n })));
    expect(text).toContain('pdf.refunded');
    expect(text).toContain('-20 EUR');
    expect(text).not.toContain('DE02 1203');
  });
});
