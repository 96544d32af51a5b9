/** Tax rates and shipping methods as administrators keep them (G3). */
export const TAX_AND_SHIPPING_CODES = [
  'country-unknown',
  'tax-percent-invalid',
  'tax-rate-exists',
  'tax-rate-needed',
  'shipping-rates-missing',
  'shipping-rate-twice',
] as const;

export const TAX_AND_SHIPPING_STATUS: Record<(typeof TAX_AND_SHIPPING_CODES)[number], 409 | 422> = {
  'country-unknown': 422,
  'tax-percent-invalid': 422,
  'tax-rate-exists': 409,
  'tax-rate-needed': 409,
  'shipping-rates-missing': 422,
  'shipping-rate-twice': 422,
};
