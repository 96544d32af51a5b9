import type { ProviderWord } from '@onbehalf/core';

/** What a provider is asked to collect. The customer types what he pays with there, and nowhere else (D8). */
export interface PaymentWanted {
  /** The same key is the same payment, however often it is asked for. */
  readonly key: string;
  readonly orderNumber: string;
  readonly amountMinor: bigint;
  readonly currency: string;
  readonly shopName: string;
  /** Where the customer comes back to. What he comes back with is not believed. */
  readonly returnUrl: string;
  /** Where the provider tells us. */
  readonly callbackUrl: string;
}

export interface PaymentMade {
  /** The provider's own name for it. */
  readonly reference: string;
  /** The provider's page, where the customer pays. */
  readonly payUrl: string;
}

export interface RefundWanted {
  /** The same key is the same refund. */
  readonly key: string;
  readonly reference: string;
  readonly amountMinor: bigint;
  readonly currency: string;
}

/** A callback as it arrived, byte for byte, before anybody believes it. */
export interface RawNotice {
  readonly body: string;
  readonly header: (name: string) => string | undefined;
  readonly now: Date;
}

/** A callback that is the provider's: what it is called, so that it is heard once, and what it says. */
export interface HeardNotice {
  readonly id: string;
  readonly word: ProviderWord;
}

/**
 * Somebody who collects money for the shop (docs/how-to/add-a-payment-provider.md). Each call may throw when the provider
 * is away; it is then made again with the same key.
 */
export interface PaymentProvider {
  /** As it is stored with each payment: never renamed. */
  readonly code: string;
  /** As customers and staff read it. */
  readonly name: string;
  /** Origins of its pages, where they are not the shop's own: a form may lead there. */
  readonly pageOrigins: readonly string[];
  create(wanted: PaymentWanted): Promise<PaymentMade>;
  /** What became of it; null: there is no such payment. */
  read(reference: string): Promise<ProviderWord | null>;
  /** Sends money back; gives the provider's name for that. */
  refund(wanted: RefundWanted): Promise<{ reference: string }>;
  /** Whether a callback is the provider's, by its signature and its time; null where it isn't. */
  hear(notice: RawNotice): HeardNotice | null;
}
