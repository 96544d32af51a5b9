import type { Payments } from '@onbehalf/http';
import { testProvider } from '@onbehalf/shop';

type Needs = Parameters<typeof testProvider>[0];

/** Every provider there is, by its code (docs/how-to/add-a-payment-provider.md). */
const MAKERS = {
  test: (needs: Needs): Payments => {
    const provider = testProvider(needs);
    return { provider, test: provider };
  },
} as const satisfies Readonly<Record<string, (needs: Needs) => Payments>>;

export type PaymentProviderCode = keyof typeof MAKERS;

export const PAYMENT_PROVIDERS: readonly PaymentProviderCode[] = ['test'];

/** Who collects what is paid by a link (D8); nothing where nobody does. */
export const paymentsOf = (code: PaymentProviderCode | null, needs: Needs): { payments?: Payments } => (code === null ? {} : { payments: MAKERS[code](needs) });
