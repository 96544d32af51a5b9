import { percentText, sumOf, type SettingsReader } from '@onbehalf/core';
import { optionsText, paymentMethodName, paymentMethodText, type AddressFields, type Order, type SalesDocument } from '@onbehalf/shop';
import type { Store } from '@onbehalf/assist';
import type { Formats } from '@onbehalf/web';
import type { Deps } from '../deps.ts';
import { inLocale } from '../frame.ts';
import { dayText } from '../present/documents.ts';
import { nameForCustomer } from '../present/visits.ts';
import { PdfSheet, type Column } from './pdf-sheet.ts';

/** An invoice or a credit memo, with the order it belongs to and the store view that sold it. */
export interface PrintedDocument {
  document: SalesDocument;
  order: Order;
  store: Store;
}

interface Page extends PrintedDocument {
  deps: Pick<Deps, 'web'>;
  sheet: PdfSheet;
  formats: Formats;
  settings: SettingsReader;
  t: (id: string, facts?: Record<string, string | number>) => string;
  amount: (minor: bigint) => string;
  contact: string | null;
}

/** The document as a file in its store's language: whoever asks, and whenever, the same bytes, while the settings of the head stay as they are (G3). */
export async function documentPdf(deps: Pick<Deps, 'web' | 'config'>, settings: SettingsReader, printed: PrintedDocument): Promise<Buffer> {
  const { document, store } = printed;
  const { locale } = store;
  const formats = deps.web.formats(locale, store.timeZone);
  const t: Page['t'] = (id, facts) => deps.web.message(id, locale, facts);
  const title = t('pdf.number', { kind: t(`pdf.${document.kind}`), number: document.number });
  const [seller = store.name] = settings.get('sales/documents/seller', placeOf(store));
  const sheet = new PdfSheet({ title, author: seller, language: LANGUAGES[locale], at: document.at, paper: store.country === 'US' ? 'LETTER' : 'A4' });
  const page: Page = { ...printed, deps, sheet, formats, settings, t, amount: (minor) => formats.money({ minor, currency: document.currency }), contact: contactOf(deps, settings, printed) };
  head(page, title);
  addresses(page);
  await goods(page);
  sums(page);
  closing(page);
  const small = settings.get('sales/documents/footer', placeOf(store)).slice(0, 3);
  return sheet.end((number, of) => [[title, of > 1 ? t('pdf.page', { page: number, of }) : ''].filter((part) => part !== '').join(' · '), ...small]);
}

const LANGUAGES = { en: 'en-US', de: 'de-DE', es: 'es-ES' } as const;
const MOST_LINES = 12;

const placeOf = ({ id, websiteId }: Store) => ({ storeId: id, websiteId });

function head({ sheet, t, formats, document, order, settings, store, contact }: Page, title: string): void {
  const place = placeOf(store);
  const half = sheet.width / 2 - 12;
  const [name = store.name, ...address] = settings.get('sales/documents/seller', place).slice(0, MOST_LINES);
  const top = sheet.y;
  let y = top + sheet.block('P', [name], { x: sheet.left, y: top, width: half, style: { size: 11, weight: 'bold' } });
  const more = [...address, ...settings.get('sales/documents/tax_numbers', place).slice(0, MOST_LINES)];
  if (more.length > 0) y += sheet.block('P', more, { x: sheet.left, y: y + 2, width: half, style: { muted: true } }) + 2;
  const x = sheet.left + sheet.width / 2 + 12;
  let right = top + sheet.block('H1', [title], { x, y: top, width: half, style: { size: 16, weight: 'bold' } }) + 4;
  const facts: [label: string, value: string][] = [
    [t('pdf.date'), formats.day(document.at)],
    [t('pdf.order'), t('pdf.orderOf', { number: order.number, date: formats.day(order.placedAt) })],
    [t('pdf.customer'), order.customer.externalId === '' ? order.customer.id : order.customer.externalId],
    [t('pdf.purchaseOrder'), order.purchaseOrderNumber],
    [t('pdf.vatNumber'), document.buyersVatNumber],
    [t('pdf.contact'), contact ?? ''],
  ];
  for (const [label, value] of facts.filter(([, text]) => text !== '')) right += sheet.block('P', [`${label}: ${value}`], { x, y: right, width: half });
  sheet.y = Math.max(y, right) + 18;
}

function addresses({ sheet, t, order, store }: Page): void {
  const half = sheet.width / 2 - 12;
  const [top, places] = [sheet.y, [['pdf.billTo', order.billingAddress], ['pdf.shipTo', order.shippingAddress]] as const];
  const ends = places.map(([label, address], at) => {
    const x = sheet.left + at * (sheet.width / 2 + 12);
    const y = top + sheet.block('H2', [t(label)], { x, y: top, width: half, style: { size: 7.5, muted: true } }) + 1;
    return y + sheet.block('P', addressLines(address, store), { x, y, width: half });
  });
  sheet.y = Math.max(...ends) + 20;
}

/** Where the state stands beside the town and the postcode behind both, whoever the seller is. */
const STATE_BEHIND_TOWN = new Set(['US', 'CA', 'AU']);

function addressLines({ name, company, street, postcode, city, region, country }: AddressFields, { locale, country: home }: Store): string[] {
  const away = country === home ? '' : (new Intl.DisplayNames([locale], { type: 'region' }).of(country) ?? country);
  const behind = STATE_BEHIND_TOWN.has(country);
  const town = behind ? `${[city, region].filter((part) => part !== '').join(', ')} ${postcode}` : `${postcode} ${city}`;
  return [company, name, street, town, behind || region === city ? '' : region, away].filter((line) => line.trim() !== '');
}

async function goods({ sheet, t, formats, amount, document }: Page): Promise<void> {
  const isReduced = document.lines.some(({ discountMinor }) => discountMinor !== 0n);
  const fixed: Column[] = [
    { head: t('pdf.pieces'), width: 42, align: 'end' },
    { head: t('pdf.unit'), width: 70, align: 'end' },
    ...(isReduced ? [{ head: t('pdf.discount'), width: 66, align: 'end' } as const] : []),
    { head: t('pdf.taxRate'), width: 44, align: 'end' },
    { head: t('pdf.amount'), width: 78, align: 'end' },
  ];
  const sku = 74;
  const taken = sumOf(fixed.map(({ width }) => BigInt(width)));
  const columns: Column[] = [{ head: t('pdf.sku'), width: sku }, { head: t('pdf.item'), width: sheet.width - sku - Number(taken) }, ...fixed];
  const rows = document.lines.map((line) => [
    [line.sku], [line.name, ...(line.options.length === 0 ? [] : [optionsText(line.options)])], [formats.number(line.pieces)], [amount(line.unitMinor)],
    ...(isReduced ? [[line.discountMinor === 0n ? '' : amount(-line.discountMinor)]] : []),
    [formats.percent(percentText(BigInt(line.taxBasisPoints)))], [amount(line.subtotalMinor - line.discountMinor)],
  ]);
  await sheet.table(columns, rows);
  sheet.gap(8);
}

function sums({ sheet, t, amount, document, order, formats }: Page): void {
  const { pricesIncludeTax } = order.totals;
  const some = (label: string, minor: bigint) => (minor === 0n ? [] : [{ label: t(label), value: amount(minor) }]);
  const taxes = taxRows({ t, amount, formats, document }, pricesIncludeTax);
  sheet.sums([
    { label: t('pdf.subtotal'), value: amount(document.subtotalMinor - document.discountMinor) },
    ...some('pdf.shipping', document.shippingMinor),
    ...(pricesIncludeTax ? [] : taxes),
    ...some('pdf.adjustmentRefund', document.adjustmentRefundMinor),
    ...some('pdf.adjustmentFee', -document.adjustmentFeeMinor),
    { label: t(document.kind === 'invoice' ? 'pdf.total' : 'pdf.refunded'), value: amount(document.totalMinor), strong: true },
    ...(pricesIncludeTax ? taxes : []),
  ]);
}

/** One row per rate, and what rounding of the whole left over: together they are the document's tax. */
function taxRows({ t, amount, formats, document }: Pick<Page, 't' | 'amount' | 'formats' | 'document'>, isIncluded: boolean): { label: string; value: string }[] {
  const rows = document.taxes.filter(({ tax }) => tax !== 0n).map(({ taxBasisPoints, net, tax }) => ({
    label: t(isIncluded ? 'pdf.taxIncluded' : 'pdf.taxAdded', { rate: formats.percent(percentText(taxBasisPoints)), net: amount(net) }), value: amount(tax),
  }));
  const rest = document.taxMinor - sumOf(document.taxes.map(({ tax }) => tax));
  return rest === 0n ? rows : [...rows, { label: t('pdf.taxRounding'), value: amount(rest) }];
}

function closing(page: Page): void {
  const { sheet, t, document, order, settings, store } = page;
  const { reverseCharge } = order.totals;
  if (reverseCharge !== null) {
    sheet.gap(18);
    sheet.paragraph([t('pdf.reverseCharge', { seller: reverseCharge.sellerVatNumber, buyer: reverseCharge.buyerVatNumber })]);
  }
  if (document.kind !== 'invoice') return;
  sheet.gap(18);
  sheet.paragraph([`${t('pdf.payment')}: ${paymentText(page)}`]);
  const bank = settings.get('sales/documents/bank', placeOf(store)).slice(0, MOST_LINES);
  if (bank.length === 0) return;
  sheet.gap(6);
  sheet.paragraph([t('pdf.bank')], { muted: true });
  sheet.paragraph([...bank, t('pdf.reference', { number: document.number })]);
}

/** By which day, where days were agreed; else what the customer agreed to. */
function paymentText({ t, document: { dueOn }, order, store, deps }: Page): string {
  if (dueOn === null) return inLocale(paymentMethodText(order.paymentMethod), store.locale);
  return `${inLocale(paymentMethodName(order.paymentMethod), store.locale)}. ${t('payment.payableBy', { date: dayText(deps, dueOn, store.locale) })}.`;
}

/** Who helped, else whose customer it is, by the name that customers are told (B20). */
function contactOf(deps: Pick<Deps, 'config'>, settings: SettingsReader, { order, store }: PrintedDocument): string | null {
  const { assisted, owner } = order;
  const { websiteId } = store;
  if (assisted !== null) return nameForCustomer(deps, settings, { helper: { id: assisted.actorId, name: assisted.actorName, groupName: assisted.groupName }, websiteId });
  // A pseudonym is a group's, and an order that nobody placed for the customer has none.
  return owner !== null && settings.get('assist/notify/staff_name', { websiteId }) === 'name' ? owner.name : null;
}
