/** What an administrator keeps: catalogue, prices, price lists, coupons (F3, G4). */
export const CATALOG_CODES = [
  'price-duplicate',
  'price-or-percent',
  'percent-invalid',
  'date-invalid',
  'dates-reversed',
  'base-price-needed',
  'customer-unknown',
  'sku-unknown',
  'name-missing',
  'name-taken',
  'code-invalid',
  'code-taken',
  'number-invalid',
  'stock-changed',
  'already-in-list',
  'csv-rows-refused',
] as const;
