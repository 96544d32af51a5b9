/** Tax rates and shipping methods as administrators keep them (G3). */
export const TAX_AND_SHIPPING_CODES = [
  'country-unknown',
  'tax-percent-invalid',
  'tax-rate-exists',
  'tax-rate-needed',
  'shipping-rates-missing',
  'shipping-rate-twice',
] as const;
