import { amountText, difference, typedMinor } from './price-difference.ts';
import { commissionAt, marginAt, type EarningTerms } from './price-earning.ts';

/**
 * While a price is typed: the difference to the price before, in money and percent, and beside it what the line earns,
 * for those whose page has it. Informational; the server decides.
 *
 *   <price-preview original="95.00" currency="USD" lang="en-US"><input name="price"> … <output></output></price-preview>
 */
export class PricePreview extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('input', this.#show);
  }

  disconnectedCallback(): void {
    this.removeEventListener('input', this.#show);
  }

  #show = (event: Event): void => {
    const field = event.target;
    const output = this.querySelector('output');
    if (!(field instanceof HTMLInputElement) || !output) return;
    const original = this.getAttribute('original') ?? '';
    const currency = this.getAttribute('currency') ?? '';
    const language = languageOf(this);
    output.textContent = difference(field.value.trim(), original, currency, language);
    const digits = original.split('.')[1]?.length ?? 0;
    const minor = typedMinor(field.value.trim(), digits, language);
    const terms = termsOf(this, original);
    if (minor !== null && terms) this.#earn(minor, terms, { currency, digits, language });
  };

  #earn(minor: bigint, terms: EarningTerms, style: Parameters<typeof amountText>[1]): void {
    const margin = marginAt(minor, terms);
    const commission = commissionAt(minor, terms);
    const shown = { margin: margin && `${amountText(margin.minor, style)}${shareText(margin.basisPoints, style.language)}`, commission: commission === null ? null : amountText(commission, style) };
    for (const [name, text] of Object.entries(shown)) {
      const place = this.querySelector(`[data-earning="${name}"]`);
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
