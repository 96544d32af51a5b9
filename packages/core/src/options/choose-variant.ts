/** What can be chosen of a product: "Size" with M and L. */
export interface OptionValues {
  readonly id: string;
  readonly values: readonly { readonly id: string }[];
}

/** One combination that is for sale, by the ids of its values. */
export interface OfferedVariant {
  readonly valueIds: readonly string[];
  readonly inStock: boolean;
}

/** Beside what is chosen of the other options. */
export type ValueState = 'offered' | 'out-of-stock' | 'not-offered';

export interface VariantChoice<Variant> {
  /** The one that is meant; null while something is missing, and where the combination isn't offered. */
  readonly variant: Variant | null;
  /** Ids of the options that nothing is chosen of. */
  readonly missing: readonly string[];
  /** Value ids by option id: what was asked for and exists, and what there is only one of. */
  readonly chosen: ReadonlyMap<string, string>;
  readonly states: ReadonlyMap<string, ValueState>;
}

interface Question<Variant> {
  options: readonly OptionValues[];
  variants: readonly Variant[];
  /** As asked for: value ids by option id. What isn't the option's own counts as nothing. */
  asked: ReadonlyMap<string, string>;
}

/** Which variant a choice means, and what each other value would lead to (G1). */
export function chooseVariant<Variant extends OfferedVariant>({ options, variants, asked }: Question<Variant>): VariantChoice<Variant> {
  const chosen = new Map(options.flatMap((option) => {
    const value = chosenOf(option, variants, asked.get(option.id));
    return value === null ? [] : [[option.id, value] as const];
  }));
  const missing = options.filter(({ id }) => !chosen.has(id)).map(({ id }) => id);
  const wanted = [...chosen.values()];
  return {
    variant: missing.length > 0 ? null : (variants.find((variant) => hasAll(variant, wanted)) ?? null),
    missing,
    chosen,
    states: new Map(options.flatMap((option) => {
      const others = [...chosen].filter(([id]) => id !== option.id).map(([, value]) => value);
      return option.values.map(({ id }) => [id, stateOf(variants.filter((variant) => hasAll(variant, [...others, id])))] as const);
    })),
  };
}

function chosenOf({ values }: OptionValues, variants: readonly OfferedVariant[], asked: string | undefined): string | null {
  if (asked !== undefined && values.some(({ id }) => id === asked)) return asked;
  const offered = values.filter(({ id }) => variants.some(({ valueIds }) => valueIds.includes(id)));
  return offered.length === 1 ? (offered[0]?.id ?? null) : null;
}

const hasAll = ({ valueIds }: OfferedVariant, wanted: readonly string[]): boolean => wanted.every((id) => valueIds.includes(id));

function stateOf(left: readonly OfferedVariant[]): ValueState {
  if (left.length === 0) return 'not-offered';
  return left.some(({ inStock }) => inStock) ? 'offered' : 'out-of-stock';
}
