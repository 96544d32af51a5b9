import { createHash } from 'node:crypto';
import { canonicalJson } from '@onbehalf/core';
import type { OrderRequest } from './order-request.ts';

/** A digest in hex of what the person asked for: the same key with another request is a mistake, not a retry (D9). */
export function requestDigest(request: OrderRequest): string {
  const { owner, cartVersion, expectedTotalMinor, shippingAddress, billingAddress = null, shippingMethod, paymentMethod, purchaseOrderNumber, customerComment } = request;
  const asked = canonicalJson({
    storeId: owner.store.id,
    cartVersion,
    expectedTotalMinor,
    shippingAddress: shippingAddress === null ? null : { ...shippingAddress },
    // Left out where nobody chose: orders from before there was a choice keep their digest.
    ...(billingAddress === null ? {} : { billingAddress: billingAddress === 'same' ? 'same' : billingAddress.id }),
    shippingMethod,
    paymentMethod,
    purchaseOrderNumber,
    customerComment,
  });
  return createHash('sha256').update(asked).digest('hex');
}
