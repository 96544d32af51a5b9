/** A line as it was at one moment, as far as a person would notice a difference. */
export interface KeptLine {
  readonly productId: string;
  /** A free item's reason; null for any other line. */
  readonly freeReason: string | null;
  readonly quantity: number;
  /** The edited price of one piece, and what it costs without; null: no edited price. */
  readonly edited: { readonly minor: bigint; readonly catalogueMinor: bigint } | null;
}

export interface KeptCart {
  readonly lines: readonly KeptLine[];
  readonly coupon: string | null;
  /** A discount on the whole cart, in a form that two equal ones share. */
  readonly discount: string | null;
  readonly freeShipping: boolean;
}

export type CartDifference =
  | { readonly kind: 'added' | 'removed'; readonly line: KeptLine }
  | { readonly kind: 'quantity'; readonly line: KeptLine; readonly before: number; readonly after: number }
  | { readonly kind: 'price'; readonly line: KeptLine; readonly before: bigint; readonly after: bigint }
  | { readonly kind: 'coupon' | 'discount'; readonly before: string | null; readonly after: string | null }
  | { readonly kind: 'free-shipping'; readonly after: boolean };

const sameLine = (one: KeptLine) => (other: KeptLine): boolean => one.productId === other.productId && one.freeReason === other.freeReason;

/** What a cart has become since it was kept (C8): lines first, in the order of the cart, then what is given on it as a whole. */
export function cartDifference(before: KeptCart, after: KeptCart): CartDifference[] {
  const removed = before.lines.filter((line) => !after.lines.some(sameLine(line))).map((line): CartDifference => ({ kind: 'removed', line }));
  const changed = after.lines.flatMap((line): CartDifference[] => {
    const earlier = before.lines.find(sameLine(line));
    return earlier === undefined ? [{ kind: 'added', line }, ...priceChange(null, line)] : [...quantityChange(earlier, line), ...priceChange(earlier, line)];
  });
  return [...changed, ...removed, ...givenChanges(before, after)];
}

function quantityChange(before: KeptLine, after: KeptLine): CartDifference[] {
  return before.quantity === after.quantity ? [] : [{ kind: 'quantity', line: after, before: before.quantity, after: after.quantity }];
}

// A free item's price is no edit: that it is free says the line itself.
function priceChange(before: KeptLine | null, after: KeptLine): CartDifference[] {
  if (after.freeReason !== null) return [];
  const [was, is] = [before?.edited ?? null, after.edited];
  if (was?.minor === is?.minor) return [];
  const normal = is?.catalogueMinor ?? was?.catalogueMinor ?? 0n;
  return [{ kind: 'price', line: after, before: was?.minor ?? normal, after: is?.minor ?? normal }];
}

function givenChanges(before: KeptCart, after: KeptCart): CartDifference[] {
  return [
    ...(before.coupon === after.coupon ? [] : [{ kind: 'coupon', before: before.coupon, after: after.coupon } as const]),
    ...(before.discount === after.discount ? [] : [{ kind: 'discount', before: before.discount, after: after.discount } as const]),
    ...(before.freeShipping === after.freeShipping ? [] : [{ kind: 'free-shipping', after: after.freeShipping } as const]),
  ];
}
