import { amountText, difference, typedPrice } from './price-difference.ts';
import { commissionAt, marginAt, type EarningTerms } from './price-earning.ts';

/**
 * While a price or a percentage off is typed: the difference to the price before, in money and percent, whether it is beyond a
 * limit, and beside it what the line earns, for those whose page has it. Escape puts the line's price back. Informational;
 * the server decides.
 *
 *   <price-preview original="95.00" currency="USD" lang="en-US"><input name="price"> … <output></output></price-preview>
 */
export class PricePreview extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('input', this.#show);
    this.addEventListener('keydown', this.#restore);
  }

  disconnectedCallback(): void {
    this.removeEventListener('input', this.#show);
    this.removeEventListener('keydown', this.#restore);
  }

  #restore = (event: KeyboardEvent): void => {
    const field = event.target;
    if (event.key !== 'Escape' || event.isComposing || !(field instanceof HTMLInputElement)) return;
    field.value = this.dataset.now ?? '';
    field.select();
    field.dispatchEvent(new Event('input', { bubbles: true }));
  };

  #show = (event: Event): void => {
    const field = event.target;
    const output = this.querySelector('output');
    if (!(field instanceof HTMLInputElement) || !output) return;
    const original = this.getAttribute('original') ?? '';
    const currency = this.getAttribute('currency') ?? '';
    const language = languageOf(this);
    const price = typedPrice(field.value.trim(), { original, language });
    const style = { currency, digits: original.split('.')[1]?.length ?? 0, language };
    const beyond = price && this.#beyond(price.minor, original);
    output.textContent = price ? [price.isPercent ? amountText(price.minor, style) : '', difference(price.minor, original, currency, language), beyond].filter(Boolean).join(' · ') : '';
    output.toggleAttribute('data-beyond', Boolean(beyond));
    const terms = termsOf(this, original);
    if (price && terms) this.#earn(price.minor, terms, style);
  };

  /** What stands against it, before it is sent: the shop's floor, or the actor's own limit. A price at or above the shop's own is neither. */
  #beyond(minor: bigint, original: string): string {
    const { limit, beyond = '', floor, tooLow = '' } = this.dataset;
    if (floor && minor < BigInt(floor) && minor < BigInt(original.replace('.', ''))) return tooLow;
    return limit && minor < BigInt(limit) ? beyond : '';
  }

  /** The figures stand once on a line, beside the field for a price; a percentage moves them too. */
  #earn(minor: bigint, terms: EarningTerms, style: Parameters<typeof amountText>[1]): void {
    const margin = marginAt(minor, terms);
    const commission = commissionAt(minor, terms);
    const shown = { margin: margin && `${amountText(margin.minor, style)}${shareText(margin.basisPoints, style.language)}`, commission: commission === null ? null : amountText(commission, style) };
    const line = this.closest('.price-editor') ?? this;
    for (const [name, text] of Object.entries(shown)) {
      const place = line.querySelector(`[data-earning="${name}"]`);
      if (place && text !== null) place.textContent = text;
    }
  }
}

function shareText(basisPoints: bigint | null, language: string): string {
  if (basisPoints === null) return '';
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 }).format(Number(basisPoints) / 10_000);
  return ` (${percent.replace('-', '−')})`;
}

/** The terms stand on the element; without them nothing is reckoned. */
function termsOf(element: HTMLElement, original: string): EarningTerms | null {
  const { quantity, tax, taxIncluded, coupon, basis, rate, cost } = element.dataset;
  if (!quantity || !tax || !coupon || !basis) return null;
  return {
    quantity: BigInt(quantity), tax: BigInt(tax), taxIncluded: taxIncluded === 'yes', coupon: BigInt(coupon), basis,
    rate: rate ? BigInt(rate) : null, catalogue: BigInt(original.replace('.', '')), cost: cost ? BigInt(cost) : null,
  };
}

const languageOf = (element: HTMLElement): string => element.closest<HTMLElement>('[lang]')?.lang ?? 'en';
