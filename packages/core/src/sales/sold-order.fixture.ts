import fc from 'fast-check';
import { halfUp } from '../money/rounding.ts';
import { cartTotals } from '../totals/cart-totals.ts';
import type { SoldLine, SoldOrder } from './sold-order.ts';

interface Bought {
  quantity: number;
  unitMinor: bigint;
  taxBasisPoints: bigint;
  kind: SoldLine['kind'];
}

interface Asked {
  lines: readonly Bought[];
  pricesIncludeTax: boolean;
  discountMinor: bigint;
  shippingMinor: bigint;
}

/** An order as the checkout makes them, with nothing on any document yet. */
export function soldOrder({ lines, pricesIncludeTax, discountMinor, shippingMinor }: Asked): SoldOrder & { totalMinor: bigint } {
  const totals = cartTotals({
    lines: lines.map((line, index) => ({ key: String(index), catalogueUnitMinor: line.unitMinor, ...line })),
    pricesIncludeTax,
    discount: { minor: discountMinor },
    shipping: { minor: shippingMinor, taxBasisPoints: 1900n },
    rounding: halfUp,
  });
  return {
    status: 'new', currency: 'USD', pricesIncludeTax, shippingMinor, taxMinor: totals.tax, totalMinor: totals.total,
    shippingInvoiced: false, shippingRefundedMinor: 0n, invoicedMinor: 0n, refundedMinor: 0n,
    lines: totals.lines.map(({ net, tax, gross, discount }, index): SoldLine => {
      const { quantity = 0, unitMinor = 0n, kind = 'simple' } = lines[index] ?? {};
      return {
        position: index + 1, sku: `SKU-${index}`, kind, quantity, unitMinor, discountMinor: discount, netMinor: net, taxMinor: tax, grossMinor: gross,
        invoiced: 0, shipped: 0, refunded: 0,
      };
    }),
  };
}

const bought: fc.Arbitrary<Bought> = fc.record({
  quantity: fc.integer({ min: 1, max: 40 }),
  unitMinor: fc.bigInt({ min: 0n, max: 20_000n }),
  taxBasisPoints: fc.constantFrom(0n, 700n, 1900n, 825n),
  kind: fc.constantFrom('simple', 'configurable', 'virtual', 'downloadable'),
});

export const anyOrder: fc.Arbitrary<SoldOrder & { totalMinor: bigint }> = fc
  .record({
    lines: fc.array(bought, { minLength: 1, maxLength: 5 }),
    pricesIncludeTax: fc.boolean(),
    discountMinor: fc.bigInt({ min: 0n, max: 100_000n }),
    shippingMinor: fc.bigInt({ min: 0n, max: 5000n }),
  })
  .map(soldOrder);
